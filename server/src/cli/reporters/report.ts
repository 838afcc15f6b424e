// What every report format is given: the files that were judged, one after the other, and what it may ask.
import type { Finding, Severity, SuppressedFinding } from "../../core/index.js";

/** The worst first. */
export const SEVERITIES: readonly Severity[] = ["error", "warning", "info", "hint"];

export interface FileResult {
  readonly path: string;
  /** Id of the dialect; null where the file is another vendor's policy, or where nothing tells. */
  readonly dialect: string | null;
  /** What the spans of the findings are offsets of. */
  readonly text: string;
  readonly findings: readonly Finding[];
  /** In no figure but their own, and never a reason to fail. */
  readonly suppressed: readonly SuppressedFinding[];
  /** Present when fixes were asked for. */
  readonly fixes?: FileFixes;
}

/** What fixes made of the text of a file, or would make of it. */
export interface FileFixes {
  readonly count: number;
  readonly before: string;
  readonly after: string;
}

export interface ReportOptions {
  readonly colors: boolean;
  /** The folder that relative paths are relative to. */
  readonly cwd: string;
  /** Findings of these severities make the command fail. */
  readonly failing: readonly Severity[];
  /** Loaded when a report asks for them. */
  readonly pages: () => Pages;
  /** What could not be judged; complete when the last result has been taken. */
  readonly unread: readonly Unread[];
  /** Of this program. */
  readonly version: string;
}

/** The pages about the checks by the ids of the checks, as Markdown. */
export type Pages = Readonly<Record<string, string>>;

export interface Unread {
  readonly path: string;
  readonly reason: string;
}

/** Pure: the pieces of the report, each as soon as the results for it are there. */
export type Reporter = (results: Iterable<FileResult>, options: ReportOptions) => Iterable<string>;

export interface Tally {
  files: number;
  filesWithFindings: number;
  readonly findings: Record<Severity, number>;
  suppressed: number;
  /** Absent unless fixes were asked for. */
  fixed?: number;
}

export function createTally(): Tally {
  return {
    files: 0,
    filesWithFindings: 0,
    findings: { error: 0, warning: 0, info: 0, hint: 0 },
    suppressed: 0,
  };
}

export function addTo(tally: Tally, { findings, suppressed, fixes }: FileResult): void {
  tally.files++;
  if (findings.length > 0) tally.filesWithFindings++;
  tally.suppressed += suppressed.length;
  if (fixes !== undefined) tally.fixed = (tally.fixed ?? 0) + fixes.count;
  for (const { severity } of findings) tally.findings[severity]++;
}
