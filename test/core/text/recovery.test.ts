// What is still seen of a text with a mistake in it, and what is said about the mistake.
// Left to right: the habit, the text as somebody would write it, what is read of it, the problems.
import { describe, expect, test } from "vitest";
import { readJson } from "../../../server/src/core/index.js";
import { dataOf } from "./support.js";

interface Case {
  readonly habit: string;
  readonly text: string;
  readonly read: unknown;
  readonly problems: readonly string[];
}

const first = { effect: "allow", action: "trtc:*", resource: "*" };
const second = { effect: "deny", action: "im:*", resource: "*" };
const both = { version: "2.0", statement: [first, second] };

/** A document of two statements, with the statements as given. */
const around = (statements: string) => `{
  "version": "2.0",
  "statement": [
${statements}
  ]
}`;
const FIRST = '{ "effect": "allow", "action": "trtc:*", "resource": "*" }';
const SECOND = '{ "effect": "deny", "action": "im:*", "resource": "*" }';

const missing: readonly Case[] = [
  {
    habit: "a comma between two statements",
    text: around(`    ${FIRST}\n    ${SECOND}`),
    read: both,
    problems: ["missing-comma }"],
  },
  {
    habit: "a comma between two elements",
    text: '{ "effect": "allow"\n  "action": "trtc:*", "resource": "*" }',
    read: first,
    problems: ['missing-comma "'],
  },
  {
    habit: "a comma between two actions",
    text: '{ "action": ["a" "b", "c"], "resource": "*" }',
    read: { action: ["a", "b", "c"], resource: "*" },
    problems: ['missing-comma "'],
  },
  {
    habit: "the closing brace of a statement",
    text: around(`    ${FIRST.slice(0, -2)},\n    ${SECOND}`),
    read: both,
    problems: ["unclosed-bracket {"],
  },
  {
    habit: "the closing brace of a statement, and the comma",
    text: around(`    ${FIRST.slice(0, -2)}\n    ${SECOND}`),
    read: both,
    problems: ["unclosed-bracket {", 'missing-comma "'],
  },
  {
    habit: "the closing brace of the last statement",
    text: around(`    ${FIRST},\n    ${SECOND.slice(0, -2)}`),
    read: both,
    problems: ["unclosed-bracket {"],
  },
  {
    habit: "the closing bracket of an action list",
    text: '{ "effect": "allow",\n  "action": ["a", "b",\n  "resource": "*" }',
    read: { effect: "allow", action: ["a", "b"], resource: "*" },
    problems: ["unclosed-bracket ["],
  },
  {
    habit: "the closing bracket of an action list, and the comma",
    text: '{ "effect": "allow",\n  "action": ["a", "b"\n  "resource": "*" }',
    read: { effect: "allow", action: ["a", "b"], resource: "*" },
    problems: ["unclosed-bracket ["],
  },
  {
    habit: "the closing bracket of the last list of a statement",
    text: around(`    { "effect": "allow", "resource": "*", "action": ["trtc:*" },\n    ${SECOND}`),
    read: { version: "2.0", statement: [{ effect: "allow", resource: "*", action: ["trtc:*"] }, second] },
    problems: ["unclosed-bracket ["],
  },
  {
    habit: "the closing bracket of the statements",
    text: `{ "statement": [${FIRST}, ${SECOND}, "version": "2.0" }`,
    read: both,
    problems: ["unclosed-bracket ["],
  },
  {
    habit: "both brackets of a list",
    text: '{ "effect": "allow", "action": "a", "b", "c", "resource": "*" }',
    read: { effect: "allow", action: ["a", "b", "c"], resource: "*" },
    problems: ["list-without-brackets action"],
  },
  {
    habit: "both brackets of two lists",
    text: '{ "action": "a", "b", "resource": "*", "x", "effect": "allow" }',
    read: { action: ["a", "b"], resource: ["*", "x"], effect: "allow" },
    problems: ["list-without-brackets action", "list-without-brackets resource"],
  },
  {
    habit: "the opening bracket of a list",
    text: '{ "effect": "allow",\n  "action": "a", "b"],\n  "resource": "*" }',
    read: { effect: "allow", action: ["a", "b"], resource: "*" },
    problems: ["list-without-brackets action"],
  },
  {
    habit: "the opening bracket of a list of one",
    text: around('    { "effect": "allow",\n      "action": "trtc:*"],\n      "resource": "*" }'),
    read: { version: "2.0", statement: [{ effect: "allow", action: ["trtc:*"], resource: "*" }] },
    problems: ["list-without-brackets action"],
  },
  {
    habit: "both brackets of a list that ends its statement",
    text: '{ "effect": "allow", "resource": "*", "action": "trtc:*", "im:*" }',
    read: { effect: "allow", resource: "*", action: ["trtc:*", "im:*"] },
    problems: ["list-without-brackets action"],
  },
  {
    habit: "both brackets of the statements",
    text: `{ "version": "2.0", "statement": ${FIRST}, ${SECOND} }`,
    read: both,
    problems: ["list-without-brackets statement"],
  },
  {
    habit: "both brackets of the statements, and the comma between them",
    text: `{ "statement": ${FIRST}\n ${SECOND}, "version": "2.0" }`,
    read: both,
    problems: ["list-without-brackets statement", "missing-comma }"],
  },
  {
    habit: "the opening bracket of the statements",
    text: `{ "statement": ${FIRST}, ${SECOND}], "version": "2.0" }`,
    read: both,
    problems: ["list-without-brackets statement"],
  },
  {
    habit: "the outermost braces",
    text: `"version": "2.0", "statement": [${FIRST}, ${SECOND}]`,
    read: both,
    problems: ['unopened-bracket "version"'],
  },
  {
    habit: "a colon",
    text: '{ "effect" "allow", "action": "trtc:*", "resource": "*" }',
    read: first,
    problems: ['missing-colon "effect"'],
  },
  {
    habit: "a value",
    text: '{ "effect": , "action": "trtc:*" }',
    read: { effect: undefined, action: "trtc:*" },
    problems: ['missing-value "effect"'],
  },
  {
    habit: "a value and its comma, as while typing",
    text: '{ "effect": \n "action": ["a"], "resource": "*" }',
    read: { effect: undefined, action: ["a"], resource: "*" },
    problems: ['missing-value "effect"'],
  },
  {
    habit: "a colon and a value behind a condition key, as while typing",
    text: '{ "string_equal": { "qcs:ip": "a", "qcs:x" } }',
    read: { string_equal: { "qcs:ip": "a", "qcs:x": undefined } },
    problems: ['missing-colon "qcs:x"'],
  },
  {
    habit: "a key",
    text: '{ : "allow", "action": "a" }',
    read: { action: "a" },
    problems: ["missing-key :"],
  },
];

