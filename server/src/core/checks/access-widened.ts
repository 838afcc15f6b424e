// Finds the words of a policy that allow more than an earlier version of it did. Only who knows an earlier version
// can ask: the command line compares, and editors have what git knows.
import type { Span } from "../text/span.js";
import type { CheckInfo, Finding } from "./check.js";
import { type CheckOptions, findingOf } from "./running/run.js";

export const accessWidened = {
  id: "access-widened",
  title: "Policy allows more than before",
  category: "change",
  severity: "info",
  confidence: "high",
  since: "0.1.0",
  messages: {
    widened: "vs {base}, gained: {words}",
  },
} as const satisfies CheckInfo;

export interface Widening {
  readonly span: Span;
  /** What is gained there. */
  readonly words: string;
}

/** `base` is the earlier version, as people call it. In the order of the text. */
export function accessWidenings(
  widenings: readonly Widening[],
  base: string,
  levels: CheckOptions["levels"] = {},
): readonly Finding[] {
  if (levels[accessWidened.id] === "off") return [];
  return widenings
    .map(({ span, words }) =>
      findingOf(accessWidened, { span, message: "widened", values: { base, words } }, levels),
    )
    .sort((one, other) => one.span.start - other.span.start);
}
