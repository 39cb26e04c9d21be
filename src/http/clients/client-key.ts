import type { IncomingMessage } from "node:http";
import { BlockList, isIP, type Socket } from "node:net";

/** What tells one client from another; `null` for those that are not limited. */
export type ClientKey = (request: Pick<IncomingMessage, "headers" | "socket">) => string | null;

/**
 * The key of a client: its IPv4 address, or the /64 of its IPv6 address, because a household or a
 * server owns a whole /64. The address is that of the connection, or the one that the outermost of our
 * `trustProxy` proxies saw (`X-Forwarded-For`, counted from the right, because a client can write
 * anything to the left).
 *
 * A connection from loopback or a private network, without a trusted `X-Forwarded-For`, is not limited: it is
 * the operator's own, or that of a proxy which is not configured here and carries everybody's requests.
 */
export const createClientKey = (trustProxy: number): ClientKey =>
  createKey(trustProxy, (address) => (isPrivate(address) ? null : addressKey(address)));

/** Like `createClientKey`, but an address on loopback or in a private network is a client, too. */
export const createAddressKey = (trustProxy: number): ClientKey =>
  createKey(trustProxy, (address) => (isPrivate(address) ? address : addressKey(address)));

function createKey(trustProxy: number, keyOf: (address: string) => string | null): ClientKey {
  const known = new WeakMap<Socket, string | null>();
  const ofConnection = ({ socket }: Pick<IncomingMessage, "socket">): string | null => {
    let key = known.get(socket);
    if (key === undefined) {
      const address = plainAddress(socket.remoteAddress ?? "");
      key = isIP(address) === 0 ? null : keyOf(address); // an ended connection has no address
      known.set(socket, key);
    }
    return key;
  };
  const forwardedKeyOf = rememberKeys(trustProxy);
  return (request) => {
    const forwarded = trustProxy === 0 ? undefined : request.headers["x-forwarded-for"];
    if (forwarded === undefined) return ofConnection(request);
    return forwardedKeyOf(String(forwarded)) ?? ofConnection(request);
  };
}

/** Parses each header value once. The bound keeps invented values from filling the memory. */
function rememberKeys(trustProxy: number): (header: string) => string | null {
  const known = new Map<string, string | null>();
  return (header) => {
    let key = known.get(header);
    if (key !== undefined) return key;
    key = forwardedKey(header, trustProxy);
    if (known.size >= MOST_REMEMBERED) known.clear();
    if (header.length <= LONGEST_REMEMBERED) known.set(header, key);
    return key;
  };
}

const MOST_REMEMBERED = 1000;
const LONGEST_REMEMBERED = 256;

const isPrivate = (address: string): boolean =>
  PRIVATE.check(address, isIP(address) === 4 ? "ipv4" : "ipv6");

/** The key of the address that the outermost trusted proxy saw: the first one when there are fewer than `trustProxy`. */
function forwardedKey(header: string, trustProxy: number): string | null {
  const addresses = header.split(",").slice(-trustProxy);
  const address = plainAddress(withoutPort(addresses[0]?.trim() ?? ""));
  return isIP(address) === 0 ? null : addressKey(address);
}

/** Some proxies write `192.0.2.1:5678` or `[2001:db8::1]:5678`. */
function withoutPort(text: string): string {
  const bracketed = /^\[([^\]]*)\]/.exec(text);
  if (bracketed?.[1] !== undefined) return bracketed[1];
  return text.includes(".") && !text.includes("::") ? (text.split(":", 1)[0] ?? "") : text;
}

/** Writes a mapped address (`::ffff:192.0.2.1`) as IPv4, and drops the zone, which names an interface of ours. */
function plainAddress(address: string): string {
  const [plain = ""] = address.split("%", 1);
  const mapped = /^::ffff:([\d.]+)$/i.exec(plain);
  return mapped?.[1] ?? plain;
}

function addressKey(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.toLowerCase().split("::", 2);
  const groups = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length);
  const all = [...groups, ...Array<string>(zeros).fill("0"), ...after];
  const network = all.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ""));
  return `${network.join(":")}::/64`;
}

/** RFC 1918, RFC 6598 (also Tailscale), RFC 4193, link-local and loopback. */
const PRIVATE = new BlockList();
for (const [network, bits] of [
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const) {
  PRIVATE.addSubnet(network, bits, "ipv4");
}
PRIVATE.addAddress("::1", "ipv6");
PRIVATE.addSubnet("fc00::", 7, "ipv6");
PRIVATE.addSubnet("fe80::", 10, "ipv6");
