// What a value of a condition is, beyond what stands there: which day a date is, how far a range of addresses goes.
import * as l10n from "@vscode/l10n";
import type { ValueType } from "../catalog/data.js";
import { readDate } from "../policy/values/date.js";
import { type IpRange, readIpRange } from "../policy/values/ip-range.js";
import { fill } from "./fill.js";
import { spokenLanguage } from "./language.js";

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

function describeDate(time: number, now: number | undefined): string {
  const format = new Intl.DateTimeFormat(spokenLanguage(), {
    ...{ weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" },
  });
  const parts = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]));
  const date = fill(l10n.t("{weekday}, {day} {month} {year}, {time} UTC"), {
    ...parts,
    time: new Date(time).toISOString().slice(11, 16),
  });
  if (now === undefined) return date;
  const days = Math.round((time - now) / DAY);
  return fill(distance(days, time < now), { date, days: Math.abs(days) });
}

function distance(days: number, isPast: boolean): string {
  if (days === 0) return isPast ? l10n.t("{date}, less than a day ago") : l10n.t("{date}, within a day");
  if (days === 1) return l10n.t("{date}, 1 day from now");
  if (days === -1) return l10n.t("{date}, 1 day ago");
  return days > 0 ? l10n.t("{date}, {days} days from now") : l10n.t("{date}, {days} days ago");
}

function describeRange({ version, address, prefix }: IpRange): string {
  const bits = version === 4 ? 32 : 128;
  const host = BigInt(bits - prefix);
  const first = (address >> host) << host;
  if (host === 0n) return fill(l10n.t("one IPv{version} address"), { version });
  const size = 1n << host;
  const range =
    version === 6
      ? fill(l10n.t("range of IPv6 addresses with {prefix} fixed bits"), { prefix })
      : fill(l10n.t("{first} to {last}"), { first: writeIpv4(first), last: writeIpv4(first + size - 1n) });
  return host > 32n ? range : fill(l10n.t("{range}, {count} addresses"), { range, count: String(size) });
}

function writeIpv4(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join(".");
}

function describeTag(text: string): string | undefined {
  const at = text.indexOf("&");
  if (at < 0) return undefined;
  return fill(l10n.t('the tag "{key}" with the value "{value}"'), {
    key: text.slice(0, at),
    value: text.slice(at + 1),
  });
}
