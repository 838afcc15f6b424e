// What is found in a project file of the workspace: its own faults, and suppressions that are past their last day
// or silence nothing in the policies that were judged.
import { expiredSuppressions, type Finding, type Suppression, uselessSuppressions } from "../core/index.js";
import type { ProjectState } from "./projects.js";

/** A policy that was judged with a project. */
export interface JudgedPolicy {
  /** Of the project file. */
  readonly uri: string;
  /** From the folder of the project file. */
  readonly path: string;
  /** The suppressions that silenced something in it. */
  readonly used: ReadonlySet<Suppression>;
}

/** `judged` are the policies that were judged with this project. */
export function projectFindings(
  { reading, project }: ProjectState,
  judged: readonly JudgedPolicy[],
  today: string,
): readonly Finding[] {
  const { text, findings, isSound } = reading;
  const expired = expiredSuppressions(reading.project, text, today);
  const paths = judged.map(({ path }) => path);
  const used = new Set(judged.flatMap((file) => [...file.used]));
  // While the file has an error, documents are judged by what it said before.
  const useless = isSound
    ? uselessSuppressions(project, text, { today, paths, used, isComplete: false })
    : [];
  return [...findings, ...expired, ...useless].sort((a, b) => a.span.start - b.span.start);
}
