// The schema of the project file, by which editors complete and validate it. What it cannot say (which days the
// calendar has, what contradicts what) is told by the reader, which agrees with it on everything else.
import {
  ACCOUNT_PATTERN,
  type CheckInfo,
  GLOB_PATTERN,
  LEVELS,
  LISTED_GLOB_PATTERN,
} from "../src/core/index.js";

/** `checks` look at policies and can be suppressed; `allChecks` have levels. */
export function projectSchema(checks: readonly CheckInfo[], allChecks: readonly CheckInfo[]): object {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Access Policy project file",
    definitions: { levels: levels(allChecks) },
    description:
      "What a team decides about its access policies: which files hold them, how severe findings are, and which of them it lives with.",
    ...closed({
      $schema: { ...TEXT, description: "Where an editor without the extension finds this schema." },
      version: { const: 1, description: "Version of the format. There has been one only." },
      files: {
        ...GLOBS,
        description:
          "Files that are policies whatever they hold. Files named *.policy.json, *.cam.json and *.otc.json are policies anyway, and others where their content tells.",
      },
      accounts: {
        type: "object",
        description: "Labels of your root accounts, by their numbers.",
        propertyNames: { pattern: ACCOUNT_PATTERN },
        additionalProperties: TEXT,
      },
      applications: {
        type: "array",
        description:
          "Your applications of Chat and TRTC. They come first in completion, and other ids are warned about.",
        items: closed(
          {
            sdkAppId: {
              type: "integer",
              minimum: 1,
              maximum: Number.MAX_SAFE_INTEGER,
              description: "The SDKAppID, as the console shows it.",
            },
            label: { ...TEXT, description: 'How you call the application, such as "Live prod".' },
            account: {
              type: "string",
              pattern: ACCOUNT_PATTERN,
              description: "Number of the root account that owns the application.",
            },
          },
          ["sdkAppId"],
        ),
      },
      checks: LEVELS_OF_CHECKS,
      overrides: {
        type: "array",
        description: "Other levels for some of the files. Later ones win.",
        items: closed({ files: GLOBS, checks: LEVELS_OF_CHECKS }, ["files", "checks"]),
      },
      suppressions: {
        type: "array",
        description: "Findings that you live with. They are counted, and no longer shown.",
        items: closed(
          {
            check: { anyOf: checks.flatMap(idOf), description: "Id of the check." },
            file: {
              type: "string",
              pattern: GLOB_PATTERN,
              description: "Path of the file from the folder of this one, with forward slashes; or a glob.",
            },
            at: {
              ...TEXT,
              description:
                "Where in the file: the text of the string at the place of the finding, or a JSON pointer such as /statement/0. Without it all findings of the check in the file.",
            },
            reason: { ...TEXT, description: "Why. Whoever reads this file will want to know." },
            expires: {
              type: "string",
              format: "date",
              pattern: "^\\d{4}-\\d{2}-\\d{2}$",
              description: "Last day on which it holds, such as 2027-06-30.",
            },
          },
          ["check", "file", "reason"],
        ),
      },
    }),
  };
}

const LEVELS_OF_CHECKS = { $ref: "#/definitions/levels" };
const TEXT = { type: "string", pattern: "\\S" };
const GLOBS = {
  type: "array",
  description:
    "Globs from the folder of this file, with forward slashes; with ! before it, one takes files away.",
  items: { type: "string", pattern: LISTED_GLOB_PATTERN },
};

/** Other keys are errors. */
function closed(properties: object, required?: readonly string[]): object {
  return { type: "object", additionalProperties: false, properties, ...(required && { required }) };
}

function levels(checks: readonly CheckInfo[]): object {
  const properties = closed(
    Object.fromEntries(
      checks.flatMap(({ id, title, severity, aliases = [] }) => [
        [id, { enum: LEVELS, description: `${title} (default: ${severity})` }],
        ...aliases.map((alias) => [alias, { enum: LEVELS, deprecationMessage: `It is called ${id} now.` }]),
      ]),
    ),
  );
  return { description: "How severe the findings of checks are.", ...properties };
}

function idOf({ id, title, aliases = [] }: CheckInfo): object[] {
  const old = aliases.map((alias) => ({ const: alias, deprecationMessage: `It is called ${id} now.` }));
  return [{ const: id, description: title }, ...old];
}
