import { isIP, isIPv4, isIPv6, type LookupFunction } from "node:net";
import { buildConnector } from "undici";
import { FetchFailed } from "./fetch-failed.ts";
import type { AddressCheck } from "./public-address.ts";
import type { ResolveHost } from "./resolve-host.ts";

export type GuardedConnectorOptions = {
  readonly isAllowed: AddressCheck;
  readonly resolveHost: ResolveHost;
  /** For name, connection and TLS handshake together, over all addresses. */
  readonly connectTimeoutMs: number;
};

/** Addresses of each family that are tried, in the order of the resolver. */
const MAX_ADDRESSES = 3;
/** How long one address may take before the next is tried (RFC 8305 §5; its 250 ms loses far-away hosts). */
const ATTEMPT_TIMEOUT_MS = 1_000;

/**
 * Connects to addresses that the guard allows, checked at the moment of dialling: the socket gets
 * the checked addresses themselves, so a name that changes its answer (DNS rebinding) gains nothing.
 * Every hop and every kind of request passes here; there is no other way out of the process.
 */
export function guardedConnector(options: GuardedConnectorOptions): buildConnector.connector {
  const connect = buildConnector({
    timeout: options.connectTimeoutMs,
    allowH2: false,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: ATTEMPT_TIMEOUT_MS,
    lookup: guardedLookup(options),
  } as buildConnector.BuildOptions);
  return (target, callback) => {
    // The socket does not look up a literal address: it is checked here.
    if (isIP(target.hostname) !== 0 && !options.isAllowed(target.hostname)) {
      callback(forbidden(target.hostname, target.hostname), null);
      return;
    }
    connect(target, callback);
  };
}

function guardedLookup(options: GuardedConnectorOptions): LookupFunction {
  return (host, { all }, callback) => {
    allowedAddresses(host, options).then(
      (addresses) => {
        const found = addresses.map((address) => ({ address, family: isIP(address) }));
        if (all) callback(null, found);
        else callback(null, found[0]?.address ?? "", found[0]?.family);
      },
      (error: Error) => callback(error, []),
    );
  };
}

/** A host may have private addresses beside public ones; only the public ones are ever used. */
async function allowedAddresses(
  host: string,
  { resolveHost, isAllowed }: GuardedConnectorOptions,
): Promise<string[]> {
  const addresses = await resolveHost(host).catch((error: NodeJS.ErrnoException) => {
    throw new FetchFailed({ kind: "dns", host, code: error.code ?? "EUNKNOWN" });
  });
  const [first] = addresses;
  if (first === undefined) throw new FetchFailed({ kind: "dns", host, code: "ENODATA" });
  const allowed = addresses.filter(isAllowed);
  if (allowed.length === 0) throw forbidden(host, first);
  return [
    ...allowed.filter((address) => isIPv4(address)).slice(0, MAX_ADDRESSES),
    ...allowed.filter((address) => isIPv6(address)).slice(0, MAX_ADDRESSES),
  ];
}

const forbidden = (host: string, address: string): FetchFailed =>
  new FetchFailed({ kind: "forbidden-address", host, address });
