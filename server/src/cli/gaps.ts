// What of a file does not count when it is asked what its policies allow: parts that are broken or nobody knows.
import { type Catalog, compilePolicy, describeLeftOut, indexLines, positionAt } from "../core/index.js";
import type { PolicyText } from "./policy-files.js";

export interface Gap {
  /** From 1; absent for what is about the whole file. */
  readonly line?: number;
  readonly text: string;
}

/** Most of them say enough; a text that breaks off would give one for each line. */
const MOST = 5;

export function gapsIn(read: PolicyText, catalog: Catalog): readonly Gap[] {
  const gaps: Gap[] = [];
  const { text, file, policies, placeOf, lineOf } = read;
  // Comments and commas too many lose nothing.
  const broken = [...file.problems, ...file.embedded.flatMap((inner) => inner.file.problems)].find(
    ({ repair }) => repair?.safe !== true,
  );
  if (broken !== undefined) {
    const line = positionAt(indexLines(text), broken.span.start).line + 1;
    gaps.push({ line, text: "the text is broken from here on" });
  }
  for (const policy of policies) {
    if (policy.statement === undefined) gaps.push({ text: "a policy has no statements" });
    for (const { span, reason } of compilePolicy(policy, catalog.of(policy.dialect)).leftOut) {
      const { start, end } = placeOf(policy, span);
      gaps.push({ line: lineOf(policy, span), text: describeLeftOut(reason, text.slice(start, end)) });
    }
  }
  const more = gaps.length - MOST;
  return more > 0 ? [...gaps.slice(0, MOST), { text: `${more} more parts are left out` }] : gaps;
}
