// Renaming, references and highlights of groups, links and the outline of grants files.
import { describe, expect, test } from "vitest";
import { applyEdits, offsetAt } from "../../../server/src/core/index.js";
import { documentLinks } from "../../../server/src/features/document-links.js";
import { documentSymbols } from "../../../server/src/features/document-symbols.js";
import { groupHighlights, groupReferences } from "../../../server/src/features/grants/mentions.js";
import { prepareGroupRename, renameGroup } from "../../../server/src/features/grants/rename.js";
import { toPosition } from "../../../server/src/features/to-lsp.js";
import { splitCursor } from "../../support/cursor.js";
import { grantsCatalog, servedGrants } from "../../support/grants.js";

const TEAM = `{
  "dialect": "cam",
  "groups": { "trtc-ops": { "policies": ["QcloudTRTCReadonlyAccess", "./recording.policy.json"] }, "support": {} },
  "users": {
    "li.wei": { "groups": ["tr|tc-ops"], "policies": ["policies/../nowhere.json"] },
    "li.wei": { "groups": ["trtc-ops", "support"] }
  }
}`;

const ABILITIES = { documentChanges: false, resolvesEdits: false, createsFiles: false };

function at(source: string) {
  const { text, offset } = splitCursor(source);
  const document = servedGrants(text);
  if (document.grants === undefined) throw new Error("it is a grants file");
  return { document, own: document.grants, position: toPosition(document.lines, offset) };
}

/** The text after the renaming, or why there is none. */
function renamed(source: string, newName: string): string | undefined {
  const { document, own, position } = at(source);
  const result = renameGroup(document, own, { position, newName }, ABILITIES);
  if (result === undefined || "refused" in result) return result?.refused;
  const edits = (result.edit.changes?.[document.uri] ?? []).map(({ range: { start, end }, newText }) => {
    const offset = ({ line, character }: typeof start) =>
      offsetAt(document.lines, { line, column: character });
    return { span: { start: offset(start), end: offset(end) }, text: newText };
  });
  return applyEdits(document.text, edits);
}

describe("rename of a group", () => {
  test("at its definition and at all users, those that stand twice among them", () => {
    const { text } = splitCursor(TEAM);
    expect(renamed(TEAM, "rtc")).toBe(text.replaceAll('"trtc-ops"', '"rtc"'));
    const onDefinition = text.replace('"trtc-ops": {', '"trtc|-ops": {');
    expect(renamed(onDefinition, 'a "b"')).toBe(text.replaceAll('"trtc-ops"', '"a \\"b\\""'));
  });

  test("is refused onto another group, and without a name", () => {
    expect(renamed(TEAM, "support")).toBe(
      'This file has a group "support" already, and two groups would become one',
    );
    expect(renamed(TEAM, " ")).toBe("A group needs a name");
    expect(renamed(TEAM, "trtc-ops")).toBe(splitCursor(TEAM).text);
  });

  test("is of groups only", () => {
    const { text } = splitCursor(TEAM);
    expect(renamed(text.replace("li.wei", "li|.wei"), "x")).toBeUndefined();
    expect(renamed(text.replace("Readonly", "Read|only"), "x")).toBeUndefined();
  });

  test("begins with the name alone", () => {
    const { document, own, position } = at(TEAM);
    const start = prepareGroupRename(document, own, position);
    expect(start?.placeholder).toBe("trtc-ops");
    expect(start?.range).toEqual({ start: { line: 4, character: 28 }, end: { line: 4, character: 36 } });
  });
});

test("references and highlights of a group", () => {
  const { document, own, position } = at(TEAM);
  const lines = (includeDeclaration: boolean) =>
    groupReferences(document, own, position, { includeDeclaration }).map(({ range }) => range.start.line);
  expect(lines(true)).toEqual([2, 4, 5]);
  expect(lines(false)).toEqual([4, 5]);
  expect(groupHighlights(document, own, position)).toHaveLength(3);
});

test("paths lead to their files", () => {
  const { document } = at(TEAM);
  const services = { catalog: grantsCatalog, applications: [], snippets: false };
  expect(documentLinks(document, services).map(({ target }) => target)).toEqual([
    "file:///project/recording.policy.json",
    "file:///project/nowhere.json",
  ]);
  const single = servedGrants('{ "users": { "a": { "policies": ["policies/../b.json"] } } }');
  expect(documentLinks(single, services)[0]?.target).toBe("file:///project/b.json");
});

test("the outline has groups and users, with what is attached to them", () => {
  const { document } = at(TEAM);
  const draw = (symbols: ReturnType<typeof documentSymbols>, indent = ""): string[] =>
    symbols.flatMap(({ name, detail, children = [] }) => [
      `${indent}${name}${detail === undefined ? "" : `: ${detail}`}`,
      ...draw(children, `${indent}  `),
    ]);
  expect(draw(documentSymbols(document))).toEqual([
    "dialect: cam",
    "groups: 2",
    "  trtc-ops: 2 policies",
    "    QcloudTRTCReadonlyAccess",
    "    ./recording.policy.json",
    "  support",
    "users: 2",
    "  li.wei: 1 group, 1 policy",
    "    trtc-ops",
    "    policies/../nowhere.json",
    "  li.wei: 2 groups",
    "    trtc-ops",
    "    support",
  ]);
});
