// What every feature is given: one version of a document, read, and the services that know more than it.
import type {
  Accounts,
  Application,
  Catalog,
  Finding,
  LineIndex,
  PolicyFile,
  Project,
  SuppressedFinding,
  Suppression,
} from "../core/index.js";
import type { DocumentChange } from "./change.js";
import type { DocumentGrants } from "./grants/document-grants.js";

/** Something that findings are told of: a policy, or the project file. */
export interface JudgedDocument {
  readonly uri: string;
  /** As the editor counts; null for a text that no editor has open. */
  readonly version: number | null;
  readonly text: string;
  readonly lines: LineIndex;
  /** Those that the project has not suppressed. Computed once per version. */
  readonly findings: () => readonly Finding[];
  /** What the editor is told by somebody else already; fixes are offered for it all the same. */
  readonly isToldByOthers?: (finding: Finding) => boolean;
  /** The same document after a change that was not made yet. Undefined where it would not be ours any more. */
  readonly withText: (text: string) => JudgedDocument | undefined;
}

export interface ServedDocument extends JudgedDocument {
  readonly file: PolicyFile;
  readonly suppressed: () => readonly SuppressedFinding[];
  readonly withText: (text: string) => ServedDocument | undefined;
  /** Since the earlier version that it is compared with. Absent where none is known, undefined where it is the same. */
  readonly change?: () => DocumentChange | undefined;
  /** Present where the document is a grants file; it holds no policies then. */
  readonly grants?: DocumentGrants;
  /** Absent for a document that lies in no folder of the workspace. */
  readonly project?: DocumentProject;
}

/** The project file that applies to a document, or the one that decisions about it would be written into. */
export interface DocumentProject {
  /** Of the project file. */
  readonly uri: string;
  /** Of the project file as it is now; undefined where there is none yet. */
  readonly text: () => string | undefined;
  /** What is in force: without any decision where there is no file. */
  readonly project: Project;
  /** Of the document, from the folder of the project file. */
  readonly path: string;
  /** The suppressions that silenced something in the document. */
  readonly used: () => ReadonlySet<Suppression>;
}

export interface Services {
  readonly catalog: Catalog;
  /** Those of the project first, then those of the settings, then those seen in other policies. */
  readonly applications: readonly Application[];
  /** Labels of the team's own accounts. */
  readonly accounts?: Accounts;
  /** Numbers of root accounts that other policies of the workspace name. */
  readonly seenAccounts?: readonly string[];
  /** Milliseconds since 1970; absent where no dates are proposed. */
  readonly now?: () => number;
  /** Proposals may say a few words beside their label. */
  readonly labelDetails?: boolean;
  /** The editor's own command that asks for proposals at a tab stop; absent where it has none. */
  readonly suggestCommand?: string;
  /** Whether completions may hold tab stops. */
  readonly snippets: boolean;
  /** What proposals share may be said once for their list. */
  readonly listDefaults?: { readonly editRange: boolean; readonly data: boolean };
}
