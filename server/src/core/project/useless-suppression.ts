// Finds suppressions that silence nothing: what they were written for is not found any more.
import type { CheckInfo, Finding } from "../checks/check.js";
import { findingOf } from "../checks/running/run.js";
import { isExpired } from "./expired-suppression.js";
import { isPlainPath } from "./glob.js";
import type { Project, Suppression } from "./project.js";
import { removalOf } from "./removal.js";
import { projectLevels } from "./settings.js";

export const uselessSuppression = {
  id: "useless-suppression",
  title: "Suppression silences nothing",
  category: "project",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fixable: ["unsafe"],
  messages: {
    useless: 'Nothing is found in "{file}" that this suppression of "{check}" silences',
    remove: "Remove the suppression",
  },
} as const satisfies CheckInfo;

/** What has been judged with a project so far. */
export interface Judged {
  readonly today: string;
  /** Paths of the files, as the project file would name them. */
  readonly paths: Iterable<string>;
  /** Suppressions that silenced something. */
  readonly used: ReadonlySet<Suppression>;
  /** All policies below the folder of the project file are among them; only then a glob can be useless. */
  readonly isComplete: boolean;
}

/** Of the suppressions whose files were judged. `text` is the text of the project file. */
export function uselessSuppressions(project: Project, text: string, judged: Judged): Finding[] {
  const levels = projectLevels(project);
  if (levels[uselessSuppression.id] === "off" || project.suppressions.length === 0) return [];
  const paths = [...judged.paths];
  const useless = project.suppressions.filter(
    (suppression) =>
      !judged.used.has(suppression) &&
      !isExpired(suppression, judged.today) &&
      (judged.isComplete || isPlainPath(suppression.file)) &&
      paths.some(suppression.file.matches),
  );
  return useless.map((suppression) => {
    const { check, file, spans } = suppression;
    const report = {
      span: spans.check,
      message: "useless",
      values: { check, file: file.text },
      fixes: [{ title: "remove", safety: "unsafe", edits: removalOf(suppression, text) }],
    } as const;
    return findingOf(uselessSuppression, report, levels);
  });
}
