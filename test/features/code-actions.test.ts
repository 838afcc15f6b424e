// Quick fixes at a range, and fixes of the whole document.
import { describe, expect, test } from "vitest";
import { type CodeAction, type CodeActionKind, Range, TextDocumentEdit } from "vscode-languageserver-types";
import { applyEdits, type Finding, offsetAt } from "../../server/src/core/index.js";
import { codeActions } from "../../server/src/features/code-actions.js";
import type { ServedDocument } from "../../server/src/features/document.js";
import { resolveFixAll } from "../../server/src/features/fix-all.js";
import type { ActionAbilities } from "../../server/src/features/workspace-edit.js";
import { serve } from "../support/cursor.js";

const PLAIN: ActionAbilities = { documentChanges: false, resolvesEdits: false, createsFiles: false };
const MODERN: ActionAbilities = { documentChanges: true, resolvesEdits: true, createsFiles: true };

const TEXT = '{\n  "effect": "alow",\n  "action": ["x"]\n}';

/** Findings as checks give them; what the checks find is tested with the checks. */
const FINDINGS: readonly Finding[] = [
  {
    check: "unknown-effect",
    severity: "error",
    span: spanOf('"alow"'),
    message: "no effect",
    fixes: [
      { title: 'Write "deny"', safety: "unsafe", edits: [{ span: spanOf('"alow"'), text: '"deny"' }] },
      { title: 'Write "allow"', safety: "safe", edits: [{ span: spanOf('"alow"'), text: '"allow"' }] },
      { title: "Write it in capitals", safety: "safe", edits: [{ span: spanOf('"alow"'), text: '"ALLOW"' }] },
    ],
  },
  { check: "unknown-action", severity: "warning", span: spanOf('"x"'), message: "unknown" },
];

const document: ServedDocument = { ...serve(TEXT), findings: () => FINDINGS };

describe("the fixes of a finding", () => {
  test("safe ones come first, and the first of them is preferred", () => {
    const actions = actionsAt(document, Range.create(1, 14, 1, 14));
    expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ['Write "allow"', true],
      ["Write it in capitals", undefined],
      ['Write "deny"', undefined],
    ]);
    expect(actions[0]?.kind).toBe("quickfix");
    expect(actions[0]?.diagnostics).toMatchObject([{ code: "unknown-effect", message: "no effect" }]);
  });

  test("change the text of their document", () => {
    const [first] = actionsAt(document, Range.create(1, 12, 1, 18));
    expect(first && applied(first, document)).toBe(TEXT.replace("alow", "allow"));
  });

  test("name the version that they are of, where the editor understands it", () => {
    const [first] = actionsAt({ ...document, version: 7 }, Range.create(1, 12, 1, 18), undefined, MODERN);
    expect(first?.edit?.documentChanges).toMatchObject([{ textDocument: { uri: document.uri, version: 7 } }]);
    expect(first?.edit?.changes).toBeUndefined();
    expect(first && applied(first, document)).toBe(TEXT.replace("alow", "allow"));
  });

  test("are those of the findings that the range touches", () => {
    expect(actionsAt(document, Range.create(1, 12, 1, 12))).toHaveLength(3);
    expect(actionsAt(document, Range.create(1, 18, 1, 18))).toHaveLength(3);
    expect(actionsAt(document, Range.create(0, 0, 3, 1))).toHaveLength(3);
    expect(actionsAt(document, Range.create(1, 3, 1, 5))).toEqual([]);
    expect(actionsAt(document, Range.create(2, 13, 2, 16))).toEqual([]);
  });
});

/** Two faults of one check with safe fixes, two with unsafe ones, and two of JSON of which one is unsafe. */
const FAULTY = `{
  "version": "2.0", // why
  "statement": [
    { "Effect": "allow", "Action": ["trtc:DescribeRoomInf"], "resource": "*" },
    { "effect": allow, "action": ["trtc:DescribeUserInf"], "resource": "qcs::trtc::uin/100012345678:sdkappid/*" }
  ]
}
`;
const faulty = serve(FAULTY);
const at = (part: string): Range => {
  const before = FAULTY.slice(0, FAULTY.indexOf(part) + 1).split("\n");
  const character = (before.at(-1)?.length ?? 1) - 1;
  return Range.create(before.length - 1, character, before.length - 1, character);
};

describe("the fixes of all problems of a kind", () => {
  test("are offered where there is more than one", () => {
    const actions = actionsAt(faulty, at('"Effect"'));
    expect(actions.map(({ title, kind, isPreferred }) => ({ title, kind, isPreferred }))).toEqual([
      { title: 'Write "effect"', kind: "quickfix", isPreferred: true },
      { title: "Fix all 2 element-case problems in this file", kind: "quickfix", isPreferred: undefined },
    ]);
    expect(actions[1] && applied(actions[1], faulty)).toBe(
      FAULTY.replace("Effect", "effect").replace("Action", "action"),
    );
  });

  test("say that they are unsafe, and are never preferred", () => {
    const [last] = actionsAt(faulty, at('"trtc:DescribeRoomInf"')).slice(-1);
    expect(last).toMatchObject({ title: "Fix all 2 unknown-action problems in this file (unsafe)" });
    expect(last?.isPreferred).toBeUndefined();
    expect(last && applied(last, faulty)).toBe(FAULTY.replaceAll("Inf", "Info"));
  });

  test("are one for all of JSON, which touches no value", () => {
    const [last] = actionsAt(faulty, at("// why")).slice(-1);
    expect(last).toMatchObject({ title: "Fix all JSON problems", kind: "quickfix" });
    expect(last && applied(last, faulty)).toBe(FAULTY.replace(" // why", "").replace(": allow", ': "allow"'));
  });

  test("are not offered for a check that found one thing", () => {
    const one = serve(TEXT);
    expect(actionsAt(one, Range.create(0, 0, 3, 1)).filter(({ title }) => /^Fix all/.test(title))).toEqual(
      [],
    );
  });
});

