// What can be wrong with a text as JSON. Data only: the check `json-syntax` finds the words.
import type { TextEdit } from "./edit.js";
import type { Span } from "./span.js";

export type ProblemKind =
  | "blank-character"
  | "comment"
  | "control-character"
  | "curly-quote"
  | "empty-text"
  | "extra-comma"
  | "extra-content"
  | "full-width-punctuation"
  | "hash-comment"
  | "invalid-escape"
  | "invalid-number"
  | "list-without-brackets"
  | "missing-colon"
  | "missing-comma"
  | "missing-key"
  | "missing-value"
  | "not-utf-8"
  | "single-quote"
  | "stray-bracket"
  | "too-deep"
  | "trailing-comma"
  | "unclosed-bracket"
  | "unclosed-comment"
  | "unclosed-string"
  | "unquoted-word";

/** One place where the text is not strict JSON (RFC 8259). */
export interface Problem {
  readonly kind: ProblemKind;
  readonly span: Span;
  /** The characters that it is about. */
  readonly found: string;
  /** What would make it strict JSON; `safe` where no value could have been meant otherwise. */
  readonly repair?: { readonly edits: readonly TextEdit[]; readonly safe: boolean };
}
