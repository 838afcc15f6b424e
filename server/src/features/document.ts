// What every feature is given: one version of a document, read, and the services that know more than it.
import type {
  Application,
  Catalog,
  Finding,
  LineIndex,
  PolicyFile,
  SuppressedFinding,
} from "../core/index.js";

export interface ServedDocument {
  readonly uri: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly file: PolicyFile;
  /** Those that the project has not suppressed. Computed once per version. */
  readonly findings: () => readonly Finding[];
  readonly suppressed: () => readonly SuppressedFinding[];
}

export interface Services {
  readonly catalog: Catalog;
  /** Those of the settings first, then those seen in other policies of the workspace. */
  readonly applications: readonly Application[];
  /** Whether completions may hold tab stops. */
  readonly snippets: boolean;
  /** What proposals share may be said once for their list. */
  readonly listDefaults?: { readonly editRange: boolean; readonly data: boolean };
}
