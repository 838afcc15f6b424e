// Whether a text can be the value that a request has of a key. Of a key that holds text, any text can.
import { readDate } from "./date.js";
import { readIpRange } from "./ip-range.js";
import { readBoolean, readNumber } from "./scalars.js";

export type RequestedFault =
  | "empty"
  | "no-boolean"
  | "no-date"
  | "no-zone"
  | "no-such-day"
  | "no-address"
  /** A range of addresses, where a request comes from one. */
  | "range"
  | "no-number";

/** Undefined where nothing is wrong. `type` is one of the catalog's types of values. */
export function faultOfRequested(text: string, type: string): RequestedFault | undefined {
  if (text === "") return "empty";
  switch (type) {
    case "boolean":
      return readBoolean(text).kind === "boolean" ? undefined : "no-boolean";
    case "number":
      return readNumber(text).kind === "number" ? undefined : "no-number";
    case "date": {
      const reading = readDate(text);
      return reading.kind === "date" ? undefined : (reading.fault ?? "no-date");
    }
    case "ip": {
      const reading = readIpRange(text);
      if (reading.kind !== "ip") return "no-address";
      return text.includes("/") && reading.prefix < (reading.version === 4 ? 32 : 128) ? "range" : undefined;
    }
    default:
      return undefined;
  }
}
