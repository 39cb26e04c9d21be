import { lookup, Resolver } from "node:dns/promises";

/** All addresses of a host name, IPv4 and IPv6; rejects with an error that has a `code`. */
export type ResolveHost = (host: string) => Promise<readonly string[]>;

/** Longest wait for a name server before the system's resolver is asked instead. */
const DNS_TIMEOUT_MS = 2_000;

/**
 * Asks the name servers directly first: the system's `getaddrinfo` runs on two threads of libuv's
 * pool, where a few names with dead name servers would hold up every other source. What the name
 * servers do not know (/etc/hosts, search domains, localhost) is then asked of the system.
 */
export function createHostResolver(): ResolveHost {
  const resolver = new Resolver({ timeout: DNS_TIMEOUT_MS, tries: 1 });
  return async (host) => {
    const addresses = host.includes(".") ? await fromNameServers(resolver, host) : [];
    return addresses.length > 0 ? addresses : await fromSystem(host);
  };
}

async function fromNameServers(resolver: Resolver, host: string): Promise<string[]> {
  const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  return answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
}

async function fromSystem(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true, order: "verbatim" });
  return found.map(({ address }) => address);
}
