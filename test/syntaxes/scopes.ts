// Tokenizes a text with our grammar the way VS Code does, and compares the scopes with the marks under the text.
// The marks are explained at expectScopes; nothing here knows what a policy is.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "vitest";
import { createOnigScanner, createOnigString, loadWASM } from "vscode-oniguruma";
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from "vscode-textmate";

const grammarPath = new URL("../../syntaxes/access-policy.tmLanguage.json", import.meta.url);
const scopeName = "source.json.access-policy";

interface Mark {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

/**
 * Checks a text that carries marks. A line of the form
 *
 *     //  ^^^^  ^^^ string.quoted entity.name.function !keyword
 *
 * speaks about the text line above it: every character over a caret has all the scopes (a beginning such as
 * `string.quoted` is enough) and none of those behind an exclamation mark. The last scope without one has to
 * cover exactly the carets, neither less nor more.
 */
export async function expectScopes(marked: string): Promise<void> {
  const { lines, marks } = readMarks(marked);
  const scopes = await scopesOfCharacters(lines);
  const wrong = marks.flatMap((mark) =>
    describeMismatch(mark, lines[mark.line] ?? "", scopes[mark.line] ?? []),
  );
  expect(marks.length, "the text has no marks").toBeGreaterThan(0);
  expect(wrong.join("\n\n")).toBe("");
}

/** Every scope that the grammar gives to this text, each once. */
export async function allScopes(text: string): Promise<ReadonlySet<string>> {
  return new Set((await scopesOfCharacters(text.split("\n"))).flat(2));
}

/** Tokenizes lines as the editor does (colors only) and answers how many tokens they have. */
export async function countTokens(lines: readonly string[]): Promise<number> {
  const loaded = await loadGrammar();
  let state = INITIAL;
  let count = 0;
  for (const line of lines) {
    const result = loaded.tokenizeLine2(line, state);
    state = result.ruleStack;
    count += result.tokens.length / 2;
  }
  return count;
}

let grammar: Promise<IGrammar> | undefined;

function loadGrammar(): Promise<IGrammar> {
  grammar ??= readGrammar();
  return grammar;
}

async function readGrammar(): Promise<IGrammar> {
  const require = createRequire(import.meta.url);
  await loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async () => parseRawGrammar(readFileSync(grammarPath, "utf8"), grammarPath.pathname),
  });
  const loaded = await registry.loadGrammar(scopeName);
  if (!loaded) throw new Error(`no grammar for ${scopeName}`);
  return loaded;
}

function readMarks(marked: string): { lines: string[]; marks: Mark[] } {
  const lines: string[] = [];
  const marks: Mark[] = [];
  for (const line of marked.split("\n")) {
    const match = /^\s*\/\/[ ]*(\^[\^ ]*\^|\^)\s+(\S.*)$/.exec(line);
    if (!match) {
      lines.push(line);
      continue;
    }
    const scopes = (match[2] ?? "").trim().split(/\s+/);
    for (const run of line.matchAll(/\^+/g)) {
      marks.push({ line: lines.length - 1, start: run.index, end: run.index + run[0].length, scopes });
    }
  }
  return { lines, marks };
}

async function scopesOfCharacters(lines: readonly string[]): Promise<string[][][]> {
  const loaded = await loadGrammar();
  let state = INITIAL;
  return lines.map((line) => {
    const result = loaded.tokenizeLine(line, state);
    state = result.ruleStack;
    const characters: string[][] = [];
    for (const token of result.tokens) {
      for (let at = token.startIndex; at < token.endIndex; at++) characters[at] = token.scopes;
    }
    return characters.slice(0, line.length);
  });
}

function describeMismatch(mark: Mark, line: string, scopes: readonly (readonly string[])[]): string[] {
  const wanted = mark.scopes.filter((scope) => !scope.startsWith("!"));
  const refused = mark.scopes.filter((scope) => scope.startsWith("!")).map((scope) => scope.slice(1));
  const outermost = wanted.at(-1);
  const problems: string[] = [];
  for (let at = mark.start; at < mark.end; at++) {
    const here = scopes[at] ?? [];
    problems.push(...wanted.filter((scope) => !carries(here, scope)).map((scope) => `${at}: lacks ${scope}`));
    problems.push(...refused.filter((scope) => carries(here, scope)).map((scope) => `${at}: has ${scope}`));
  }
  if (outermost !== undefined) {
    if (carries(scopes[mark.start - 1] ?? [], outermost)) problems.push(`${outermost} starts earlier`);
    if (carries(scopes[mark.end] ?? [], outermost)) problems.push(`${outermost} ends later`);
  }
  if (problems.length === 0) return [];
  const carets = " ".repeat(mark.start) + "^".repeat(mark.end - mark.start);
  const found = (scopes[mark.start] ?? []).join(" ");
  return [`${line}\n${carets} ${mark.scopes.join(" ")}\n${problems.join("\n")}\nfound: ${found}`];
}

function carries(scopes: readonly string[], wanted: string): boolean {
  // One rule may give two scopes in one name, with a blank between them.
  return scopes.some((name) =>
    name.split(" ").some((scope) => scope === wanted || scope.startsWith(`${wanted}.`)),
  );
}
