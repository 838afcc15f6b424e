// The policies of a document as one list: those that stand in it, and those inside its strings, each with the way
// from its places to the places of the document.
import { type Policy, type PolicyFile, partOfString, type Span, type StringValue } from "../core/index.js";

export interface PlacedPolicy {
  readonly policy: Policy;
  /** The text that the policy's spans are of. */
  readonly text: string;
  /** From a span of that text to the document. */
  readonly outside: (span: Span) => Span;
}

/** In the order of the text for documents of one kind, and the same for every reading of a text. */
export function policiesIn({
  file,
  text,
}: {
  readonly file: PolicyFile;
  readonly text: string;
}): PlacedPolicy[] {
  return placed(file, text, (span) => span);
}

function placed(file: PolicyFile, text: string, outside: (span: Span) => Span): PlacedPolicy[] {
  return [
    ...file.policies.map((policy) => ({ policy, text, outside })),
    ...file.embedded.flatMap(({ source, file: inner }) =>
      placed(inner, source.text, (span) => outside(source.toOuter(span))),
    ),
  ];
}

/** The place of a part of a string in the document; `inner` are offsets in what the string stands for. */
export function partOutside({ text, outside }: PlacedPolicy, value: StringValue, inner: Span): Span {
  return outside(partOfString(value, inner, text));
}
