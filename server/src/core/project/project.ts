// What a team decides about its policies, as its project file says it: which files hold policies, how severe
// findings are, which of them it lives with, and what its accounts and applications are called.
import type { Accounts, Application } from "../catalog/applications.js";
import type { Severity } from "../checks/check.js";
import type { Span } from "../text/span.js";
import type { Glob } from "./glob.js";

/** The nearest file of this name, upward from a policy, applies to it. */
export const PROJECT_FILE_NAME = "access-policy.config.json";

export type Level = Severity | "off";

/** By the id of a check. */
export type Levels = Readonly<Record<string, Level>>;

export interface Project {
  /** Files that are policies whatever they hold. */
  readonly files: readonly Glob[];
  readonly accounts: Accounts;
  readonly applications: readonly Application[];
  readonly checks: Levels;
  /** In the order of the file; later ones win. */
  readonly overrides: readonly Override[];
  readonly suppressions: readonly Suppression[];
}

export interface Override {
  readonly files: readonly Glob[];
  readonly checks: Levels;
}

/** Findings that the team lives with. */
export interface Suppression {
  /** Id of the check. */
  readonly check: string;
  /** A path from the folder of the project file, or a glob. */
  readonly file: Glob;
  /** The text of the string at the place of the finding, or a JSON pointer; absent for the whole file. */
  readonly at?: string;
  readonly reason: string;
  /** Last day on which it holds: `2027-06-30`. */
  readonly expires?: string;
  /** Where it stands in the project file: the id of the check, the last day, and the whole of it. */
  readonly spans: { readonly check: Span; readonly expires?: Span; readonly whole: Span };
}

export const NO_PROJECT: Project = {
  files: [],
  accounts: {},
  applications: [],
  checks: {},
  overrides: [],
  suppressions: [],
};
