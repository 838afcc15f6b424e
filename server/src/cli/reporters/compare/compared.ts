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

/** Whether there is more to say of a file than that nothing has changed. */
export function isWorthTelling({ comparison, mayHide }: ComparedFile): boolean {
  return comparison.verdict !== "unchanged" || mayHide;
}
