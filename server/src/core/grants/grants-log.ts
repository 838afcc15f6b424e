// Collects what is wrong with a grants file while it is read.
import type { FixSafety, Report, Severity } from "../checks/check.js";
import { nearest } from "../text/nearest.js";
import { type Span, spanOf } from "../text/span.js";
import type { StringValue, Value } from "../text/value.js";
import type { GrantsMessage } from "./grants-file.js";

export interface GrantsLog {
  readonly reports: Report<GrantsMessage>[];
  readonly report: (span: Span, message: GrantsMessage, values?: Values, more?: More) => void;
  /** Says that a name is unknown, and which one was probably meant. */
  readonly unknown: (
    name: StringValue,
    what: "key" | "group",
    known: readonly string[],
    place?: string,
  ) => void;
}

type Values = Readonly<Record<string, string>>;

interface More {
  readonly severity?: Severity;
  /** Where the same was said before. */
  readonly above?: Span;
  /** What was meant, instead of the text of the span. */
  readonly meant?: string;
}

/** Names to compare for one file: a file of ten thousand users with groups that are gone is told of all the same. */
const MOST_COMPARED = 200_000;

/** Names of one or two letters are near to too many others. */
const SHORTEST = 3;

export function createGrantsLog(): GrantsLog {
  const reports: Report<GrantsMessage>[] = [];
  let compared = 0;

  function report(span: Span, message: GrantsMessage, values: Values = {}, more: More = {}): void {
    const { severity, above, meant } = more;
    reports.push({
      span,
      message,
      values: meant === undefined ? values : { ...values, meant },
      ...(severity && { severity }),
      ...(above && { related: [{ span: above, message: "above" }] }),
      ...(meant !== undefined && { fixes: [changeTo(meant, span)] }),
    });
  }

  return {
    reports,
    report,
    unknown({ span, text }, what, known, place = "") {
      compared += known.length;
      const isTelling = text.length >= SHORTEST && compared <= MOST_COMPARED;
      const meant = isTelling ? nearest(text, known) : undefined;
      const values = { text, place };
      if (meant === undefined) report(span, `unknown-${what}`, values);
      else report(span, `unknown-${what}-near`, values, { meant });
    },
  };
}

/** Of a value that begins on one line and may end on another. */
export function spotOf({ kind, span }: Value): Span {
  return kind === "map" || kind === "list" ? spanOf(span.start, span.start + 1) : span;
}

function changeTo(meant: string, span: Span) {
  const safety: FixSafety = "unsafe";
  return { title: "change", safety, edits: [{ span, text: JSON.stringify(meant) }] } as const;
}
