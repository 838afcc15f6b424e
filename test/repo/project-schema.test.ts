// The schema of the project file, by which editors complete and validate it, and the reader judge alike. Where
// the reader knows more (days of the calendar, contradictions), it says so in `test/core/project`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { projectSchema } from "../../server/scripts/project-schema.js";
import { englishSchema } from "../../server/scripts/schema-words.js";
import { allChecks, readProject, suppressibleChecks } from "../../server/src/core/index.js";

const ROOT = join(import.meta.dirname, "../..");
const PATH = "server/data/schema/access-policy.config.schema.json";

const ajv = new Ajv({ allowUnionTypes: true });
ajv.addKeyword("deprecationMessage");
ajv.addFormat("date", (text: string) => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
});
const schema = projectSchema(suppressibleChecks, allChecks, englishSchema);
const fitsSchema = ajv.compile(schema);

test("the schema is current: npm run build:check-index", () => {
  const written: unknown = JSON.parse(readFileSync(join(ROOT, PATH), "utf8"));
  expect(written).toEqual(JSON.parse(JSON.stringify(schema)));
});

const suppression = { check: "unknown-action", file: "a.json", reason: "x" };

describe("valid for both", () => {
  test.each<[object]>([
    [{}],
    [{ $schema: "./x.json", version: 1 }],
    [{ files: ["a", "./a", "**/*.json", "!b/**", "a..b", "..a", "{a,b}/c"] }],
    [{ accounts: { "1": "a" }, applications: [{ sdkAppId: 1 }, { sdkAppId: 2, label: "b", account: "1" }] }],
    [{ checks: { "unknown-action": "off", "project-file": "warning" } }],
    [{ overrides: [{ files: [], checks: {} }] }],
    [{ suppressions: [suppression, { ...suppression, at: "/a", expires: "2028-02-29" }] }],
  ])("%j", (data) => {
    expect([fitsSchema(data), readProject(JSON.stringify(data)).isSound]).toEqual([true, true]);
  });
});

describe("invalid for both", () => {
  test.each<[unknown]>([
    [[]],
    [null],
    [{ rules: {} }],
    [{ $schema: 1 }],
    [{ version: "1" }],
    [{ version: 2 }],
    [{ files: "a" }],
    [{ files: [""] }],
    [{ files: ["!"] }],
    [{ files: ["!!a"] }],
    [{ files: ["!/a"] }],
    [{ files: ["!../a"] }],
    [{ files: [".."] }],
    [{ files: ["a\\b"] }],
    [{ files: [1] }],
    [{ accounts: [] }],
    [{ accounts: { "uin/1": "a" } }],
    [{ accounts: { "1": 1 } }],
    [{ applications: [{}] }],
    [{ applications: [{ sdkAppId: "1" }] }],
    [{ applications: [{ sdkAppId: 0 }] }],
    [{ applications: [{ sdkAppId: 1.5 }] }],
    [{ applications: [{ sdkAppId: 1e300 }] }],
    [{ applications: [{ sdkAppId: 1, account: 1 }] }],
    [{ applications: [{ sdkAppId: 1, name: "a" }] }],
    [{ checks: { "unknown-acton": "off" } }],
    [{ checks: { "unknown-action": "warn" } }],
    [{ checks: { "unknown-action": true } }],
    [{ overrides: [{ files: ["a"] }] }],
    [{ overrides: ["a"] }],
    [{ suppressions: [{ check: "unknown-action", file: "a" }] }],
    [{ suppressions: [{ ...suppression, reason: " " }] }],
    [{ suppressions: [{ ...suppression, file: "!a" }] }],
    [{ suppressions: [{ ...suppression, check: "project-file" }] }],
    [{ suppressions: [{ ...suppression, expires: "2027-2-1" }] }],
    [{ suppressions: [{ ...suppression, expires: "2027-02-30" }] }],
    [{ suppressions: [{ ...suppression, at: "" }] }],
    [{ suppressions: [{ ...suppression, until: "x" }] }],
  ])("%j", (data) => {
    expect([fitsSchema(data), readProject(JSON.stringify(data)).isSound]).toEqual([false, false]);
  });
});

test("alike on made-up files", () => {
  const text = fc.constantFrom("a", "", " ", "/a", "!a", "1", "2027-06-30", "unknown-action", "off");
  const scalar = fc.oneof(text, fc.constantFrom(1, 0, 2.5, true, null));
  const rarely = fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: scalar });
  const listOf = (item: fc.Arbitrary<unknown>) => fc.oneof(rarely, fc.array(item, { maxLength: 3 }));
  const levels = fc.oneof(
    rarely,
    fc.dictionary(fc.constantFrom("unknown-action", "a"), text, { maxKeys: 1 }),
  );
  const override = fc.record({ files: listOf(text), checks: levels }, { requiredKeys: [] });
  const suppressed = fc.record(
    { check: text, file: text, at: text, reason: text, expires: text, more: rarely },
    { requiredKeys: [] },
  );
  const application = fc.record({ sdkAppId: scalar, label: text, account: text }, { requiredKeys: [] });
  const project = fc.record(
    {
      version: rarely,
      files: listOf(text),
      checks: levels,
      // One each: what contradicts another is beyond the schema.
      overrides: fc.oneof(rarely, fc.array(override, { maxLength: 1 })),
      applications: fc.oneof(rarely, fc.array(application, { maxLength: 1 })),
      suppressions: listOf(suppressed),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(project, (made) => {
      const written = JSON.stringify(made);
      expect(readProject(written).isSound).toBe(fitsSchema(JSON.parse(written)));
    }),
    { numRuns: 1000 },
  );
});