const quotes: readonly Case[] = [
  {
    habit: "a string without its closing quote, at the end of a line",
    text: '{ "effect": "allow,\n  "action": "trtc:*",\n  "resource": "*" }',
    read: first,
    problems: ['unclosed-string "allow'],
  },
  {
    habit: "a string without its closing quote, at the end of a list",
    text: '{ "action": ["a", "b],\n  "resource": "*" }',
    read: { action: ["a", "b"], resource: "*" },
    problems: ['unclosed-string "b'],
  },
  {
    habit: "a string without its closing quote, in the middle of a line",
    text: '{ "action": ["a, "b", "c"], "resource": "*" }',
    read: { action: ["a", "b", "c"], resource: "*" },
    problems: ['unclosed-string "a'],
  },
  {
    habit: "a key without its closing quote",
    text: '{ "effect: "allow", "action": "trtc:*", "resource": "*" }',
    read: first,
    problems: ['unclosed-string "effect'],
  },
  {
    habit: "a key without its opening quote",
    text: '{ effect": "allow", "action": "trtc:*", "resource": "*" }',
    read: first,
    problems: ['unquoted-word effect"'],
  },
  {
    habit: "a variable in a string without its closing quote",
    text: '{ "resource": "qcs::im::uin/${uin}\n}',
    read: { resource: "qcs::im::uin/${uin}" },
    problems: ['unclosed-string "qcs::im::uin/${uin}'],
  },
  {
    habit: "curly quotes",
    text: "{ “effect”: “allow”, “action”: “trtc:*”, “resource”: “*” }",
    read: first,
    problems: ["effect", "allow", "action", "trtc:*", "resource", "*"].map((text) => `curly-quote “${text}”`),
  },
  {
    habit: "a straight quote that a curly one closes",
    text: '{ "effect”: "allow", "action": "trtc:*", "resource": "*” }',
    read: first,
    problems: ['curly-quote "effect”', 'curly-quote "*”'],
  },
  {
    habit: "a curly quote that a straight one closes",
    text: '{ “effect": "allow", "action": “trtc:*", "resource": "*" }',
    read: first,
    problems: ['curly-quote “effect"', 'curly-quote “trtc:*"'],
  },
  {
    habit: "curly quotes after a character of two units",
    text: '{ "effect": "😀 allow”,\n "action": "a" }',
    read: { effect: "😀 allow", action: "a" },
    problems: ['curly-quote "😀 allow”'],
  },
  {
    habit: "German quotes, and full-width ones",
    text: "{ „effect“: ＂allow＂ }",
    read: { effect: "allow" },
    problems: ["curly-quote „effect“", "curly-quote ＂allow＂"],
  },
  {
    habit: "single quotes",
    text: "{ 'effect': 'allow', 'action': 'trtc:*', 'resource': '*' }",
    read: first,
    problems: ["effect", "allow", "action", "trtc:*", "resource", "*"].map(
      (text) => `single-quote '${text}'`,
    ),
  },
  {
    habit: "a single quote that is open",
    text: "{ 'effect': 'allow,\n  'action': 'trtc:*', 'resource': '*' }",
    read: first,
    problems: [
      "single-quote 'effect'",
      "unclosed-string 'allow",
      "single-quote 'action'",
      "single-quote 'trtc:*'",
      "single-quote 'resource'",
      "single-quote '*'",
    ],
  },
  {
    habit: "no quotes around keys",
    text: '{ effect: "allow", action: "trtc:*", resource: "*" }',
    read: first,
    problems: ["unquoted-word effect", "unquoted-word action", "unquoted-word resource"],
  },
  {
    habit: "no quotes around a value",
    text: '{ "effect": allow, "action": "trtc:*", "resource": * }',
    read: first,
    problems: ["unquoted-word allow", "unquoted-word *"],
  },
  {
    habit: "no quotes around actions and resources, which hold colons",
    text: '{ "action": [name/trtc:DescribeRoomInfo, im:*], "resource": qcs::trtc::uin/1:sdkappid/*}',
    read: { action: ["name/trtc:DescribeRoomInfo", "im:*"], resource: "qcs::trtc::uin/1:sdkappid/*" },
    problems: ["name/trtc:DescribeRoomInfo", "im:*", "qcs::trtc::uin/1:sdkappid/*"].map(
      (text) => `unquoted-word ${text}`,
    ),
  },
  {
    habit: "no quotes and no blanks anywhere",
    text: "{effect:allow,action:trtc:*,resource:*}",
    read: first,
    problems: ["effect", "allow", "action", "trtc:*", "resource", "*"].map((text) => `unquoted-word ${text}`),
  },
  {
    habit: "an action without its opening quote",
    text: '{ "action": [trtc:*", "im:*"] }',
    read: { action: ["trtc:*", "im:*"] },
    problems: ['unquoted-word trtc:*"'],
  },
  {
    habit: "a date and a version of three parts without quotes",
    text: '{ "a": 2012-10-17, "b": 2.0.1 }',
    read: { a: "2012-10-17", b: "2.0.1" },
    problems: ["unquoted-word 2012-10-17", "unquoted-word 2.0.1"],
  },
  {
    habit: "a key that is a number",
    text: '{ 1: "a" }',
    read: { "1": "a" },
    problems: ["missing-key 1"],
  },
];

