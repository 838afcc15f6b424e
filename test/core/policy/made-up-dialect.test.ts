// A third dialect needs one Dialect value and catalog data, and nothing else: all that is proved here works for
// one that no line of the program has heard of.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readPolicyFile, readPolicyQuickly, runChecks, summarize } from "../../../server/src/core/index.js";
import { hover } from "../../../server/src/features/hover.js";
import { toPosition } from "../../../server/src/features/to-lsp.js";
import { checkCompletion, labelsAt } from "../../features/check-completion.js";
import { serve, servicesWith, splitCursor } from "../../support/cursor.js";
import { madeUp, threeDialects } from "../../support/made-up-dialect.js";

const { dialects } = threeDialects;
const FILE = { fileName: "a.harbor.json", catalog: threeDialects };

const policy = (rule: string) => `{
  "edition": "H7",
  "rules": [
    ${rule}
  ]
}`;
const CLEAN = policy('{ "verdict": "permit", "may": ["crane:*"], "where": "berth/crane///mast/4" }');

function findingsOf(text: string): string[] {
  const file = readPolicyFile(text, { dialects, declared: true, fileName: FILE.fileName });
  return runChecks(file, threeDialects, { text }).map(
    ({ check, span }) => `${check} ${text.slice(span.start, span.end)}`,
  );
}

describe("reading", () => {
  test("the dialect is told by content, the file's name left aside", () => {
    for (const fileName of ["a.json", "a.cam.json", "a.otc.json"]) {
      const file = readPolicyFile(CLEAN, { dialects, fileName });
      expect(file.dialect).toBe(madeUp);
      expect(file.policies[0]?.statements[0]).toMatchObject({
        decision: "allow",
        actions: [{ text: "crane:*" }],
        resources: [{ text: "berth/crane///mast/4" }],
      });
    }
  });

  test("an empty text is told by the file's name", () => {
    expect(readPolicyFile("", { dialects, declared: true, fileName: FILE.fileName }).dialect).toBe(madeUp);
  });

  test("reading quickly tells it too", () => {
    expect(readPolicyQuickly(CLEAN, { dialects })?.dialect).toBe(madeUp);
  });

  test("the real dialects are told beside it", () => {
    const texts = [
      '{"version":"2.0","statement":[{"effect":"allow","action":"im:*","resource":"*"}]}',
      '{"Version":"1.1","Statement":[{"Effect":"Allow","Action":["ims:*:get"]}]}',
    ];
    expect(texts.map((text) => readPolicyFile(text, { dialects }).dialect?.id)).toEqual(["cam", "otc"]);
  });
});

describe("checks", () => {
  test("a policy that is right has no findings", () => {
    expect(findingsOf(CLEAN)).toEqual([]);
  });

  test.each([
    [CLEAN.replace('"H7"', '"H6"'), ['unknown-version "H6"']],
    [CLEAN.replace('"edition": "H7",', ""), ["missing-version {"]],
    [CLEAN.replace("permit", "permits"), ['unknown-effect "permits"']],
    [CLEAN.replace('"verdict": "permit", ', ""), ["missing-effect {"]],
    [CLEAN.replace('"may": ["crane:*"], ', ""), ["missing-action {"]],
    [CLEAN.replace(', "where": "berth/crane///mast/4"', ""), ["missing-resource {"]],
    [CLEAN.replace('"where"', '"Where"'), ['element-case "Where"']],
    [CLEAN.replace('"verdict"', '"effect": 1, "verdict"'), ['unknown-element "effect"']],
    [CLEAN.replace('"crane:*"', "7"), ["value-type 7"]],
    [CLEAN.replace("crane:*", "crane.l*"), ['malformed-action "crane.l*"']],
    [CLEAN.replace("crane:*", "crane:lok"), ['unknown-action "crane:lok"']],
    [CLEAN.replace("crane:*", "crane:z*"), ['wildcard-matches-nothing "crane:z*"']],
    [CLEAN.replace("berth/crane///mast/4", "quay/4"), ['malformed-resource "quay/4"']],
    [CLEAN.replace("crane:*", "crane:survey"), ['operation-level-action "crane:survey"']],
    [CLEAN.replace("berth/crane", "berth/pilot"), ['service-mismatch "crane:*"']],
    [CLEAN.replace("crane:*", "crane:l*"), ['wildcard-grants-write "crane:l*"']],
    [CLEAN.replace('"crane:*"', '"crane:look", "crane:look"'), ['duplicate-action "crane:look"']],
  ])("finding %#", (text, expected) => {
    expect(findingsOf(text)).toEqual(expected);
  });
});

test("a summary tells reads from writes", () => {
  const [read] = readPolicyFile(CLEAN, { dialects }).policies;
  if (read === undefined) throw new Error("no policy was read");
  const [group, ...more] = summarize(read, threeDialects).allowed;
  expect(more).toEqual([]);
  expect(group).toMatchObject({ service: "crane", read: [{ name: "look" }], write: [{ name: "lower" }] });
});

describe("completion and hover", () => {
  test("elements have their own names", () => {
    expect(labelsAt(policy("{ | }"), FILE)).toEqual(["verdict", "may", "where", "provided"]);
  });

  test("effects have their own words", () => {
    expect(labelsAt(policy('{ "verdict": "|" }'), FILE)).toEqual(["permit", "forbid"]);
  });

  test("actions come from the catalog", () => {
    checkCompletion(
      policy('{ "verdict": "permit", "may": ["crane:lo|"] }'),
      "crane:lower",
      policy('{ "verdict": "permit", "may": ["crane:lower"] }'),
      FILE,
    );
  });

  test("hover knows an action", () => {
    const { text, offset } = splitCursor(CLEAN.replace("crane:*", "crane:lo|wer"));
    const document = serve(text, FILE);
    const found = hover(
      document,
      toPosition(document.lines, offset),
      servicesWith([], { catalog: threeDialects }),
    );
    expect(JSON.stringify(found?.contents)).toContain("Lower the hook");
  });
});

test("nothing outside of the dialects asks for one of them by its id", () => {
  const source = join(import.meta.dirname, "../../../server/src");
  const files = ["core", "features", "lsp"].flatMap((folder) =>
    readdirSync(join(source, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.includes("dialects"))
      .map((name) => join(source, folder, name)),
  );
  const comparing = files.filter((file) =>
    /[=!]==\s*"(?:cam|otc)"|"(?:cam|otc)"\s*[=!]==|case "(?:cam|otc)"|dialect\s*[=!]==\s*(?:cam|otc)\b/.test(
      readFileSync(file, "utf8"),
    ),
  );
  expect(files.length).toBeGreaterThan(50);
  expect(comparing).toEqual([]);
});
