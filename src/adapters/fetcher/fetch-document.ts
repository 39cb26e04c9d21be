import { Agent } from "undici";
import { rememberLast } from "../../core/remember-last.ts";
import { isForOwnHost, type SourceCredentials } from "../../core/settings/credentials.ts";
import type { IngestLimits } from "../../core/settings/definitions.ts";
import type { FetchDocument } from "../../core/sources/fetched.ts";
import { createHostSchedule } from "../../core/sources/polling/host-schedule.ts";
import { exchange } from "./exchange.ts";
import { type Ask, followRedirects } from "./follow-redirects.ts";
import { guardedConnector } from "./guarded-connector.ts";
import { createAddressCheck } from "./public-address.ts";
import { requestHeaders } from "./request-headers.ts";
import { isOwnNetwork } from "./request-url.ts";
import { createHostResolver, type ResolveHost } from "./resolve-host.ts";

export type FetcherOptions = {
  /** The `User-Agent` header; a function when it changes with the number of subscribers. */
  readonly userAgent: string | (() => string);
  readonly limits: Pick<IngestLimits, "bodyBytes" | "timeoutMs" | "redirects">;
  /** CIDRs or addresses that may be connected to although they are not public. */
  readonly allowNetworks: readonly string[];
  /** Requests in flight, over all hosts and to one host. */
  readonly concurrency: number;
  readonly perHost: number;
  readonly now: () => number;
  /** Credentials for sources that ask for them. Default: none. */
  readonly credentials?: readonly SourceCredentials[];
  /** Least time between two requests to one host, but for the operator's own network. Default: 250 ms. */
  readonly spacingMs?: number;
  /** For name, connection and TLS together. Default: 5 s. */
  readonly connectTimeoutMs?: number;
  /** Default: DNS, then the system. */
  readonly resolveHost?: ResolveHost;
};

export type Fetcher = {
  readonly fetchDocument: FetchDocument;
  /** Ends every connection; what is in flight fails. */
  readonly close: () => Promise<void>;
};

/** How many hosts are remembered, with the rest that each gets. */
const HOSTS = 1_000;

/** Waiting for a place among `concurrency` and `perHost` does not count as time of the request. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { limits, spacingMs = 250 } = options;
  const connectTimeoutMs = Math.min(options.connectTimeoutMs ?? 5_000, limits.timeoutMs);
  const dispatcher = createAgent(options, connectTimeoutMs);
  const { inLine } = createHostSchedule({
    concurrency: options.concurrency,
    perHost: options.perHost,
    spacingMs: rememberLast(HOSTS, (host) => (isOwnNetwork(host) ? 0 : spacingMs)),
  });
  const known = new Map(options.credentials?.map((each) => [each.source, each]));
  const ask: Ask = (url, request, { timeoutMs, cookie }) =>
    inLine(url.hostname, async () => {
      const startedAt = performance.now();
      const outcome = await exchange(url, {
        dispatcher,
        headers: {
          ...requestHeaders(request, userAgentOf(options)),
          ...(cookie === "" ? {} : { cookie }),
          ...credentialHeaders(url, known.get(request.source ?? "")),
        },
        validators: request.validators,
        bodyBytes: limits.bodyBytes,
        firstBytes: request.firstBytes,
        connectTimeoutMs,
        timeoutMs,
        now: options.now,
      });
      return { outcome, tookMs: performance.now() - startedAt };
    });
  return {
    fetchDocument: (request) => followRedirects(request, ask, { ...limits, now: options.now }),
    close: () => dispatcher.destroy(),
  };
}

function createAgent(options: FetcherOptions, connectTimeoutMs: number): Agent {
  return new Agent({
    connect: guardedConnector({
      isAllowed: createAddressCheck(options.allowNetworks),
      resolveHost: options.resolveHost ?? createHostResolver(),
      connectTimeoutMs,
    }),
    connections: options.perHost,
    // Four times Node's: some publishers send policies and cookies by the kilobyte.
    maxHeaderSize: 65_536,
    // The limit on the wire: a compressed body may hold endless bytes that decode to nothing.
    maxResponseSize: options.limits.bodyBytes,
    // Shorter than any server's, so that a connection is not used at the moment its server closes it.
    keepAliveTimeout: 1_000,
    keepAliveMaxTimeout: 10_000,
    // Taken off what a server announces (Node: 5 s): this thread may be busy for seconds, and then close too late.
    keepAliveTimeoutThreshold: 4_000,
  });
}

const userAgentOf = ({ userAgent }: FetcherOptions): string =>
  typeof userAgent === "string" ? userAgent : userAgent();

/** The credentials of the source, checked at each hop: a redirect to another host gets none. */
const credentialHeaders = (
  url: URL,
  credentials: SourceCredentials | undefined,
): Record<string, string> =>
  credentials !== undefined && isForOwnHost(url, credentials.url)
    ? Object.fromEntries(credentials.headers)
    : {};
