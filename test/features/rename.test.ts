// Highlights, references and renaming of applications and accounts, over texts that lie beside each other.
import { describe, expect, test } from "vitest";
import {
  type DocumentHighlight,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import {
  applyEdits,
  createIdReader,
  idsInProject,
  indexLines,
  positionAt,
} from "../../server/src/core/index.js";
import { documentHighlights } from "../../server/src/features/document-highlight.js";
import { type IdDocument, namedIdAt } from "../../server/src/features/named-id.js";
import { references } from "../../server/src/features/references.js";
import { prepareRename, rename } from "../../server/src/features/rename.js";
import { toOffset } from "../../server/src/features/to-lsp.js";
import { splitCursor } from "../support/cursor.js";
import { miniCatalog } from "../support/mini-catalog.js";
import { servedDocument } from "../support/served.js";

const reader = createIdReader(miniCatalog);

const LIVE = "1400100200";
const policyOn = (...ids: string[]) =>
  `{ "version": "2.0", "statement": [{ "effect": "allow", "action": "trtc:RemoveUser", "resource": [${ids
    .map((id) => `"qcs::trtc::uin/1000:sdkappid/${id}"`)
    .join(", ")}] }] }`;
const PROJECT = `{
  "accounts": { "1000": "main" },
  "applications": [
    { "sdkAppId": ${LIVE}, "label": "Live", "account": "1000" },
    { "sdkAppId": 1400100201, "label": "Test" }
  ]
}`;

function policy(name: string, text: string): IdDocument {
  const served = servedDocument(text, name);
  const { uri, version, lines } = served;
  return { uri, version, text, lines, ids: () => reader.inFile(served.file, text) };
}

const project: IdDocument = {
  uri: "file:///project/access-policy.config.json",
  version: null,
  text: PROJECT,
  lines: indexLines(PROJECT),
  ids: () => idsInProject(PROJECT, reader),
};

function at(marked: string, name = "a.policy.json") {
  const { text, offset } = splitCursor(marked);
  const document = policy(name, text);
  const { line, column } = positionAt(document.lines, offset);
  const position = { line, character: column };
  const target = namedIdAt(document, position);
  if (target === undefined) throw new Error(`nothing is named in ${marked}`);
  return { document, position, target };
}

/** The texts after an edit, by the names of files. */
function changed({ documentChanges = [], changes = {} }: WorkspaceEdit, documents: readonly IdDocument[]) {
  const versioned = documentChanges.filter((one) => TextDocumentEdit.is(one));
  const byUri: Readonly<Record<string, readonly TextEdit[]>> = {
    ...changes,
    ...Object.fromEntries(
      versioned.map(({ textDocument, edits }) => [textDocument.uri, edits.filter((one) => "newText" in one)]),
    ),
  };
  return documents.map(({ uri, text, lines }) =>
    applyEdits(
      text,
      (byUri[uri] ?? []).map(({ range, newText }) => ({
        span: { start: toOffset(lines, range.start), end: toOffset(lines, range.end) },
        text: newText,
      })),
    ),
  );
}

describe("highlights", () => {
  test("are all places of the id in the document, and patterns that reach it", () => {
    const { document, position } = at(policyOn("14|00100200", LIVE, "14001002*", "1400100201", "*"));
    const texts = (documentHighlights(document, position) ?? []).map((one) => textAt(one, document));
    expect(texts).toEqual([LIVE, LIVE, "14001002*"]);
  });

  test("of a pattern are the ids that it reaches", () => {
    const { document, position } = at(policyOn(LIVE, "14001002|*", "1500000000"));
    const texts = (documentHighlights(document, position) ?? []).map((one) => textAt(one, document));
    expect(texts).toEqual([LIVE, "14001002*"]);
  });

  test("are left to the editor elsewhere", () => {
    const { text, offset } = splitCursor(policyOn(LIVE).replace("Remove", "Rem|ove"));
    const { line, column } = positionAt(indexLines(text), offset);
    expect(documentHighlights(policy("a.policy.json", text), { line, character: column })).toBeNull();
  });

  function textAt({ range }: DocumentHighlight, { text, lines }: IdDocument): string {
    return text.slice(toOffset(lines, range.start), toOffset(lines, range.end));
  }
});

describe("references", () => {
  const { document, target } = at(policyOn("|1400100200"));
  const others = [document, policy("b.policy.json", policyOn("1400100201", LIVE)), project];

  test("are in all documents", () => {
    const found = references(target, others, { includeDeclaration: true });
    expect(found.map(({ uri }) => uri)).toEqual([document.uri, "file:///project/b.policy.json", project.uri]);
  });

  test("leave out where it is listed for who does not want that", () => {
    const found = references(target, others, { includeDeclaration: false });
    expect(found.map(({ uri }) => uri)).not.toContain(project.uri);
  });

  test("of an account are those of the project too", () => {
    const account = at(policyOn(LIVE).replace("uin/1000", "uin/1|000"));
    const found = references(account.target, [account.document, project], { includeDeclaration: false });
    expect(found).toHaveLength(2);
    expect(found[1]).toMatchObject({ uri: project.uri, range: { start: { line: 3 } } });
  });
});

describe("renaming", () => {
  const { document, target } = at(policyOn("|1400100200", "1400100201"));
  const other = policy("b.policy.json", policyOn(LIVE).replace(/\s/g, ""));
  const request = policy("c.json", JSON.stringify({ PolicyName: "x", PolicyDocument: policyOn(LIVE) }));
  const all = [document, other, request, project];
  const ids = ["1400100300", "1"];

  test.each(ids)("onto %s changes every place and nothing else", (id) => {
    for (const documentChanges of [true, false]) {
      const renamed = rename(target, ` ${id} `, { documents: all }, { documentChanges });
      if ("refused" in renamed) throw new Error(renamed.refused);
      expect(changed(renamed.edit, all)).toEqual(all.map(({ text }) => text.replaceAll(LIVE, id)));
      expect(renamed.leftAlone).toBeUndefined();
      expect(Object.keys(renamed.edit)).toEqual([documentChanges ? "documentChanges" : "changes"]);
    }
  });

  test("says the version of open documents, and none of files", () => {
    const renamed = rename(target, "1", { documents: all }, { documentChanges: true });
    const changes = "edit" in renamed ? renamed.edit.documentChanges : [];
    expect(changes).toMatchObject([
      { textDocument: { version: 1 } },
      { textDocument: { version: 1 } },
      { textDocument: { version: 1 } },
      { textDocument: { version: null } },
    ]);
  });

  test("an account changes keys and values of the project", () => {
    const account = at(policyOn(LIVE).replace("uin/1000", "uin/1|000"));
    const both = [account.document, project];
    const renamed = rename(account.target, "2000", { documents: both }, { documentChanges: false });
    if ("refused" in renamed) throw new Error(renamed.refused);
    expect(changed(renamed.edit, both)).toEqual(both.map(({ text }) => text.replaceAll(/\b1000\b/g, "2000")));
  });

  test.each([
    ["", '"" is no SDKAppID, which is a whole number'],
    ["Live", '"Live" is no SDKAppID, which is a whole number'],
    ["0140", '"0140" is no SDKAppID, which is a whole number'],
    ["14001*", '"14001*" is no SDKAppID, which is a whole number'],
    ["99999999999999999999", '"99999999999999999999" is no SDKAppID, which is a whole number'],
    [
      "1400100201",
      "SDKAppID 1400100201 is already in use (a.policy.json, line 1), and two applications would become one",
    ],
  ])("onto %j is refused", (name, refused) => {
    expect(rename(target, name, { documents: all }, { documentChanges: true })).toEqual({ refused });
  });

  test("onto an id that only the project lists is refused", () => {
    const alone = at(policyOn("|1400100200"));
    expect(
      rename(alone.target, "1400100201", { documents: [alone.document, project] }, { documentChanges: true }),
    ).toEqual({
      refused:
        "SDKAppID 1400100201 is already in use (access-policy.config.json, line 5), and two applications would become one",
    });
  });

  test.each([
    ["untitled:Untitled-1", "Untitled-1"],
    ["memfs:/project/a%20b.json?HEAD", "a b.json"],
  ])("names the document %s as people do", (uri, name) => {
    const alone = at(policyOn("|1400100200", "1400100201"));
    const documents = [{ ...alone.document, uri }];
    expect(rename(alone.target, "1400100201", { documents }, { documentChanges: true })).toEqual({
      refused: `SDKAppID 1400100201 is already in use (${name}, line 1), and two applications would become one`,
    });
  });

  test("an account onto what is none, or another one, is refused", () => {
    const account = at(policyOn(LIVE).replace("uin/1000", "uin/1|000"));
    const twoOf = [account.document, policy("b.policy.json", policyOn(LIVE).replace("uin/1000", "uin/2000"))];
    expect(rename(account.target, "uin/3", { documents: twoOf }, { documentChanges: true })).toEqual({
      refused: '"uin/3" is no number of an account, which has digits only',
    });
    expect(rename(account.target, "2000", { documents: twoOf }, { documentChanges: true })).toEqual({
      refused: "Account 2000 is already in use (b.policy.json, line 1), and two accounts would become one",
    });
  });

  test("onto itself changes nothing", () => {
    expect(rename(target, LIVE, { documents: all }, { documentChanges: true })).toEqual({ edit: {} });
  });

  test("leaves patterns alone, and what may be something else, and says so", () => {
    const text = policyOn(LIVE, "14001002*", "15*").replace(
      '"effect"',
      `"condition": { "string_equal": { "qcs:tag": ["app&${LIVE}"] } }, "effect"`,
    );
    const mixed = [policy("a.policy.json", text)];
    const renamed = rename(target, "1", { documents: mixed }, { documentChanges: false });
    if ("refused" in renamed) throw new Error(renamed.refused);
    expect(changed(renamed.edit, mixed)).toEqual([text.replace(`sdkappid/${LIVE}`, "sdkappid/1")]);
    expect(renamed.leftAlone).toBe(
      'Patterns are left as they are: "14001002*" (a.policy.json, line 1). ' +
        `${LIVE} also stands where it may mean something else, which is left as it is: a.policy.json, line 1.`,
    );
  });

  test("says which policies could not be looked into", () => {
    const searched = { documents: [document], tooLarge: ["file:///project/all%20of%20it.policy.json"] };
    expect(rename(target, "1", searched, { documentChanges: true })).toMatchObject({
      leftAlone: "Too large to be looked into: all of it.policy.json.",
    });
  });

  test("names a few of many such places", () => {
    const many = [
      policy(
        "a.policy.json",
        policyOn(
          LIVE,
          ..."123456789".split("").map((digit) => `140${digit}*`),
          "14*",
          "1400*",
          "14001*",
          "140010*",
          "1400100*",
          "14001002*",
        ),
      ),
    ];
    const renamed = rename(target, "1", { documents: many }, { documentChanges: false });
    expect("leftAlone" in renamed && renamed.leftAlone).toMatch(
      /"1400100\*" \(a\.policy\.json, line 1\), and 1 more\.$/,
    );
  });

  test("begins at the digits, and not at a pattern", () => {
    expect(prepareRename(target, document)).toMatchObject({ placeholder: LIVE });
    const pattern = at(policyOn("14|001*"));
    expect(prepareRename(pattern.target, pattern.document)).toEqual({
      refused: '"14001*" is a pattern and stands for many ids, so it has no name that could change',
    });
  });
});
