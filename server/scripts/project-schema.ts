// The schema of the project file, by which editors complete and validate it. What it cannot say (which days the
// calendar has, what contradicts what) is told by the reader, which agrees with it on everything else.
import {
  ACCOUNT_PATTERN,
  type CheckInfo,
  GLOB_PATTERN,
  LEVELS,
  LISTED_GLOB_PATTERN,
} from "../src/core/index.js";
import type { SchemaWords } from "./schema-words.js";

/** `checks` look at policies and can be suppressed; `allChecks` have levels. */
export function projectSchema(
  checks: readonly CheckInfo[],
  allChecks: readonly CheckInfo[],
  words: SchemaWords,
): object {
  const { project } = words;
  const globs = globsAs(project.globs);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: project.title,
    definitions: { levels: levels(allChecks, words) },
    description: project.file,
    ...closed({
      $schema: { ...TEXT, description: words.schema },
      version: { const: 1, description: project.version },
      files: {
        ...globs,
        description: project.files,
      },
      accounts: {
        type: "object",
        description: project.accounts,
        propertyNames: { pattern: ACCOUNT_PATTERN },
        additionalProperties: TEXT,
      },
      applications: {
        type: "array",
        description: project.applications,
        items: closed(
          {
            sdkAppId: {
              type: "integer",
              minimum: 1,
              maximum: Number.MAX_SAFE_INTEGER,
              description: project.sdkAppId,
            },
            label: { ...TEXT, description: project.label },
            account: {
              type: "string",
              pattern: ACCOUNT_PATTERN,
              description: project.account,
            },
          },
          ["sdkAppId"],
        ),
      },
      checks: LEVELS_OF_CHECKS,
      overrides: {
        type: "array",
        description: project.overrides,
        items: closed({ files: globs, checks: LEVELS_OF_CHECKS }, ["files", "checks"]),
      },
      suppressions: {
        type: "array",
        description: project.suppressions,
        items: closed(
          {
            check: {
              anyOf: checks.flatMap((check) => idOf(check, words)),
              description: project.suppressedCheck,
            },
            file: {
              type: "string",
              pattern: GLOB_PATTERN,
              description: project.suppressedFile,
            },
            at: {
              ...TEXT,
              description: project.suppressedAt,
            },
            reason: { ...TEXT, description: project.reason },
            expires: {
              type: "string",
              format: "date",
              pattern: "^\\d{4}-\\d{2}-\\d{2}$",
              description: project.expires,
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

function globsAs(description: string): object {
  return { type: "array", description, items: { type: "string", pattern: LISTED_GLOB_PATTERN } };
}

/** Other keys are errors. */
function closed(properties: object, required?: readonly string[]): object {
  return { type: "object", additionalProperties: false, properties, ...(required && { required }) };
}

function levels(checks: readonly CheckInfo[], { level, renamed, project }: SchemaWords): object {
  const properties = closed(
    Object.fromEntries(
      checks.flatMap((check) => [
        [check.id, { enum: LEVELS, description: level(check) }],
        ...(check.aliases ?? []).map((alias) => [
          alias,
          { enum: LEVELS, deprecationMessage: renamed(check.id) },
        ]),
      ]),
    ),
  );
  return { description: project.levels, ...properties };
}

function idOf({ id, title, aliases = [] }: CheckInfo, { translate, renamed }: SchemaWords): object[] {
  const old = aliases.map((alias) => ({ const: alias, deprecationMessage: renamed(id) }));
  return [{ const: id, description: translate(title) }, ...old];
}
