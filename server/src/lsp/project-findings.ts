// What is found in a project file of the workspace: its own faults, and suppressions that are past their last day
// or silence nothing in the documents that are open.
import { expiredSuppressions, type Finding, type Suppression, uselessSuppressions } from "../core/index.js";
import type { ServedDocument } from "../features/document.js";
import type { ProjectState } from "./projects.js";

/** `documents` are those that were judged with this project. */
export function projectFindings(
  { reading, project }: ProjectState,
  documents: readonly ServedDocument[],
  today: string,
): readonly Finding[] {
  const { text, findings, isSound } = reading;
  const expired = expiredSuppressions(reading.project, text, today);
  const paths = documents.flatMap((document) => document.project?.path ?? []);
  const used = new Set<Suppression>(documents.flatMap((document) => [...(document.project?.used() ?? [])]));
  // While the file has an error, documents are judged by what it said before.
  const useless = isSound
    ? uselessSuppressions(project, text, { today, paths, used, isComplete: false })
    : [];
  return [...findings, ...expired, ...useless].sort((a, b) => a.span.start - b.span.start);
}
