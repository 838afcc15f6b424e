// How long a policy is for the service: the characters of its text without the blanks between them.
// https://www.tencentcloud.com/document/product/598/10604 leaves blanks out of the count; no other page says what
// counts. Escapes that JSON does not need, such as `\/` in texts read back from the service, count as what they
// stand for.
import type { StringValue, Value } from "../text/value.js";
import type { Policy } from "./model.js";

/** From this part of the limit on, there is hardly room for one more statement. */
export const NEARLY_FULL = 0.9;

/** As of `JSON.stringify(JSON.parse(text)).length`, but counted from values, with every repeated key. */
export function minifiedLength({ value }: Policy): number {
  return lengthOf(value);
}

export function lengthOf(value: Value): number {
  switch (value.kind) {
    case "string":
      return stringLength(value);
    case "list": {
      let length = enclosed(value.items.length);
      for (const item of value.items) length += lengthOf(item);
      return length;
    }
    case "map": {
      let length = enclosed(value.entries.length);
      for (const { key, value: inner } of value.entries) {
        length += stringLength(key) + 1 + (inner === undefined ? 0 : lengthOf(inner));
      }
      return length;
    }
    default:
      return value.text.length;
  }
}

/** The brackets, and the commas between so many parts. */
function enclosed(parts: number): number {
  return parts === 0 ? 2 : parts + 1;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON must escape them.
const NEEDS_ESCAPE = /["\\\u0000-\u001f]/;

/** Escapes are longer than what they stand for: a string that is as long as its text has none. */
function stringLength({ text, span }: StringValue): number {
  const isPlain = span.end - span.start === text.length + 2 || !NEEDS_ESCAPE.test(text);
  return isPlain ? text.length + 2 : JSON.stringify(text).length;
}
