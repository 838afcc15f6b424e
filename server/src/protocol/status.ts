// Custom request `accessPolicy/status`: what the status item of an editor shows for one document.

export const STATUS_REQUEST = "accessPolicy/status";

export interface StatusParams {
  readonly uri: string;
}

/** Null for a document that is not ours. Counts are those of the diagnostics of the same version. */
export interface StatusResult {
  /** `cam`, `otc`, or null where the document is another vendor's or does not tell. */
  readonly dialect: string | null;
  /** For people: `Tencent Cloud CAM`. */
  readonly title: string;
  /** Month of the facts, such as `2026-11`. */
  readonly catalogDate: string;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
  /** Findings that the project file has silenced; in no other count. */
  readonly suppressed: number;
}
