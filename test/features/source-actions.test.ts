// Sorting and merging as source actions: what they write, and that they are made only where access stays the same.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CodeAction } from "vscode-languageserver-types";
import { applyEdits, compare, policiesOf } from "../../server/src/core/index.js";
import type { ServedDocument } from "../../server/src/features/document.js";
import { resolveSourceAction, sourceActions } from "../../server/src/features/source-actions.js";
import { toOffset } from "../../server/src/features/to-lsp.js";
import { brokenPolicies, policyTexts } from "../support/arbitrary-policy.js";
import { miniCatalog } from "../support/mini-catalog.js";
import { servedDocument } from "../support/served.js";

const PLAIN = { documentChanges: false, resolvesEdits: false, createsFiles: false };
const LATE = { documentChanges: true, resolvesEdits: true, createsFiles: true };
const SORT = "source.sortActions.accessPolicy";
const MERGE = "source.mergeStatements.accessPolicy";

function offered(document: ServedDocument, only: string[], abilities = PLAIN): CodeAction[] {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return sourceActions(document, { range, context: { only } }, abilities, miniCatalog);
}

function changed(text: string, kind: string): string {
  const document = servedDocument(text);
  const [action] = offered(document, [kind]);
  return applied(document, action);
}

function applied({ text, lines, uri }: ServedDocument, action: CodeAction | undefined): string {
  const edits = action?.edit?.changes?.[uri] ?? [];
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      span: { start: toOffset(lines, range.start), end: toOffset(lines, range.end) },
      text: newText,
    })),
  );
}

const statement = (actions: string, resource = '"*"') =>
  `{ "version": "2.0", "statement": [{ "effect": "allow", "action": [${actions}], "resource": ${resource} }] }`;

describe("sorting", () => {
  test("puts actions in the order of their names, whatever the habit of name/", () => {
    expect(changed(statement('"trtc:RemoveUser", "name/trtc:DismissRoom",\n"im:*"'), SORT)).toBe(
      statement('"im:*", "name/trtc:DismissRoom",\n"trtc:RemoveUser"'),
    );
  });

  test("puts resources in their order", () => {
    const [one, two] = ['"qcs::im::uin/1:sdkappid/1"', '"qcs::im::uin/1:sdkappid/2"'];
    expect(changed(statement('"im:CreateGroup"', `[${two}, ${one}]`), SORT)).toBe(
      statement('"im:CreateGroup"', `[${one}, ${two}]`),
    );
  });

  test("works inside the string of a request", () => {
    const request = (actions: string) => JSON.stringify({ PolicyDocument: statement(actions) });
    expect(changed(request('"trtc:B", "trtc:A"'), SORT)).toBe(request('"trtc:A", "trtc:B"'));
  });

  test.each([
    ["is sorted", statement('"trtc:A", "trtc:B"')],
    ["has a comment in the list", statement('"trtc:B", // why\n "trtc:A"')],
    ["holds what is no string", statement('"trtc:B", 7, "trtc:A"')],
    ["has a statement that cannot be read", statement('"trtc:B", "trtc:A", "x y:A"')],
    ["has a statement without effect", statement('"trtc:B", "trtc:A"').replace("allow", "alow")],
  ])("is not offered where the text %s", (_, text) => {
    expect(offered(servedDocument(text), [SORT])).toEqual([]);
  });
});

describe("merging", () => {
  const TWO = `{ "version": "2.0", "statement": [
  { "effect": "allow", "action": ["trtc:RemoveUser"], "resource": "*" },
  { "effect": "allow", "action": ["trtc:DismissRoom"], "resource": "*" }
] }`;

  test("makes one statement of those that differ in one element", () => {
    const merged = changed(TWO, MERGE);
    expect(merged).toContain('["trtc:RemoveUser", "trtc:DismissRoom"]');
    expect(policiesOf(servedDocument(merged).file)[0]?.statements).toHaveLength(1);
  });

  test("is not offered where there is nothing to merge", () => {
    expect(offered(servedDocument(statement('"trtc:RemoveUser"')), [MERGE])).toEqual([]);
  });
});

describe("both", () => {
  const text = statement('"trtc:B", "trtc:A"');

  test("are never offered unasked, and to whoever asks for a parent of their kind", () => {
    const document = servedDocument(text);
    const kinds = (only: string[]) => offered(document, only).map(({ kind }) => kind);
    expect(kinds([])).toEqual([]);
    expect(kinds(["quickfix"])).toEqual([]);
    expect(kinds(["source.fixAll"])).toEqual([]);
    expect(kinds(["source"])).toEqual([SORT]);
    expect(kinds(["source.sortActions"])).toEqual([SORT]);
  });

  test("come with their edits when they are chosen, where the editor can wait", () => {
    const document = servedDocument(text);
    const [action] = offered(document, [SORT], LATE);
    expect(action).toMatchObject({ title: "Sort actions and resources", data: { source: "sort" } });
    expect(action?.edit).toBeUndefined();
    const resolve = (known: ServedDocument | undefined) =>
      action && resolveSourceAction(action, () => known, LATE, miniCatalog);
    expect(resolve(document)?.edit?.documentChanges).toHaveLength(1);
    for (const gone of [undefined, { ...document, version: 2 }]) {
      expect(resolve(gone)).toMatchObject({
        disabled: { reason: "The document has changed since this was offered" },
      });
    }
  });

  test("leave the actions of others as they are", () => {
    const foreign: CodeAction = { title: "x", data: { uri: "a", version: 1, safety: "safe" } };
    expect(resolveSourceAction(foreign, () => undefined, LATE, miniCatalog)).toBe(foreign);
  });

  test("are not made where access would not stay the same", () => {
    const document = servedDocument(text);
    const lying: ServedDocument = {
      ...document,
      withText: () => servedDocument(statement('"trtc:A", "trtc:B", "trtc:C"')),
    };
    expect(offered(lying, [SORT])).toMatchObject([
      { disabled: { reason: "It could not be proved that this changes no access, so nothing was changed" } },
    ]);
    expect(offered(lying, [SORT])[0]?.edit).toBeUndefined();
  });
});

test("whatever the policy is, what they make of it is unchanged, and there is nothing left to do", () => {
  const texts = fc.oneof(
    policyTexts.map((policy) => policy.text),
    brokenPolicies,
  );
  fc.assert(
    fc.property(texts, fc.constantFrom(SORT, MERGE), (text, kind) => {
      const document = servedDocument(text);
      const [action] = offered(document, [kind]);
      if (action?.edit === undefined) return;
      const done = servedDocument(applied(document, action));
      expect(compare(policiesOf(document.file), policiesOf(done.file), miniCatalog).verdict).toBe(
        "unchanged",
      );
      expect(offered(done, [kind])).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
