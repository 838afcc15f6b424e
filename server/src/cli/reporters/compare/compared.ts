// What every format of `access-policy compare` is given: the files that were compared, and what it may ask.
import type {
  Application,
  Catalog,
  CompareGap,
  Comparison,
  Holder,
  Origin,
  Policy,
  Span,
  Verdict,
} from "../../../core/index.js";
import type { PolicyText } from "../../policy-files.js";
import type { Unread } from "../report.js";

export interface ComparedFile {
  /** After the change; of a deleted file, the one before. */
  readonly path: string;
  /** Where it is another: a renamed file, or another one that was named. */
  readonly previousPath?: string;
  readonly status: "added" | "deleted" | "renamed" | "changed";
  /** Of a grants file: to whom the change happens; the status is theirs. */
  readonly holders?: { readonly kind: Holder["kind"]; readonly names: readonly string[] };
  readonly comparison: Comparison;
  /** Absent where there was no policy, and where nothing has changed. */
  readonly before?: PolicyText | HeldText;
  readonly after?: PolicyText | HeldText;
  /** What could not be read and does not count. */
  readonly gaps: readonly CompareGap[];
  /** What does not count is not the same on both sides: it may hide that access was widened. */
  readonly mayHide: boolean;
  readonly applications: readonly Application[];
}

/** All that is attached to somebody, from several files. */
export interface HeldText extends PolicyText {
  readonly originOf: (policy: Policy) => Origin | undefined;
  /** Of the name of the first of them. */
  readonly place: Span;
}

export interface CompareReportOptions {
  readonly catalog: Catalog;
  readonly colors: boolean;
  /** The folder that relative paths are relative to. */
  readonly cwd: string;
  /** What could not be compared. */
  readonly unread: readonly Unread[];
  /** Of this program. */
  readonly version: string;
}

export type CompareReporter = (files: readonly ComparedFile[], options: CompareReportOptions) => string;

/** Of all files together. */
export function overallVerdict(files: readonly ComparedFile[]): Verdict {
  const verdicts = new Set(files.map(({ comparison }) => comparison.verdict));
  if (verdicts.has("indeterminate")) return "indeterminate";
  const isWidened = verdicts.has("widened") || verdicts.has("changed");
  const isNarrowed = verdicts.has("narrowed") || verdicts.has("changed");
  if (isWidened) return isNarrowed ? "changed" : "widened";
  return isNarrowed ? "narrowed" : "unchanged";
}

/** Whether there is more to say of a file than that nothing has changed. */
export function isWorthTelling({ comparison, mayHide }: ComparedFile): boolean {
  return comparison.verdict !== "unchanged" || mayHide;
}

/** What a reviewer has to look at first comes first; of equal weight, in the order of paths. */
export function byWeight(files: readonly ComparedFile[]): readonly ComparedFile[] {
  const weighed = files.map((file) => ({ file, weight: weightOf(file) }));
  return weighed.sort((one, other) => other.weight - one.weight).map(({ file }) => file);
}

function weightOf({ comparison: { gained, undecided, lost }, mayHide }: ComparedFile): number {
  if (gained.some(({ access }) => access === "write")) return 5;
  if (gained.some(({ access }) => access === "unlisted")) return 4;
  if (gained.length > 0) return 3;
  if (undecided.length > 0 || mayHide) return 2;
  return lost.length > 0 ? 1 : 0;
}
