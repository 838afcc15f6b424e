// Collects what is wrong with a file of a team's own, the project file or a grants file, while it is read.
import { nearest } from "../../text/nearest.js";
import type { Span } from "../../text/span.js";
import type { StringValue } from "../../text/value.js";
import type { FixSafety, Report, Severity } from "../check.js";

/** `Named` is what names can be unknown of. */
export interface FileLog<Message extends string, Named extends string> {
  readonly reports: Report<Said<Message, Named>>[];
  readonly report: (span: Span, message: Said<Message, Named>, values?: Values, more?: More) => void;
  /** Says that a name is unknown, and which one was probably meant. */
  readonly unknown: (name: StringValue, what: Named, known: readonly string[], place?: string) => void;
}

type Said<Message extends string, Named extends string> =
  | Message
  | `unknown-${Named}`
  | `unknown-${Named}-near`
  | "above"
  | "change";

type Values = Readonly<Record<string, string>>;

interface More {
  readonly severity?: Severity;
  /** Where the same was said before. */
  readonly above?: Span;
  /** What was meant, instead of the text of the span. */
  readonly meant?: string;
}

/** `nameMeant` finds the known name that an unknown one was probably meant to be. */
export function createFileLog<Message extends string, Named extends string>(
  nameMeant: (text: string, known: readonly string[]) => string | undefined = nearest,
): FileLog<Message, Named> {
  const reports: Report<Said<Message, Named>>[] = [];

  function report(span: Span, message: Said<Message, Named>, values: Values = {}, more: More = {}): void {
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
      const meant = nameMeant(text, known);
      const values = { text, place };
      if (meant === undefined) report(span, `unknown-${what}`, values);
      else report(span, `unknown-${what}-near`, values, { meant });
    },
  };
}

function changeTo(meant: string, span: Span) {
  const safety: FixSafety = "unsafe";
  return { title: "change", safety, edits: [{ span, text: JSON.stringify(meant) }] } as const;
}
