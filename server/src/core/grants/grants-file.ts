// What is said about a grants file that cannot be read as one; `read-grants.ts` says it.
import type { CheckInfo } from "../checks/check.js";

export const grantsFile = {
  id: "grants-file",
  title: "Grants file cannot be read as it stands",
  category: "grants",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["safe", "unsafe"],
  messages: {
    "absolute-path": '"{text}" is no path from the folder of this file',
    backslash: '"{text}" is written with backslashes',
    empty: "{what} is empty",
    missing: '{what} has no "{key}"',
    "no-list": "{what} is not a list",
    "no-object": "{what} is not an object",
    "no-string": "{what} is not a string",
    "nested-groups": "A group holds no other groups",
    repeated: 'The key "{key}" stands twice in this object',
    twice: '"{text}" stands twice in this list',
    "unknown-dialect": '"{text}" is no dialect, which is one of: {known}',
    "unknown-group": '"{text}" is no group of this file',
    "unknown-group-near": '"{text}" is no group of this file, did you mean "{meant}"',
    "unknown-key": '"{text}" is no key of {place}',
    "unknown-key-near": '"{text}" is no key of {place}, did you mean "{meant}"',
    above: "It is here too",
    change: 'Change it to "{meant}"',
  },
} as const satisfies CheckInfo;

export type GrantsMessage = keyof typeof grantsFile.messages;