const characters: readonly Case[] = [
  {
    habit: "full-width punctuation",
    text: "｛“effect”： “allow”， “action”：［“a”、“b”］｝",
    read: { effect: "allow", action: ["a", "b"] },
    problems: [
      "full-width-punctuation ｛",
      "curly-quote “effect”",
      "full-width-punctuation ：",
      "curly-quote “allow”",
      "full-width-punctuation ，",
      "curly-quote “action”",
      "full-width-punctuation ：",
      "full-width-punctuation ［",
      "curly-quote “a”",
      "full-width-punctuation 、",
      "curly-quote “b”",
      "full-width-punctuation ］",
      "full-width-punctuation ｝",
    ],
  },
  {
    habit: "literals before full-width punctuation",
    text: '{ "a": true，"b": null、"c": 1；"d": false　}',
    read: { a: true, b: null, c: 1, d: false },
    problems: [
      "full-width-punctuation ，",
      "full-width-punctuation 、",
      "full-width-punctuation ；",
      "blank-character 　",
    ],
  },
  {
    habit: "no-break, ideographic and zero-width blanks",
    text: '{\u00a0"effect":\u3000"allow",\u200b\ufeff"action": "a" }',
    read: { effect: "allow", action: "a" },
    problems: ["blank-character \u00a0", "blank-character \u3000", "blank-character \u200b\ufeff"],
  },
  {
    habit: "an equals sign for the colon",
    text: '{ "effect" = "allow", action=["a"], "resource" => "*" }',
    read: { effect: "allow", action: ["a"], resource: "*" },
    problems: ["wrong-punctuation =", "unquoted-word action", "wrong-punctuation =", "wrong-punctuation =>"],
  },
  {
    habit: "semicolons for commas",
    text: '{ "effect": "allow"; "action": ["a"; "b"] }',
    read: { effect: "allow", action: ["a", "b"] },
    problems: ["wrong-punctuation ;", "wrong-punctuation ;"],
  },
  {
    habit: "two colons",
    text: '{ "effect":: "allow", "action": : "a" }',
    read: { effect: "allow", action: "a" },
    problems: ["wrong-punctuation :", "wrong-punctuation :"],
  },
  {
    habit: "two commas",
    text: '{ "action": ["a",, "b"],, "resource": "*" }',
    read: { action: ["a", "b"], resource: "*" },
    problems: ["extra-comma ,", "extra-comma ,"],
  },
  {
    habit: "a comma at the start",
    text: '{ , "action": [, "a"] }',
    read: { action: ["a"] },
    problems: ["extra-comma ,", "extra-comma ,"],
  },
  {
    habit: "a comma at the end",
    text: '{ "action": ["a", "b",], }',
    read: { action: ["a", "b"] },
    problems: ["trailing-comma ,", "trailing-comma ,"],
  },
  {
    habit: "comments of all kinds",
    text: '{ // one\n "effect": "allow", /* two\n */ "action": "a" # three\n}// four',
    read: { effect: "allow", action: "a" },
    problems: ["comment // one", "comment /* two\n */", "hash-comment # three", "comment // four"],
  },
  {
    habit: "a comment that is open",
    text: '{ "effect": "allow" /* the rest }',
    read: { effect: "allow" },
    problems: ["unclosed-bracket {", "unclosed-comment /*"],
  },
  {
    habit: "literals of Python",
    text: '{ "a": True, "b": False, "c": None }',
    read: { a: true, b: false, c: null },
    problems: ["misspelled-literal True", "misspelled-literal False", "misspelled-literal None"],
  },
  {
    habit: "numbers that are none",
    text: "[01, 1., .5, +1, 1e]",
    read: [1, 1, 0.5, 1, Number.NaN],
    problems: ["01", "1.", ".5", "+1", "1e"].map((text) => `invalid-number ${text}`),
  },
  {
    habit: "an escape that does not exist, and a raw tab",
    text: '{ "action": "trtc\\:*", "resource": "a\tb" }',
    read: { action: "trtc:*", resource: "a\tb" },
    problems: ['invalid-escape "trtc\\:*"', 'control-character "a\tb"'],
  },
  {
    habit: "a backslash before the end of the line",
    text: '{ "effect": "allow\\\n, "action": "a" }',
    read: { effect: "allow", action: "a" },
    problems: ['unclosed-string "allow\\'],
  },
];

