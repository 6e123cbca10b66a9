import fc from "fast-check";
import { expect, it } from "vitest";
import { clientNetwork } from "./client-network";

it.each([
  ["203.0.113.7", "203.0.113.7"],
  ["203.0.113.7:51234", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["::ffff:cb00:7107", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
  ["[2001:0db8:0001:0002::1]:443", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["unknown", "unknown"],
])("%s is counted as %s", (address, network) => {
  expect(clientNetwork(address)).toBe(network);
});

it("of one network of 64 bits all are one, and of two networks none", () => {
  const group = fc.integer({ min: 0, max: 0xffff }).map((number) => number.toString(16));
  const network = fc.array(group, { minLength: 4, maxLength: 4 }).map((groups) => ["2001", ...groups.slice(1)].join(":"));
  const host = fc.array(group, { minLength: 4, maxLength: 4 }).map((groups) => groups.join(":"));
  fc.assert(
    fc.property(network, network, host, host, (one, other, first, second) => {
      expect(clientNetwork(`${one}:${first}`)).toBe(clientNetwork(`${one}:${second}`));
      expect(clientNetwork(`${one}:${first}`) === clientNetwork(`${other}:${first}`)).toBe(one === other);
    }),
  );
});

it("takes whatever a header says", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.ipV4(), fc.ipV6()), (text) => typeof clientNetwork(text) === "string"));
});
