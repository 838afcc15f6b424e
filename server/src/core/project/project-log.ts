// Collects what is wrong with a project file while it is read.
import type { FixSafety, Report, Severity } from "../checks/check.js";
import { nearest } from "../text/nearest.js";
import type { Span } from "../text/span.js";
import type { StringValue } from "../text/value.js";
import type { ProjectMessage } from "./project-file.js";

export interface ProjectLog {
  readonly reports: Report<ProjectMessage>[];
  readonly report: (span: Span, message: ProjectMessage, values?: Values, more?: More) => void;
  /** Says that a name is unknown, and which one was probably meant. */
  readonly unknown: (
    name: StringValue,
    what: "key" | "check",
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

export function createProjectLog(): ProjectLog {
  const reports: Report<ProjectMessage>[] = [];

  function report(span: Span, message: ProjectMessage, values: Values = {}, more: More = {}): void {
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
      const meant = nearest(text, known);
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
