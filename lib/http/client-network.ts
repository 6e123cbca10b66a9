import { isIPv4, isIPv6 } from "node:net";

/**
 * Whose an address is, for counting: of IPv6 the network of 64 bits, for one connection holds all addresses of it; of IPv4 the address,
 * however it is written.
 */
export function clientNetwork(address: string): string {
  const bare = withoutPort(address);
  if (!isIPv6(bare)) return bare;
  const groups = groupsOf(bare);
  const [first, second] = groups.slice(6).map((group) => Number.parseInt(group, 16));
  const mapped = groups.slice(0, 6).join(":") === "0:0:0:0:0:ffff";
  if (mapped && first !== undefined && second !== undefined) return [first >> 8, first & 255, second >> 8, second & 255].join(".");
  return `${groups.slice(0, 4).join(":")}::/64`;
}

function withoutPort(address: string): string {
  const [, bracketed, dotted] = /^(?:\[([^\]]*)\]|(\d+(?:\.\d+){3}))(?::\d+)?$/.exec(address) ?? [];
  if (dotted !== undefined && isIPv4(dotted)) return dotted;
  return bracketed ?? address;
}

/** All eight, none shortened. */
function groupsOf(address: string): string[] {
  const [zoneless = ""] = address.split("%");
  const canonical = new URL(`http://[${zoneless}]`).hostname.slice(1, -1);
  const [head, tail] = canonical.split("::").map((part) => part.split(":").filter(Boolean));
  if (head === undefined || tail === undefined) return head ?? [];
  return [...head, ...Array<string>(8 - head.length - tail.length).fill("0"), ...tail];
}
