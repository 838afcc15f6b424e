// What a value of a condition is, beyond what stands there: which day a date is, how far a range of addresses goes.
import type { ValueType } from "../catalog/data.js";
import { readDate } from "../policy/values/date.js";
import { type IpRange, readIpRange } from "../policy/values/ip-range.js";
import { plural } from "./lists.js";

/** Undefined where there is nothing to add, or the value is none of that type: a finding says so then. */
export function describeValue(text: string, type: ValueType, now?: number): string | undefined {
  switch (type) {
    case "date": {
      const reading = readDate(text);
      return reading.kind === "date" ? describeDate(reading.time, now) : undefined;
    }
    case "ip": {
      const reading = readIpRange(text);
      return reading.kind === "ip" ? describeRange(reading) : undefined;
    }
    case "tag":
      return describeTag(text);
    default:
      return undefined;
  }
}

const DAY = 86_400_000;
const WEEKDAY = new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" });

function describeDate(time: number, now: number | undefined): string {
  const moment = new Date(time);
  const day = `${moment.getUTCDate()} ${MONTH.format(time)} ${moment.getUTCFullYear()}`;
  const date = `${WEEKDAY.format(time)}, ${day}, ${moment.toISOString().slice(11, 16)} UTC`;
  if (now === undefined) return date;
  const days = Math.round((time - now) / DAY);
  const far = `${Math.abs(days)} ${plural(Math.abs(days), "day")}`;
  if (days === 0) return `${date}, ${time < now ? "less than a day ago" : "within a day"}`;
  return days > 0 ? `${date}, ${far} from now` : `${date}, ${far} ago`;
}

function describeRange({ version, address, prefix }: IpRange): string {
  const bits = version === 4 ? 32 : 128;
  const host = BigInt(bits - prefix);
  const first = (address >> host) << host;
  if (host === 0n) return `one IPv${version} address`;
  const size = 1n << host;
  const count = host <= 32n ? `, ${size} addresses` : "";
  if (version === 6) return `range of IPv6 addresses with ${prefix} fixed bits${count}`;
  return `${writeIpv4(first)} to ${writeIpv4(first + size - 1n)}${count}`;
}

function writeIpv4(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join(".");
}

function describeTag(text: string): string | undefined {
  const at = text.indexOf("&");
  if (at < 0) return undefined;
  return `the tag "${text.slice(0, at)}" with the value "${text.slice(at + 1)}"`;
}
