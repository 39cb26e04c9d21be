import ipaddr from "ipaddr.js";

/** Whether we may connect to an address (dotted IPv4 or IPv6 text). */
export type AddressCheck = (address: string) => boolean;

type ResolvedAddress = ReturnType<typeof ipaddr.parse>;
type Network = ReturnType<typeof ipaddr.parseCIDR>;

/**
 * Allows public unicast addresses and what the operator exempted, nothing else. `allowNetworks` are
 * CIDRs or single addresses, checked by the configuration: a wrong one throws.
 */
export function createAddressCheck(allowNetworks: readonly string[]): AddressCheck {
  const networks = allowNetworks.map(parseNetwork);
  return (text) => {
    if (isPublicAddress(text)) return true;
    return (
      ipaddr.isValid(text) && networks.some((network) => contains(network, ipaddr.parse(text)))
    );
  };
}

/** The only block from which public IPv6 addresses are given out (RFC 4291 §2.4). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * A list of what is allowed: lists of forbidden ranges always miss one (fec0::1, 64:ff9b::a00:1,
 * ::10.0.0.5, Teredo). ipaddr.js calls "unicast" what is in none of the special-purpose registries.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== "unicast") return false;
  return address instanceof ipaddr.IPv4 || address.match(GLOBAL_UNICAST);
}

function parseNetwork(text: string): Network {
  if (text.includes("/")) return ipaddr.parseCIDR(text);
  const address = ipaddr.parse(text);
  return ipaddr.parseCIDR(`${text}/${address.kind() === "ipv4" ? 32 : 128}`);
}

/** An IPv4-mapped IPv6 address is in no IPv4 network: it is exempted only as what it is. */
function contains([network, bits]: Network, address: ResolvedAddress): boolean {
  return network.kind() === address.kind() && address.match([network, bits] as never);
}
