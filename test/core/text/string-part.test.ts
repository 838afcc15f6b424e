// Places and edits of a part of a string, with and without escapes in it.
import { describe, expect, test } from "vitest";
import { applyEdits, isString, itemsOf, readJson, type StringValue } from "../../../server/src/core/index.js";
import { editInString, spanInString } from "../../../server/src/core/text/string-part.js";

describe.each([
  ["plain", '["trtc:Stop"]', "trtc", '["im:Stop"]'],
  ["with an escaped slash", '["name\\/trtc:Stop"]', '"name\\/trtc:Stop"', '["name/im:Stop"]'],
  ["with an escaped letter", '["\\u0074rtc:Stop"]', '"\\u0074rtc:Stop"', '["im:Stop"]'],
  ["not closed", '["trtc:Stop', '"trtc:Stop', '["im:Stop"'],
])("a string %s", (_, text, place, edited) => {
  const value = stringIn(text);
  const start = value.text.indexOf("trtc");
  const service = { start, end: start + "trtc".length };

  test("the part has a place", () => {
    const { start, end } = spanInString(value, service);
    expect(text.slice(start, end)).toBe(place);
  });

  test("the part is replaced", () => {
    expect(applyEdits(text, [editInString(value, service, "im")])).toBe(edited);
  });
});

test("a text that has to be escaped is", () => {
  const text = '["trtc:Stop"]';
  const edit = editInString(stringIn(text), { start: 0, end: 4 }, 'a"b');
  expect(applyEdits(text, [edit])).toBe('["a\\"b:Stop"]');
});

test("a string without a place is replaced nowhere else", () => {
  const value: StringValue = { kind: "string", span: { start: 0, end: 0 }, text: "trtc:Stop" };
  expect(spanInString(value, { start: 0, end: 4 })).toEqual({ start: 0, end: 0 });
});

function stringIn(text: string): StringValue {
  const [value] = itemsOf(readJson(text).root).filter(isString);
  if (value === undefined) throw new Error("the text has no string");
  return value;
}
