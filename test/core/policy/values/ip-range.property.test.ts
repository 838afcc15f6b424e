// Addresses are those that Node takes for some, and ranges those with a mask that fits.
import { isIPv4, isIPv6 } from "node:net";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readIpRange } from "../../../../server/src/core/policy/values/ip-range.js";

const RUNS = Number(process.env.RUNS ?? 2000);

/** What addresses are made of, so that many are right and all are nearly so. */
const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom("0", "1", "9", "10", "255", "256", "01", "ffff", "db8", "12345", "g", ""),
  },
  fc.integer({ min: 0, max: 300 }).map(String),
);
const ipv4Like = fc.array(piece, { minLength: 3, maxLength: 5 }).map((pieces) => pieces.join("."));
const ipv6Like = fc
  .tuple(
    fc.array(fc.tuple(piece, fc.constantFrom(":", ":", ":", ":", "::")), { maxLength: 8 }),
    fc.oneof({ weight: 3, arbitrary: piece }, ipv4Like, fc.ipV4()),
  )
  .map(([pieces, end]) => pieces.map((pair) => pair.join("")).join("") + end);
const address = fc.oneof(fc.ipV4(), fc.ipV6(), ipv4Like, ipv6Like, fc.string({ maxLength: 6 }));

test("an address is one exactly where Node says so", () => {
  fc.assert(
    fc.property(address, (text) => {
      // A zone belongs to one machine, and a slash begins a mask.
      fc.pre(!text.includes("%") && !text.includes("/"));
      expect(`${text} ${readIpRange(text).kind}`).toBe(
        `${text} ${isIPv4(text) || isIPv6(text) ? "ip" : "unreadable"}`,
      );
    }),
    { numRuns: RUNS },
  );
});

test("a mask is a number of bits that the address has", () => {
  const mask = fc.oneof(
    fc.integer({ min: -1, max: 140 }).map(String),
    fc.constantFrom("", "08", "+8", "8 ", "a"),
  );
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), mask, (text, bits) => {
      const fits = /^(?:0|[1-9]\d*)$/.test(bits) && Number(bits) <= (isIPv4(text) ? 32 : 128);
      const reading = readIpRange(`${text}/${bits}`);
      expect(reading.kind).toBe(fits ? "ip" : "unreadable");
      if (reading.kind === "ip") expect(reading.prefix).toBe(Number(bits));
    }),
    { numRuns: RUNS },
  );
});

test.each([
  ["10.121.2.10/24", 4, 0x0a79020an, 24],
  ["255.255.255.255", 4, 0xffffffffn, 32],
  ["::", 6, 0n, 128],
  ["2001:db8::1/32", 6, 0x20010db8000000000000000000000001n, 32],
  ["::ffff:10.0.0.1", 6, 0xffff0a000001n, 128],
])("%s as numbers", (text, version, number, prefix) => {
  expect(readIpRange(text)).toEqual({ kind: "ip", version, address: number, prefix });
});

test.each([
  ["10.0.0.0 /24", { meant: "10.0.0.0/24" }],
  ["10.0.0.0/255.255.0.0", { meant: "10.0.0.0/16" }],
  ["10.0.0.0/0.0.0.0", { meant: "10.0.0.0/0" }],
  ["10.0.0.0/255.0.255.0", {}],
  ["[::1]", { meant: "::1" }],
  ["10.*", { meant: "10.0.0.0/8", guessed: true }],
  ["10.0.0.0.*", {}],
  ["10.0.0.0-10.0.0.9", {}],
  ["", {}],
])("%s is none", (text, rest) => {
  expect(readIpRange(text)).toEqual({ kind: "unreadable", ...rest });
});
