// Reads and writes fixtures: policies as a user would write them, with marker lines under what is found.
//
//     "effect": "alow",
//     //        ^^^^^^ error unknown-effect: did you mean
//
// `// <-` marks the start of the line above, with a dash for each character. A first line `// @config {…}` says how the file is read.
import type { Accounts, Application, Finding, LineIndex, Span } from "../../server/src/core/index.js";
import { indexLines, offsetAt, positionAt } from "../../server/src/core/index.js";

export interface Marker {
  readonly severity: string;
  readonly check: string;
  readonly span: Span;
  /** Part of the message, where the wording is the subject. */
  readonly message: string | undefined;
}

export interface FixtureConfig {
  /** Name that the text is read under; that of the fixture unless given. */
  readonly fileName?: string;
  /** False for a file that nobody declared to be a policy. */
  readonly declared?: boolean;
  /** What the project lists. */
  readonly applications?: readonly Application[];
  readonly accounts?: Accounts;
}

export interface Fixture {
  /** Without marker lines. */
  readonly text: string;
  readonly markers: readonly Marker[];
  readonly config: FixtureConfig;
}

const MARKER = /^(\s*\/\/\s*)(\^+|<-+)\s+(error|warning|info|hint) ([a-z-]+)(?::\s*(.*))?$/;
const CONFIG = /^\/\/ @config (.*)$/;

export function readFixture(source: string): Fixture {
  const kept: string[] = [];
  const found: { line: number; column: number; length: number; rest: Omit<Marker, "span"> }[] = [];
  let config: FixtureConfig = {};
  for (const line of source.split(/(?<=\n)/)) {
    const bare = line.replace(/\r?\n$/, "");
    const configured = CONFIG.exec(bare)?.[1];
    if (configured !== undefined && kept.length === 0) {
      config = JSON.parse(configured);
      continue;
    }
    const marker = MARKER.exec(bare);
    if (marker === null) {
      kept.push(line);
      continue;
    }
    const [, lead = "", carets = "", severity = "", check = "", message] = marker;
    const atStart = carets.startsWith("<");
    found.push({
      line: kept.length - 1,
      column: atStart ? 0 : lead.length,
      length: atStart ? carets.length - 1 : carets.length,
      rest: { severity, check, message },
    });
  }
  const text = kept.join("");
  const lines = indexLines(text);
  const markers = found.map(({ line, column, length, rest }) => {
    const start = offsetAt(lines, { line, column });
    return { ...rest, span: { start, end: start + length } };
  });
  return { text, markers, config };
}

/** The text with a marker line for each finding: what a fixture should look like. */
export function writeFixture(
  text: string,
  config: FixtureConfig,
  findings: readonly Finding[],
  wording: ReadonlySet<string>,
): string {
  const lines = indexLines(text);
  const byLine = new Map<number, string[]>();
  for (const finding of findings) {
    const { line } = positionAt(lines, finding.span.start);
    byLine.set(line, [...(byLine.get(line) ?? []), markerFor(finding, lines, wording)]);
  }
  const head = Object.keys(config).length > 0 ? [`// @config ${JSON.stringify(config)}\n`] : [];
  const body = text.split(/(?<=\n)/).flatMap((line, number) => {
    const markers = byLine.get(number) ?? [];
    return markers.length === 0 ? [line] : [line.endsWith("\n") ? line : `${line}\n`, ...markers];
  });
  return [...head, ...body].join("");
}

function markerFor(finding: Finding, lines: LineIndex, wording: ReadonlySet<string>): string {
  const { column } = positionAt(lines, finding.span.start);
  const length = Math.max(1, finding.span.end - finding.span.start);
  const lead = column === 2 ? "//" : `${" ".repeat(Math.max(0, column - 3))}// `;
  const carets = column < 2 ? `// <${"-".repeat(length)}` : `${lead}${"^".repeat(length)}`;
  const message = wording.has(`${finding.check}@${finding.span.start}`) ? `: ${finding.message}` : "";
  return `${carets} ${finding.severity} ${finding.check}${message}\n`;
}
