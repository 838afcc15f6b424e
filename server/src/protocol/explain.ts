// Custom request `accessPolicy/explain`: what the policies of a document let someone do, as Markdown to read.

export const EXPLAIN_REQUEST = "accessPolicy/explain";

export interface ExplainParams {
  readonly uri: string;
}

/** Null for a document that is not ours. */
export interface MarkdownResult {
  readonly markdown: string;
}
