// Collects what is wrong with a project file while it is read.
import { createFileLog, type FileLog } from "../checks/reading/file-log.js";
import type { ProjectMessage } from "./project-file.js";

export type ProjectLog = FileLog<ProjectMessage, "key" | "check">;

export function createProjectLog(): ProjectLog {
  return createFileLog();
}
