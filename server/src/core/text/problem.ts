// What can be wrong with a text as JSON. The check `json-syntax` finds the words.
import type { TextEdit } from "./edit.js";
import type { Span } from "./span.js";

export type ProblemKind =
  | "blank-character"
  | "comment"
  /** A line that a conflict of a merge has left. */
  | "conflict-marker"
  | "control-character"
  | "curly-quote"
  | "empty-text"
  | "extra-comma"
  /** Text after the document. */
  | "extra-content"
  | "full-width-punctuation"
  /** A second document, or a later one. */
  | "further-document"
  | "hash-comment"
  | "invalid-escape"
  | "invalid-number"
  /** Text before the document, such as the fence of a Markdown page. */
  | "leading-content"
  | "list-without-brackets"
  /** `True`, `None`, `NULL`. */
  | "misspelled-literal"
  /** Both sides of a merge, with its markers. */
  | "merge-conflict"
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
  /** A key of an object whose opening brace is missing. */
  | "unopened-bracket"
  | "unquoted-word"
  /** `;` for a comma, `=` for a colon, a colon too many. */
  | "wrong-punctuation";

/** One place where the text is not strict JSON (RFC 8259). */
export interface Problem {
  readonly kind: ProblemKind;
  readonly span: Span;
  /** The characters that it is about. */
  readonly found: string;
  /** What would make it strict JSON; `safe` where no value could have been meant otherwise. */
  readonly repair?: Repair;
}

export interface Repair {
  readonly edits: readonly TextEdit[];
  readonly safe: boolean;
}

/** More than the habits of a hand-written text: comments and commas too many lose nothing. */
export type Break = Pick<Problem, "kind" | "span">;

export function isBreak({ repair }: Problem): boolean {
  return repair?.safe !== true;
}
