// Dates are the instants that `Date` makes of them, where both can read them.
import fc from "fast-check";
import { expect, test } from "vitest";
import { readDate } from "../../../../server/src/core/policy/values/date.js";

const RUNS = Number(process.env.RUNS ?? 2000);
const digits = (value: number, length: number) => String(value).padStart(length, "0");
const upTo = (max: number) => fc.integer({ min: 0, max });

test("every instant is read as it is printed", () => {
  const instant = fc.date({
    min: new Date("0001-01-01T00:00:00Z"),
    max: new Date("9999-12-31T23:59:59Z"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(instant, (date) => {
      expect(readDate(date.toISOString())).toEqual({ kind: "date", time: date.getTime() });
    }),
    { numRuns: RUNS },
  );
});

test("a day or time of day that does not exist is no date, an offset is taken off", () => {
  fc.assert(
    fc.property(
      fc.tuple(fc.integer({ min: 1, max: 9999 }), upTo(13), upTo(32), upTo(24), upTo(60), upTo(60)),
      fc.oneof(fc.constant("Z"), fc.tuple(fc.constantFrom("+", "-"), upTo(23), upTo(59))),
      ([year, month, day, hour, minute, second], zone) => {
        const date = `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
        const time = `${digits(hour, 2)}:${digits(minute, 2)}:${digits(second, 2)}`;
        const offset =
          typeof zone === "string" ? zone : `${zone[0]}${digits(zone[1], 2)}:${digits(zone[2], 2)}`;
        const expected = exists(date) ? Date.parse(`${date}T${time}${offset}`) : Number.NaN;
        const reading = readDate(`${date}T${time}${offset}`);
        expect(reading.kind === "date" ? reading.time : Number.NaN).toBe(expected);
      },
    ),
    { numRuns: RUNS },
  );
});

/** `Date` takes the 31st of a shorter month for the first of the next. */
function exists(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}

test.each([
  ["2030-01-31T12:00Z", { kind: "date", time: Date.UTC(2030, 0, 31, 12) }],
  ["2030-01-31T12:00:00+0100", { kind: "date", time: Date.UTC(2030, 0, 31, 11) }],
  ["2030-01-31 12:00:00Z", { kind: "unreadable", meant: "2030-01-31T12:00:00Z" }],
  // Older tables of CAM print it so.
  ["2030-01-31T 12:00:00Z", { kind: "unreadable", meant: "2030-01-31T12:00:00Z" }],
  [" 2030-01-31T12:00:00 Z", { kind: "unreadable", meant: "2030-01-31T12:00:00Z" }],
  ["2030-01-31 12:00:00", { kind: "unreadable", meant: "2030-01-31T12:00:00Z", guessed: true }],
  ["2030-01-31", { kind: "unreadable", meant: "2030-01-31T00:00:00Z", guessed: true }],
  [
    "2030-01-31T12:00:00",
    { kind: "unreadable", meant: "2030-01-31T12:00:00Z", guessed: true, fault: "no-zone" },
  ],
  ["2030-02-30T12:00:00Z", { kind: "unreadable", fault: "no-such-day" }],
  ["2030-02-30", { kind: "unreadable" }],
  ["tomorrow", { kind: "unreadable" }],
])("%s", (text, expected) => {
  expect(readDate(text)).toEqual(expected);
});
