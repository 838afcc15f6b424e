// Findings in a policy that stands as a string, carried over to the characters of the text around it.
import type { EmbeddedText } from "../../text/embedded-text.js";
import type { Finding } from "../check.js";

export function carryOut(finding: Finding, { toOuter, editOuter }: EmbeddedText): Finding {
  const { related, fixes } = finding;
  return {
    ...finding,
    span: toOuter(finding.span),
    ...(related && {
      related: related.map(({ span, message }) => ({ span: toOuter(span), message })),
    }),
    ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map(editOuter) })) }),
  };
}
