// The lines above policies and statements: where they stand, and what they say.
import { describe, expect, test } from "vitest";
import { codeLenses, resolveCodeLens } from "../../server/src/features/code-lens.js";
import type { ServedDocument } from "../../server/src/features/document.js";
import { serve } from "../support/cursor.js";
import { services } from "../support/served.js";

/** `3: allow · 1 read · everything`, with lines from 1. */
function lensesOf(text: string): string[] {
  const document = serve(text);
  return codeLenses(document).map((lens) => {
    const resolved = resolveCodeLens(
      lens,
      () => document,
      () => services,
      undefined,
    );
    return `${lens.range.start.line + 1}: ${resolved?.command?.title}`;
  });
}

const cam = (...statements: readonly string[]) =>
  `{\n"version": "2.0",\n"statement": [\n${statements.join(",\n")}\n]\n}`;

const APP = "qcs::trtc::uin/100012345678:sdkappid";

describe("a statement", () => {
  test.each([
    [
      `{ "effect": "allow", "action": ["trtc:Dismiss*"], "resource": ["*"] }`,
      "allow · 1 write, and more · everything",
    ],
    [
      `{ "effect": "allow", "action": ["trtc:RemoveUser", "trtc:DescribeRoomInfo"], "resource": ["${APP}/1400100200"] }`,
      "allow · 1 read, 1 write · app 1400100200 (Live prod)",
    ],
    [
      `{ "effect": "deny", "action": ["trtc:RemoveUser"], "resource": ["${APP}/1400100200", "${APP}/1400100201"] }`,
      "deny · 1 write · 2 applications",
    ],
    [
      `{ "effect": "allow", "action": "trtc:RemoveUser", "resource": "${APP}/*", "condition": { "ip_equal": { "qcs:ip": "10.0.0.0/8" } } }`,
      "allow · 1 write · every application of uin/100012345678 · only from 10.0.0.0/8",
    ],
    [`{ "effect": "allow", "action": "*", "resource": "*" }`, "allow · every action · everything"],
    [
      `{ "effect": "allow", "action": "cvm:RunInstances", "resource": "*" }`,
      "allow · 1 of unknown access · everything",
    ],
    [
      `{ "effect": "allow", "action": "cvm:*", "resource": "*" }`,
      "allow · actions that no list has · everything",
    ],
    [`{ "effect": "alow", "action": "trtc:*", "resource": "*" }`, "effect not known"],
    [
      `{ "effect": "allow", "action": "trtc:ModifyMixConf", "resource": "${APP}/1400100200" }`,
      "allow · no effect",
    ],
    [`{ "effect": "allow" }`, "allow · nothing that counts"],
    [
      `{ "effect": "allow", "action": ["trtc:RemoveUser", "trtc"], "resource": "*" }`,
      "allow · 1 write · everything · not all of it counts",
    ],
  ])("%s", (statement, words) => {
    expect(lensesOf(cam(statement))[1]).toBe(`4: ${words}`);
  });

  test("of a dialect whose resources do not count says none", () => {
    const text =
      '{\n"Version": "1.1",\n"Statement": [\n{ "Effect": "Allow", "Action": ["ims:images:*"] }\n]\n}';
    expect(lensesOf(text)).toEqual([
      "1: 1 statement · allows 2 read, 2 write · 76 of 6144 characters",
      "4: allow · 2 read, 2 write",
    ]);
  });

  test("has no line of its own where others begin on the same line", () => {
    const one = `{ "effect": "deny", "action": "trtc:RemoveUser", "resource": "*" }`;
    expect(lensesOf(`{ "version": "2.0", "statement": [${one}, ${one}] }`)).toEqual([
      "1: 2 statements · grants nothing · 151 of 6144 characters",
    ]);
  });
});

describe("a policy", () => {
  test("says all statements together, and how much room is left", () => {
    const allow = `{ "effect": "allow", "action": ["trtc:RemoveUser", "trtc:DismissRoom"], "resource": "${APP}/1400100200" }`;
    const deny = `{ "effect": "deny", "action": ["trtc:RemoveUser"], "resource": "*" }`;
    expect(lensesOf(cam(allow, deny))[0]).toMatch(
      /^1: 2 statements · allows 1 write · app 1400100200 \(Live prod\) · \d+ of 6144 characters$/,
    );
  });

  test("inside a string stands at the string", () => {
    const policy = cam(`{ "effect": "allow", "action": "trtc:RemoveUser", "resource": "*" }`);
    const request = JSON.stringify({ PolicyName: "a", PolicyDocument: policy }, null, 2);
    expect(lensesOf(request)).toEqual([
      "3: 1 statement · allows 1 write · everything · 92 of 6144 characters",
    ]);
  });

  test("without statements grants nothing", () => {
    expect(lensesOf('{ "version": "2.0", "statement": [] }')).toEqual([
      "1: 0 statements · grants nothing · 32 of 6144 characters",
    ]);
  });
});

describe("a lens that comes back", () => {
  const text = cam(`{ "effect": "allow", "action": "trtc:RemoveUser", "resource": "*" }`);
  const [lens] = codeLenses(serve(text));
  if (lens === undefined) throw new Error("there is a lens");
  const resolved = (document: ServedDocument | undefined, explain?: string) =>
    resolveCodeLens(
      lens,
      () => document,
      () => services,
      explain,
    );

  test("opens the explanation where the editor has it, and is text elsewhere", () => {
    expect(resolved(serve(text))?.command?.command).toBe("");
    expect(resolved(serve(text), "accessPolicy.explain")?.command).toMatchObject({
      command: "accessPolicy.explain",
      arguments: ["file:///a.policy.json", { line: 0, character: 0 }],
    });
  });

  test("after a change is not answered", () => {
    expect(resolved({ ...serve(text), version: 2 })).toBeUndefined();
    expect(resolved(undefined)).toBeUndefined();
  });

  test.each([
    undefined,
    null,
    {},
    { uri: 1 },
    { uri: "a", policy: 7, version: 1 },
    { uri: "a", policy: 0, statement: 9, version: 1 },
  ])("with the data %j is not answered", (data) => {
    const strange = { range: lens.range, data };
    expect(
      resolveCodeLens(
        strange,
        () => serve(text),
        () => services,
        undefined,
      ),
    ).toBeUndefined();
  });
});
