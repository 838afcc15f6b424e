// What is selected at a cursor, step by step from the inside to the outside.
import { expect, test } from "vitest";
import type { SelectionRange } from "vscode-languageserver-types";
import { selectionRanges } from "../../server/src/features/selection-ranges.js";
import { toOffset, toPosition } from "../../server/src/features/to-lsp.js";
import { serve, splitCursor } from "../support/cursor.js";

/** The texts that are selected one after another; the last ones, as long as the document, are left out. */
function steps(source: string, most: number): string[] {
  const { text, offset } = splitCursor(source);
  const document = serve(text);
  const found: string[] = [];
  let [range]: (SelectionRange | undefined)[] = selectionRanges(document, [
    toPosition(document.lines, offset),
  ]);
  for (; range !== undefined; range = range.parent) {
    const { start, end } = range.range;
    found.push(text.slice(toOffset(document.lines, start), toOffset(document.lines, end)));
  }
  expect(found.at(-1)).toBe(text);
  return found.slice(0, most);
}

const statement = (action: string, resource: string) =>
  `{"version":"2.0","statement":[{"effect":"allow","action":["${action}"],"resource":["${resource}"]}]}`;

test("a part of an action, the action, the list, the element", () => {
  expect(steps(statement("name/trtc:Remo|veUser", "*"), 6)).toEqual([
    "RemoveUser",
    "trtc:RemoveUser",
    "name/trtc:RemoveUser",
    '"name/trtc:RemoveUser"',
    '["name/trtc:RemoveUser"]',
    '"action":["name/trtc:RemoveUser"]',
  ]);
  expect(steps('{"Version":"1.1","Statement":[{"Effect":"Allow","Action":["ims:ima|ges:get"]}]}', 4)).toEqual(
    ["images", "images:get", "ims:images:get", '"ims:images:get"'],
  );
});

test("a segment of a resource", () => {
  const resource = "qcs::trtc::uin/100012345678:sdkappid/1400100200";
  expect(steps(statement("*", resource.replace("1400", "14|00")), 4)).toEqual([
    "1400100200",
    "sdkappid/1400100200",
    resource,
    `"${resource}"`,
  ]);
  expect(steps(statement("*", resource.replace("uin", "u|in")), 2)).toEqual(["uin", "uin/100012345678"]);
});

test("through the braces of a statement to the document", () => {
  expect(steps('{"version":"2.0","statement":[{"effect":"al|low"},{}]}', 99)).toEqual([
    "allow",
    '"allow"',
    '"effect":"allow"',
    '{"effect":"allow"}',
    '{"effect":"allow"},{}',
    '[{"effect":"allow"},{}]',
    '"statement":[{"effect":"allow"},{}]',
    '"version":"2.0","statement":[{"effect":"allow"},{}]',
    '{"version":"2.0","statement":[{"effect":"allow"},{}]}',
  ]);
});

test("inside a string by the policy that stands there, escapes included", () => {
  const policy = JSON.stringify(statement("name/trtc:Remo|veUser", "*")).replaceAll("/", "\\/");
  expect(steps(`{"PolicyDocument":${policy}}`, 5)).toEqual([
    "RemoveUser",
    "trtc:RemoveUser",
    "name\\/trtc:RemoveUser",
    '\\"name\\/trtc:RemoveUser\\"',
    '[\\"name\\/trtc:RemoveUser\\"]',
  ]);
});

test("each lies in the next, anywhere in any beginning of a policy", () => {
  const whole = statement("trtc:RemoveUser", "qcs::trtc::uin/1:sdkappid/14").replaceAll(",", ",\n");
  for (let length = 0; length <= whole.length; length += 3) {
    const document = serve(whole.slice(0, length));
    for (let offset = 0; offset <= length; offset++) {
      let [range]: (SelectionRange | undefined)[] = selectionRanges(document, [
        toPosition(document.lines, offset),
      ]);
      let inner = { start: offset, end: offset };
      for (; range !== undefined; range = range.parent) {
        const outer = {
          start: toOffset(document.lines, range.range.start),
          end: toOffset(document.lines, range.range.end),
        };
        expect(outer.start <= inner.start && inner.end <= outer.end).toBe(true);
        inner = outer;
      }
    }
  }
});
