// Operators that ask whether an address lies in a range. Bits of the host beside a mask do not count, and addresses
// of the two versions of the protocol are never in each other's ranges.
import { type IpRange, readIpRange } from "../../policy/values/ip-range.js";
import type { Family } from "./family.js";

export const addresses: Family = {
  compare(_relation, value) {
    const range = rangeOf(value);
    if (range === undefined) return undefined;
    const low = lowestOf(range);
    return (requested) => {
      const given = rangeOf(requested);
      if (given === undefined || given.version !== range.version || given.prefix < range.prefix) return false;
      return lowestOf({ ...given, prefix: range.prefix }) === low;
    };
  },
  /** Ranges lie within each other or apart: their ends and the neighbors of these are all there is to try. */
  samples(values) {
    const texts = new Set<string>();
    for (const version of [4, 6] as const) {
      const last = (1n << BigInt(bitsOf(version))) - 1n;
      const tried = new Set<bigint>([DEFAULT[version]]);
      for (const range of values.map(rangeOf)) {
        if (range === undefined || range.version !== version) continue;
        const low = lowestOf(range);
        const high = low + (1n << BigInt(bitsOf(version) - range.prefix)) - 1n;
        // Addresses that look like those of machines come first.
        for (const one of [low + 1n, low, high, low - 1n, high + 1n]) tried.add(one);
      }
      for (const one of tried) if (one >= 0n && one <= last) texts.add(write(one, version));
    }
    return [...texts];
  },
};

/** 192.0.2.1 and 2001:db8::1, which are set apart for examples. */
const DEFAULT = { 4: 0xc0000201n, 6: 0x20010db8000000000000000000000001n } as const;

function rangeOf(text: string): IpRange | undefined {
  const reading = readIpRange(text);
  return reading.kind === "ip" ? reading : undefined;
}

function lowestOf({ version, address, prefix }: IpRange): bigint {
  const rest = BigInt(bitsOf(version) - prefix);
  return (address >> rest) << rest;
}

function bitsOf(version: 4 | 6): number {
  return version === 4 ? 32 : 128;
}

function write(address: bigint, version: 4 | 6): string {
  const [size, count] = version === 4 ? [8n, 4] : [16n, 8];
  const groups = Array.from({ length: count }, (_, at) => {
    const group = (address >> (size * BigInt(count - 1 - at))) & ((1n << size) - 1n);
    return group.toString(version === 4 ? 10 : 16);
  });
  return version === 4 ? groups.join(".") : groups.join(":").replace(/(?:^|:)0(?::0)+(?:$|:)/, "::");
}
