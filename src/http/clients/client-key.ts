import type { IncomingMessage } from "node:http";
import { BlockList, isIP, type Socket } from "node:net";

/** What tells one client from another; `null` for those that are not limited. */
export type ClientKey = (request: Pick<IncomingMessage, "headers" | "socket">) => string | null;

/**
 * The key of a client: its IPv4 address, or the /64 of its IPv6 address, of which a household or a
 * server has as many addresses as it likes. The address is that of the connection, or what the
 * outermost of our `trustProxy` proxies saw (`X-Forwarded-For`, counted from the right, for a client
 * may write anything to the left).
 *
 * A connection from loopback or a private network that no proxy speaks for is not limited: it is the
 * operator's own, or a proxy that is not configured here and would stand for everybody.
 */
export const createClientKey = (trustProxy: number): ClientKey =>
  createKey(trustProxy, (address) => (isPrivate(address) ? null : addressKey(address)));

/** The same for every client: on loopback and in private networks each address is one. */
export const createAddressKey = (trustProxy: number): ClientKey =>
  createKey(trustProxy, (address) => (isPrivate(address) ? address : addressKey(address)));

function createKey(trustProxy: number, keyOf: (address: string) => string | null): ClientKey {
  const known = new WeakMap<Socket, string | null>();
  const ofConnection = ({ socket }: Pick<IncomingMessage, "socket">): string | null => {
    let key = known.get(socket);
    if (key === undefined) {
      const address = plainAddress(socket.remoteAddress ?? "");
      key = isIP(address) === 0 ? null : keyOf(address); // none: a connection that is gone
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

/** Clients come again and again: each is taken apart once. The bound keeps made-up ones from filling the memory. */
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

/** Of several addresses the one that the outermost trusted proxy saw; fewer than promised: the first. */
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

/** An IPv4 address is one, however the system writes it (`::ffff:192.0.2.1`); zones name our interfaces. */
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
