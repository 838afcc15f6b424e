// The schema of grants files, by which editors without the extension complete and validate them, and the reader judge
// alike. Where the reader knows more (groups, files), it says so in `test/core/grants`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { grantsSchema } from "../../server/scripts/grants-schema.js";
import { englishSchema } from "../../server/scripts/schema-words.js";
import { bundledCatalog } from "../../server/src/bundled/catalog.js";
import { readGrants } from "../../server/src/core/index.js";

const ROOT = join(import.meta.dirname, "../..");
const PATH = "server/data/schema/access-grants.schema.json";
const catalog = bundledCatalog(() => {
  throw new Error("no schema needs texts");
});
const schema = grantsSchema(catalog, englishSchema);
const fitsSchema = new Ajv().compile(schema);

test("the schema is current: npm run build:check-index", () => {
  expect(JSON.parse(readFileSync(join(ROOT, PATH), "utf8"))).toEqual(JSON.parse(JSON.stringify(schema)));
});

/** Groups that are not there, and names that stand twice, are beyond a schema. */
function isSound(data: unknown): boolean {
  return readGrants(JSON.stringify(data), catalog)
    .findings()
    .every(({ severity, message }) => severity === "hint" || message.includes("is no group"));
}

describe("valid for both", () => {
  test.each<[object]>([
    [{ dialect: "cam" }],
    [{ $schema: "./x.json", dialect: "otc", groups: {}, users: {} }],
    [{ dialect: "cam", groups: { a: {} }, users: { b: { groups: ["a"], policies: [] } } }],
    [
      {
        dialect: "cam",
        users: { a: { policies: ["QcloudTRTCFullAccess", "our:own", "./a.json", "../b/c.json"] } },
      },
    ],
  ])("%j", (data) => {
    expect([fitsSchema(data), isSound(data)]).toEqual([true, true]);
  });
});

describe("invalid for both", () => {
  test.each<[unknown]>([
    [[]],
    [null],
    [{}],
    [{ dialect: "aws" }],
    [{ dialect: 1 }],
    [{ dialect: "cam", user: {} }],
    [{ dialect: "cam", users: [] }],
    [{ dialect: "cam", users: { "": {} } }],
    [{ dialect: "cam", users: { a: [] } }],
    [{ dialect: "cam", users: { a: { policies: "x" } } }],
    [{ dialect: "cam", users: { a: { policies: [""] } } }],
    [{ dialect: "cam", users: { a: { policies: [1] } } }],
    [{ dialect: "cam", users: { a: { policies: ["/a.json"] } } }],
    [{ dialect: "cam", users: { a: { policies: ["a\\b.json"] } } }],
    [{ dialect: "cam", users: { a: { policies: ["https://a/b.json"] } } }],
    [{ dialect: "cam", users: { a: { policies: ["c:a.json"] } } }],
    [{ dialect: "cam", users: { a: { groups: [1] } } }],
    [{ dialect: "cam", users: { a: { name: "b" } } }],
    [{ dialect: "cam", groups: { a: { groups: [] } } }],
  ])("%j", (data) => {
    expect([fitsSchema(data), isSound(data)]).toEqual([false, false]);
  });
});

test("alike on made-up files", () => {
  const text = fc.constantFrom(
    "a",
    "",
    " ",
    "./a.json",
    "/a",
    "a\\b",
    "c:/a",
    "a:b",
    "QcloudTRTCFullAccess",
    "cam",
  );
  const scalar = fc.oneof(text, fc.constantFrom(1, null, true));
  const names = fc.oneof({ weight: 5, arbitrary: fc.array(scalar, { maxLength: 2 }) }, scalar);
  const holder = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ policies: names, groups: names, more: scalar }, { requiredKeys: [] }),
    },
    scalar,
  );
  const holders = fc.oneof({ weight: 5, arbitrary: fc.dictionary(text, holder, { maxKeys: 2 }) }, scalar);
  const file = fc.record(
    { dialect: fc.constantFrom("cam", "otc", "x"), groups: holders, users: holders },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(file, (made) => {
      const data: unknown = JSON.parse(JSON.stringify(made));
      expect(isSound(data)).toBe(fitsSchema(data));
    }),
    { numRuns: 1000 },
  );
});
