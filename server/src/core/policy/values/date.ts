// Reads a point in time as conditions write it: ISO 8601 with a time of day, in UTC or with an offset.
import { LONGEST_VALUE, type UnreadableValue, unreadable, type ValueReading } from "./reading.js";

export interface DateReading {
  readonly kind: "date";
  /** Milliseconds since 1970, as `Date` counts them. */
  readonly time: number;
}

const DATE =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:Z|([+-])(\d{2}):?(\d{2}))$/i;

export function readDate(text: string): ValueReading<DateReading> {
  if (text.length > LONGEST_VALUE) return { kind: "unreadable" };
  return parse(text) ?? { ...unreadable({ isValue, ...repairsOf(text.trim()) }), ...faultOf(text) };
}

function parse(text: string): DateReading | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [, ...groups] = match;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = groups.slice(0, 6).map(numberOf);
  const thousandths = Number(`${groups[6] ?? ""}000`.slice(0, 3));
  const [offsetHour = 0, offsetMinute = 0] = groups.slice(8).map(numberOf);
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  // Midnight at the end of a day may be written as 24:00.
  const isTime =
    (hour < 24 || (hour === 24 && minute + second + Number(groups[6] ?? "0") === 0)) &&
    minute < 60 &&
    second < 60;
  if (!isDay || !isTime || offsetHour > 23 || offsetMinute > 59) return undefined;
  const offset = (groups[7] === "-" ? -1 : 1) * (offsetHour * 60 + offsetMinute);
  const days = daysSinceEpoch(year, month, day);
  const time = ((days * 24 + hour) * 60 + minute - offset) * 60_000 + second * 1000 + thousandths;
  return { kind: "date", time };
}

function isValue(text: string): boolean {
  return parse(text) !== undefined;
}

function numberOf(digits: string | undefined): number {
  return Number(digits ?? "0");
}

function faultOf(text: string): Pick<UnreadableValue, "fault"> {
  if (DATE.test(text)) return { fault: "no-such-day" };
  return isValue(`${text}Z`) ? { fault: "no-zone" } : {};
}

/** A blank for the `T` leaves no doubt; a missing zone or time of day does. */
function repairsOf(text: string) {
  const joined = text
    .replace(/^(\d{4}-\d{2}-\d{2})[ _]*T?[ _]+(?=\d)/i, "$1T")
    .replace(/ +(?=(?:Z|[+-]\d{2}:?\d{2})$)/i, "");
  return { certain: [joined], guessed: [`${joined}Z`, `${joined}T00:00:00Z`] };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Years begin in March here, so that the day that comes and goes is the last of them. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + dayOfYear - 719_468;
}
