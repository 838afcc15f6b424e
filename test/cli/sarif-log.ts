// Reads a SARIF report, which must be valid by the schema of the standard.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import type { Log, Run } from "sarif";
import { expect } from "vitest";

const SCHEMA = join(import.meta.dirname, "../fixtures/schemas/sarif-2.1.0-rtm.5.json");

const validate = validator();

export function isValidSarif(log: unknown): boolean {
  return validate(log);
}

/** The only run of a valid report. */
export function runOf(text: string): Run {
  const log: Log = JSON.parse(text);
  expect(validate(log) ? [] : validate.errors).toEqual([]);
  expect(log.runs).toHaveLength(1);
  return log.runs[0] ?? { tool: { driver: { name: "" } } };
}

/** The schema is of draft 4, and uses nothing of it that later drafts read in another way. */
function validator() {
  const { $schema, id, ...schema } = JSON.parse(readFileSync(SCHEMA, "utf8"));
  expect([$schema, id]).toEqual([
    expect.stringContaining("draft-04"),
    expect.stringContaining("sarif-2.1.0"),
  ]);
  expect(JSON.stringify(schema)).not.toContain("exclusiveM");
  const character = "(?:[\\w.~:/?#\\[\\]@!$&'()*+,;=-]|%[\\dA-Fa-f]{2})";
  return new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
    .addFormat("uri", new RegExp(`^[A-Za-z][\\w+.-]*:${character}*$`))
    .addFormat("uri-reference", new RegExp(`^${character}*$`))
    .addFormat("date-time", /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/)
    .compile(schema);
}