describe("the fix of everything that is safe", () => {
  test.each([["source.fixAll.accessPolicy"], ["source.fixAll"], ["source"], [""]])(
    "is given to who asks for %j",
    (kind) => {
      const found = actionsAt(faulty, Range.create(0, 0, 0, 0), [kind]);
      expect(found).toMatchObject([
        { title: "Apply all safe fixes (Access Policy)", kind: "source.fixAll.accessPolicy" },
      ]);
      expect(found[0] && applied(found[0], faulty)).toBe(
        FAULTY.replace(" // why", "").replace("Effect", "effect").replace("Action", "action"),
      );
    },
  );

  test.each([
    ["quickfix"],
    ["source.fixAll.eslint"],
    ["source.organizeImports"],
    ["source.fixAl"],
    ["refactor"],
  ])("is not given to who asks for %j", (kind) => {
    expect(actionsAt(faulty, Range.create(0, 0, 0, 0), [kind])).toEqual([]);
  });

  test("is not offered unasked", () => {
    const kinds = actionsAt(faulty, Range.create(0, 0, 6, 1)).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(["quickfix"]));
  });

  test("is not given where nothing is safe to fix", () => {
    const policy = FAULTY.replace(" // why", "").replace("Effect", "effect").replace("Action", "action");
    expect(actionsAt(serve(policy), Range.create(0, 0, 0, 0), ["source.fixAll"])).toEqual([]);
  });

  test("comes without quick fixes, and they without it", () => {
    expect(actionsAt(faulty, at('"Effect"'), ["source.fixAll"])).toHaveLength(1);
    const kinds = actionsAt(faulty, at('"Effect"'), ["quickfix"]).map(({ kind }) => kind);
    expect(kinds).toEqual(["quickfix", "quickfix"]);
  });
});

describe("edits that are asked for later", () => {
  const offered = () => actionsAt(faulty, Range.create(0, 0, 0, 0), ["source.fixAll"], MODERN)[0];

  test("are left out until then, and are of the version that the action was offered for", () => {
    const action = offered();
    expect(action?.edit).toBeUndefined();
    const resolved = action && resolveFixAll(action, () => faulty, MODERN);
    expect(resolved?.edit?.documentChanges).toMatchObject([
      { textDocument: { uri: faulty.uri, version: 1 } },
    ]);
    expect(resolved && applied(resolved, faulty)).toContain('"effect": "allow"');
  });

  test("are refused with the reason when the version is gone", () => {
    const action = offered();
    for (const document of [{ ...faulty, version: 2 }, undefined]) {
      const resolved = action && resolveFixAll(action, () => document, MODERN);
      expect(resolved?.edit).toBeUndefined();
      expect(resolved?.disabled).toEqual({ reason: "The document has changed since this fix was offered" });
    }
  });

  test("are not asked of us for the actions of others", () => {
    const foreign: CodeAction = { title: "x", data: { uri: faulty.uri, version: "1", safety: "all" } };
    expect(resolveFixAll(foreign, () => faulty, MODERN)).toBe(foreign);
  });

  test("leave alone what no fix is about", () => {
    const action = offered();
    const resolved = action && resolveFixAll(action, () => faulty, MODERN);
    const [change] = resolved?.edit?.documentChanges ?? [];
    const edits = change && TextDocumentEdit.is(change) ? change.edits : [];
    // The comment, and the two keys.
    expect(edits).toHaveLength(3);
  });
});

function actionsAt(
  served: ServedDocument,
  range: Range,
  only?: CodeActionKind[],
  abilities: ActionAbilities = PLAIN,
): CodeAction[] {
  return codeActions(served, { range, context: { ...(only && { only }) } }, abilities);
}

function spanOf(part: string): { start: number; end: number } {
  const start = TEXT.indexOf(part);
  return { start, end: start + part.length };
}

function applied({ edit }: CodeAction, { uri, text, lines }: ServedDocument): string {
  const [change] = edit?.documentChanges ?? [];
  const versioned = change && TextDocumentEdit.is(change) ? change.edits : [];
  const edits = edit?.changes?.[uri] ?? versioned;
  const offset = ({ line, character }: Range["start"]) => offsetAt(lines, { line, column: character });
  return applyEdits(
    text,
    edits.flatMap((one) =>
      "newText" in one
        ? [{ span: { start: offset(one.range.start), end: offset(one.range.end) }, text: one.newText }]
        : [],
    ),
  );
}
