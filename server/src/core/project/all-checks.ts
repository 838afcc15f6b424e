// Every check there is: those of policies, those of a change of them, those of grants files, and those
// of the project file.
import { accessWidened } from "../checks/access-widened.js";
import type { CheckInfo } from "../checks/check.js";
import { checks } from "../checks/index.js";
import { grantsChecks } from "../grants/judge-grants.js";
import { expiredSuppression } from "./expired-suppression.js";
import { projectFile } from "./project-file.js";
import { uselessSuppression } from "./useless-suppression.js";

/** What can be found in a project file. They have no code that runs on a policy. */
export const projectChecks: readonly CheckInfo[] = [expiredSuppression, projectFile, uselessSuppression];

/** What can be found where an earlier version is known. A change passes: nobody can decide to live with it. */
export const changeChecks: readonly CheckInfo[] = [accessWidened];

/** Those that find something in policies, in the order of their ids. */
export const policyChecks: readonly CheckInfo[] = inOrder([...checks, ...changeChecks]);

/** Whose findings a project can decide to live with. */
export const suppressibleChecks: readonly CheckInfo[] = inOrder([...checks, ...grantsChecks]);

/** Whose levels an editor's settings may say. */
export const settableChecks: readonly CheckInfo[] = inOrder([...policyChecks, ...grantsChecks]);

/** In the order of their ids. */
export const allChecks: readonly CheckInfo[] = inOrder([...policyChecks, ...grantsChecks, ...projectChecks]);

function inOrder(some: readonly CheckInfo[]): readonly CheckInfo[] {
  return [...some].sort((a, b) => (a.id < b.id ? -1 : 1));
}
