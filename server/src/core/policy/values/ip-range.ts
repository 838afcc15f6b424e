// Reads an address or a range of addresses, of either version of the protocol. Bits of the host beside a mask are
// fine: samples of the vendors have them.
import { LONGEST_VALUE, unreadable, type ValueReading } from "./reading.js";

export interface IpRange {
  readonly kind: "ip";
  readonly version: 4 | 6;
  /** The address as one number, host bits included. */
  readonly address: bigint;
  /** How many bits of the address count: all 32 or 128 without a mask. */
  readonly prefix: number;
}

export function readIpRange(text: string): ValueReading<IpRange> {
  if (text.length > LONGEST_VALUE) return { kind: "unreadable" };
  return parse(text) ?? unreadable({ isValue, ...repairsOf(text.replace(/\s+/g, "")) });
}

function parse(text: string): IpRange | undefined {
  const slash = text.indexOf("/");
  const host = slash < 0 ? text : text.slice(0, slash);
  const version = host.includes(":") ? 6 : 4;
  const address = version === 6 ? readIpv6(host) : readIpv4(host);
  const bits = version === 6 ? 128 : 32;
  const prefix = slash < 0 ? bits : readPrefix(text.slice(slash + 1), bits);
  if (address === undefined || prefix === undefined) return undefined;
  return { kind: "ip", version, address, prefix };
}

function isValue(text: string): boolean {
  return parse(text) !== undefined;
}

function readPrefix(digits: string, bits: number): number | undefined {
  return /^(?:0|[1-9]\d{0,2})$/.test(digits) && Number(digits) <= bits ? Number(digits) : undefined;
}

const BYTE = /^(?:0|[1-9]\d{0,2})$/;

/** A leading zero means octal to some programs: it is no address. */
function readIpv4(text: string): bigint | undefined {
  const bytes = text.split(".");
  if (bytes.length !== 4) return undefined;
  let address = 0n;
  for (const byte of bytes) {
    if (!BYTE.test(byte) || Number(byte) > 255) return undefined;
    address = (address << 8n) | BigInt(byte);
  }
  return address;
}

function readIpv6(text: string): bigint | undefined {
  const [head = "", tail, ...more] = text.split("::");
  if (more.length > 0) return undefined;
  const before = groupsOf(head, tail === undefined);
  const after = tail === undefined ? [] : groupsOf(tail, true);
  if (before === undefined || after === undefined) return undefined;
  const left = 8 - before.length - after.length;
  // `::` stands for one group at least.
  if (tail === undefined ? left !== 0 : left < 1) return undefined;
  const groups = [...before, ...Array.from({ length: left }, () => 0), ...after];
  return groups.reduce((address, group) => (address << 16n) | BigInt(group), 0n);
}

/** Groups of four digits; the last two may be written as an address of version 4. */
function groupsOf(text: string, isEnd: boolean): number[] | undefined {
  if (text === "") return [];
  const groups: number[] = [];
  const parts = text.split(":");
  for (const [at, part] of parts.entries()) {
    if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
    else {
      const embedded = isEnd && at === parts.length - 1 ? readIpv4(part) : undefined;
      if (embedded === undefined) return undefined;
      groups.push(Number(embedded >> 16n), Number(embedded & 0xffffn));
    }
  }
  return groups;
}

/** Blanks, the brackets of web addresses, and masks leave no doubt; stars do. */
function repairsOf(text: string) {
  const bare = /^\[(.*)\]$/.exec(text)?.[1] ?? text;
  return { certain: [bare, withPrefix(bare)], guessed: [withoutStars(bare)] };
}

/** `10.0.0.0/255.255.255.0` is `10.0.0.0/24`, written as it was before there were prefixes. */
function withPrefix(text: string): string | undefined {
  const [host = "", mask = ""] = text.split("/");
  const bits = readIpv4(mask)?.toString(2).padStart(32, "0");
  if (bits === undefined || !/^1*0*$/.test(bits)) return undefined;
  return `${host}/${bits.indexOf("0") < 0 ? 32 : bits.indexOf("0")}`;
}

/** `10.0.*` and `10.0.*.*` look like patterns of what is `10.0.0.0/16`. */
function withoutStars(text: string): string | undefined {
  const match = /^(\d+(?:\.\d+){0,2})(?:\.\*)+$/.exec(text);
  const bytes = match?.[1]?.split(".");
  if (bytes === undefined || text.split(".").length > 4) return undefined;
  const zeros = Array.from({ length: 4 - bytes.length }, () => "0");
  return `${[...bytes, ...zeros].join(".")}/${bytes.length * 8}`;
}
