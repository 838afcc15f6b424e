// What is said about a project file that cannot be read as one; `read-project.ts` says it.
import type { CheckInfo } from "../checks/check.js";

export const projectFile = {
  id: "project-file",
  title: "Project file cannot be read as it stands",
  category: "project",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["safe", "unsafe"],
  messages: {
    "application-twice": "Application {id} is listed twice",
    "bad-account": '"{text}" is no account number',
    "bad-application": "{text} is no SDKAppID",
    "bad-date": '"{text}" is no date of the form 2027-06-30',
    "bad-glob": '"{text}" is no path below the folder of this file',
    contradiction: '"{check}" has the level "{level}" for the same files above',
    empty: "{what} is empty",
    missing: '{what} has no "{key}"',
    "no-list": "{what} is not a list",
    "no-number": "{what} is not a number",
    "no-object": "{what} is not an object",
    "no-string": "{what} is not a string",
    "no-suppression": '"{check}" is about this file, where nothing can be suppressed',
    "no-suppression-of-change": '"{check}" is about a change, which passes, and cannot be suppressed',
    repeated: 'The key "{key}" stands twice in this object',
    "unknown-account": '"{account}" is not among the accounts',
    "unknown-check": '"{text}" is no check',
    "unknown-check-near": '"{text}" is no check, did you mean "{meant}"',
    "unknown-key": '"{text}" is no key of {place}',
    "unknown-key-near": '"{text}" is no key of {place}, did you mean "{meant}"',
    "unknown-level": '"{text}" is no level, which is one of: {levels}',
    "unknown-version": "{text} is no version of the project file, the only one is 1",
    above: "It is here too",
    change: 'Change it to "{meant}"',
  },
} as const satisfies CheckInfo;

export type ProjectMessage = keyof typeof projectFile.messages;