const outside: readonly Case[] = [
  {
    habit: "a Markdown fence around the document",
    text: '```json\n{ "effect": "allow" }\n```\n',
    read: { effect: "allow" },
    problems: ["leading-content ```json", "extra-content ```"],
  },
  {
    habit: "a sentence before the document",
    text: 'Here is the "policy" you asked for:\n\n{ "effect": "allow" }',
    read: { effect: "allow" },
    problems: ['leading-content Here is the "policy" you asked for:'],
  },
  {
    habit: "the variable that the document was assigned to",
    text: 'policy = { "effect": "allow" };',
    read: { effect: "allow" },
    problems: ["leading-content policy =", "extra-content ;"],
  },
  {
    habit: "a sentence after the document",
    text: '{ "effect": "allow" }\nand that is all',
    read: { effect: "allow" },
    problems: ["extra-content and"],
  },
  {
    habit: "a comma after the document",
    text: '{ "effect": "allow" },\n',
    read: { effect: "allow" },
    problems: ["extra-content ,"],
  },
  {
    habit: "two documents",
    text: '{ "version": "1.1" }\n{ "version": "1.1", }',
    read: { version: "1.1" },
    problems: ["further-document {", "trailing-comma ,"],
  },
  {
    habit: "two documents with a comma between them",
    text: '{ "version": "1.1" }, { "version": "1.1" }',
    read: { version: "1.1" },
    problems: ["further-document {"],
  },
  {
    habit: "a bracket too many at the end",
    text: `{ "version": "2.0", "statement": [${FIRST}, ${SECOND}]} ]}`,
    read: both,
    problems: ["stray-bracket ]", "stray-bracket }"],
  },
  {
    habit: "a brace too many behind a statement",
    text: around(`    ${FIRST} },\n    ${SECOND}`),
    read: both,
    problems: ["stray-bracket }"],
  },
  {
    habit: "a brace too many behind the last statement",
    text: around(`    ${FIRST},\n    ${SECOND} }`),
    read: both,
    problems: ["stray-bracket }"],
  },
  {
    habit: "a brace too many behind an element",
    text: '{ "version": "2.0" }, "statement": [] }',
    read: { version: "2.0", statement: [] },
    problems: ["stray-bracket }"],
  },
  {
    habit: "words and no document",
    text: "just some words",
    read: "just",
    problems: ["unquoted-word just", "extra-content some"],
  },
];

