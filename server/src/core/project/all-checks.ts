// Every check there is: those of policies, and those of the project file.
import type { CheckInfo } from "../checks/check.js";
import { checks } from "../checks/index.js";
import { expiredSuppression } from "./expired-suppression.js";
import { projectFile } from "./project-file.js";
import { uselessSuppression } from "./useless-suppression.js";

/** What can be found in a project file. They have no code that runs on a policy. */
export const projectChecks: readonly CheckInfo[] = [expiredSuppression, projectFile, uselessSuppression];

/** In the order of their ids. */
export const allChecks: readonly CheckInfo[] = [...checks, ...projectChecks].sort((a, b) =>
  a.id < b.id ? -1 : 1,
);
