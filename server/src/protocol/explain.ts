// Custom request `accessPolicy/explain`: what the policies of a document let someone do, as Markdown to read.

export const EXPLAIN_REQUEST = "accessPolicy/explain";

export interface ExplainParams {
  readonly uri: string;
  /** In the statement that somebody asks about. */
  readonly position?: { readonly line: number; readonly character: number };
}

/** Null for a document that is not ours. */
export interface MarkdownResult {
  readonly markdown: string;
  /** The heading below which the answer begins, by a name that previews of Markdown find; absent for the first one. */
  readonly anchor?: string;
}
