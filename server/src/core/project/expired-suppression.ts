// Finds suppressions whose last day is over: they silence nothing any more.
import type { CheckInfo, Finding } from "../checks/check.js";
import { findingOf } from "../checks/running/run.js";
import type { Project, Suppression } from "./project.js";
import { removalOf } from "./removal.js";
import { projectLevels } from "./settings.js";

export const expiredSuppression = {
  id: "expired-suppression",
  title: "Suppression is past its last day",
  category: "project",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fixable: ["unsafe"],
  messages: {
    expired: 'This suppression of "{check}" held until {date}',
    remove: "Remove the suppression",
  },
} as const satisfies CheckInfo;

/** `today` as in the project file: `2027-06-30`. */
export function isExpired({ expires }: Suppression, today: string): boolean {
  return expires !== undefined && expires < today;
}

/** `text` is the text of the project file. */
export function expiredSuppressions(project: Project, text: string, today: string): Finding[] {
  const levels = projectLevels(project);
  if (levels[expiredSuppression.id] === "off") return [];
  return project.suppressions
    .filter((suppression) => isExpired(suppression, today))
    .map((suppression) => {
      const { check, expires = "", spans } = suppression;
      const report = {
        span: spans.expires ?? spans.check,
        message: "expired",
        values: { check, date: expires },
        fixes: [{ title: "remove", safety: "unsafe", edits: removalOf(suppression, text) }],
      } as const;
      return findingOf(expiredSuppression, report, levels);
    });
}
