// Custom request `accessPolicy/decide`: what a person decides about a finding, to be written into the project file.

export const DECIDE_REQUEST = "accessPolicy/decide";

/** To live with the findings of a check, at one place or in the whole document. */
export interface UndecidedSuppression {
  readonly kind: "suppression";
  /** Of the document with the finding. */
  readonly uri: string;
  /** Id of the check. */
  readonly check: string;
  /** As the project file says places; absent for the whole document. */
  readonly at?: string;
}

export interface UndecidedLevel {
  readonly kind: "level";
  readonly uri: string;
  readonly check: string;
}

/** The worst first. */
export const LEVELS = ["error", "warning", "info", "hint", "off"] as const;

export type DecideParams =
  | (UndecidedSuppression & { readonly reason: string })
  | (UndecidedLevel & { readonly level: (typeof LEVELS)[number] });

/** Null where nothing can be written: the document has no project, or its file is too broken. */
export interface DecideResult<WorkspaceEdit> {
  /** Of the project file, which the edit may make. */
  readonly uri: string;
  readonly edit: WorkspaceEdit;
}