const half: readonly Case[] = [
  { habit: "after the first brace", text: "{", read: {}, problems: ["unclosed-bracket {"] },
  {
    habit: "in a key",
    text: '{ "vers',
    read: { vers: undefined },
    problems: ["unclosed-bracket {", 'unclosed-string "vers', 'missing-colon "vers'],
  },
  {
    habit: "after a key",
    text: '{ "version"',
    read: { version: undefined },
    problems: ["unclosed-bracket {", 'missing-colon "version"'],
  },
  {
    habit: "after a colon",
    text: '{ "version":',
    read: { version: undefined },
    problems: ["unclosed-bracket {", 'missing-value "version"'],
  },
  {
    habit: "in a value",
    text: '{ "version": "2.',
    read: { version: "2." },
    problems: ["unclosed-bracket {", 'unclosed-string "2.'],
  },
  {
    habit: "after a comma",
    text: '{ "version": "2.0", ',
    read: { version: "2.0" },
    problems: ["unclosed-bracket {"],
  },
  {
    habit: "in a statement",
    text: `{ "statement": [${FIRST}, { "effect": "de`,
    read: { statement: [first, { effect: "de" }] },
    problems: ["unclosed-bracket {", 'unclosed-string "de'],
  },
  {
    habit: "in an action list",
    text: '{ "statement": [{ "action": ["a", "b"',
    read: { statement: [{ action: ["a", "b"] }] },
    problems: ["unclosed-bracket ["],
  },
];

describe.each([
  ["missing", missing],
  ["quotes", quotes],
  ["characters", characters],
  ["outside of the document", outside],
  ["half a text", half],
])("%s", (_, cases) => {
  test.each(cases)("$habit", ({ text, read, problems }) => {
    const result = readJson(text);
    expect({
      read: result.root && dataOf(result.root),
      problems: result.problems.map(({ kind, found }) => `${kind} ${found}`),
    }).toEqual({ read, problems });
  });
});

test("the list of habits is long", () => {
  expect([...missing, ...quotes, ...characters, ...outside, ...half].length).toBeGreaterThan(60);
});
