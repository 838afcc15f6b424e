// What the editor takes as a word and where it indents, as far as the language configuration decides it.
import { readFileSync } from "node:fs";
import { parse } from "jsonc-parser";
import { expect, it } from "vitest";

interface LanguageConfiguration {
  readonly comments?: unknown;
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly indentationRules: {
    readonly increaseIndentPattern: string;
    readonly decreaseIndentPattern: string;
  };
}

const path = new URL("../../syntaxes/language-configuration.json", import.meta.url);
const configuration: LanguageConfiguration = parse(readFileSync(path, "utf8"));

it.each([
  ['"name/trtc:DescribeAppStatList"', ["name", "trtc", "DescribeAppStatList"]],
  ['"ims:images:get*", "*"', ["ims", "images", "get*", "*"]],
  [
    '"qcs::im::uin/100012345678:sdkappid/1400100200"',
    ["qcs", "im", "uin", "100012345678", "sdkappid", "1400100200"],
  ],
  ['"version": "2.0"', ["version", "2.0"]],
  ['"g:CurrentTime": ["ap-guangzhou"]', ["g", "CurrentTime", "ap-guangzhou"]],
  ['{"li.wei":"王伟"}', ["li.wei", "王伟"]],
])("splits %s into words", (text, words) => {
  const { pattern, flags } = configuration.wordPattern;
  expect(text.match(new RegExp(pattern, `g${flags}`))).toEqual(words);
});

it.each([
  ["{", true],
  ['  "statement": [', true],
  ['{ "effect": "allow", "action": [', true],
  ['[{ "a": 1,', true],
  ['  "action": ["im:*"],', false],
  ['  "note": "a { in a string",', false],
  ['  "note": "an escaped \\" and a [",', false],
  ["  }, {", true],
])("indents after %s: %s", (line, indents) => {
  expect(new RegExp(configuration.indentationRules.increaseIndentPattern).test(line)).toBe(indents);
});

it.each([
  ["  }", true],
  ["  ],", true],
  ['  "a": []', false],
])("outdents %s: %s", (line, outdents) => {
  expect(new RegExp(configuration.indentationRules.decreaseIndentPattern).test(line)).toBe(outdents);
});

it("writes no comments, because a policy is strict JSON", () => {
  expect(configuration.comments).toBeUndefined();
});
