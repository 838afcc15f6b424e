// Completion at every offset of every fixture, whole and cut off: it never throws, its edits are ones that an
// editor takes, and in a text without mistakes they make none.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { CompletionItem, Position, Range } from "vscode-languageserver-types";
import { indexLines, readJson } from "../../server/src/core/index.js";
import { completion, resolveCompletion } from "../../server/src/features/completion.js";
import { toPosition } from "../../server/src/features/to-lsp.js";
import { accept } from "../support/accept.js";
import { serve, servicesWith } from "../support/cursor.js";
import { readFixture } from "../support/markers.js";

const FIXTURES = join(import.meta.dirname, "../fixtures");
/** What stands behind it in the longest fixtures repeats what stands before. */
const LONGEST = 1_500;

const SERVICES = servicesWith([
  { sdkAppId: "1400100200", label: "Live prod", account: "100012345678" },
  { sdkAppId: "1400100300" },
]);
const PLAIN = { ...SERVICES, snippets: false };

const files = readdirSync(FIXTURES, { recursive: true, encoding: "utf8" }).filter((name) =>
  /(?<!\.fixed)\.json$/.test(name),
);

test.each(files)("%s", (name) => {
  const { text, config } = readFixture(readFileSync(join(FIXTURES, name), "utf8"));
  const whole = text.slice(0, LONGEST);
  const options = { fileName: config.fileName ?? "a.policy.json" };
  const problems = readJson(whole).problems.length;
  const document = serve(whole, options);
  for (let offset = 0; offset <= whole.length; offset++) {
    const position = toPosition(document.lines, offset);
    const { items } = completion(document, position, SERVICES);
    checkEdits(items, position, whole);
    for (const item of samples(items)) {
      resolveCompletion(item, SERVICES);
      if (problems === 0) expectNoMistake(whole, item, offset);
    }
    for (const item of samples(completion(document, position, PLAIN).items)) {
      if (problems === 0) expectNoMistake(whole, item, offset);
    }
    const cut = serve(whole.slice(0, offset), options);
    const end = toPosition(cut.lines, offset);
    checkEdits(completion(cut, end, SERVICES).items, end, cut.text);
  }
});

function expectNoMistake(text: string, item: CompletionItem, offset: number): void {
  const after = accept(text, item);
  if (readJson(after).problems.length > 0) {
    expect.fail(
      `${item.label} at ${offset}, after ${JSON.stringify(text.slice(Math.max(0, offset - 30), offset))}, makes\n${after}`,
    );
  }
}

/** One of each kind and rank: the others differ in their words only. */
function samples(items: readonly CompletionItem[]): CompletionItem[] {
  const found = new Map(items.map((item) => [`${item.kind}${item.sortText?.[0]}`, item]));
  return [...found.values()];
}

/** The rules of the protocol: one line, around the position, and nothing beside it overlaps. */
function checkEdits(items: readonly CompletionItem[], position: Position, text: string): void {
  const lines = indexLines(text);
  const length = (line: number) => (lines.starts[line + 1] ?? text.length + 1) - (lines.starts[line] ?? 0);
  const seen = new Set<string>();
  for (const { textEdit, additionalTextEdits = [], label } of items) {
    if (textEdit === undefined || !("range" in textEdit)) expect.fail(`${label} has no edit`);
    const { range } = textEdit;
    const key = JSON.stringify([range, additionalTextEdits]);
    if (seen.has(key)) continue;
    seen.add(key);
    const { start, end } = range;
    const isRight =
      start.line === position.line &&
      end.line === position.line &&
      start.character <= position.character &&
      position.character <= end.character &&
      end.character <= length(end.line) &&
      additionalTextEdits.every((edit) => isBeside(edit.range, range));
    if (!isRight) expect.fail(`${label} at ${JSON.stringify(position)} replaces ${key}`);
  }
}

function isBeside(one: Range, other: Range): boolean {
  return !isBefore(other.start, one.end) || !isBefore(one.start, other.end);
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
