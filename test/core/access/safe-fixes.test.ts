// A fix is safe only if it changes no access: the safe fixes of every check, on every fixture, judged by comparison.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  checks,
  checkText,
  compare,
  fixText,
  policiesOf,
  readPolicyFile,
} from "../../../server/src/core/index.js";
import { readFixture } from "../../support/markers.js";
import { miniCatalog } from "../../support/mini-catalog.js";

const FIXTURES = join(import.meta.dirname, "../../fixtures/checks");

/**
 * Texts that cannot be compared with what became of them, because the cloud refuses them as they are: an error is
 * found there, and the fix makes them say what they were meant to say.
 */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  "a value of a condition is of another type": [
    "condition-value/cam-repairable.json",
    "condition-value/otc-repairable.json",
    "json-syntax/words.json",
  ],
  "an action is none": [
    "json-syntax/control-character.json",
    "malformed-action/cam-faults.json",
    "malformed-action/escaped-blank.json",
    "malformed-action/otc-faults.json",
  ],
  "a resource is none": ["malformed-resource/cam-repairable.json", "malformed-resource/otc.json"],
  "a resource has what no resource may have": [
    "resource-project/cam-pasted-from-a-message.json",
    "resource-type/cam-case.json",
  ],
  "a condition is none": ["malformed-condition/cam-object-in-list.json"],
  "an element is missing, or under another name": [
    "missing-statement/list-of-statements.json",
    "missing-statement/statement-alone-otc.json",
    "missing-statement/statement-alone.json",
    "unknown-element/misspelled-cam.json",
    "unknown-element/misspelled-otc.json",
    "unknown-element/misspelled-statement-otc.json",
    "unknown-element/of-aws-cam.json",
    "value-type/cam.json",
  ],
  "an effect is none": ["unknown-effect/near-miss.json"],
};

const refused = new Set(Object.values(REFUSED).flat());
const names = readdirSync(FIXTURES).flatMap((id) =>
  readdirSync(join(FIXTURES, id))
    .filter((name) => name.endsWith(".json") && !name.endsWith(".fixed.json"))
    .map((name) => `${id}/${name}`),
);

describe("safe fixes", () => {
  test.each(names)("of %s", (name) => {
    const [id = "", file = ""] = name.split("/");
    const { text, config } = readFixture(readFileSync(join(FIXTURES, name), "utf8"));
    const { fileName = file, declared = true, ...project } = config;
    const options = { fileName, declared };
    const judge = (one: string) => checkText(one, miniCatalog, { ...project, ...options, checks });
    const fixed = fixText(text, judge, { safety: "safe", checks: [id] });
    const [before, after] = [text, fixed.text].map((one) =>
      policiesOf(readPolicyFile(one, { dialects: miniCatalog.dialects, ...options })),
    );
    const { verdict, leftOut } = compare(before ?? [], after ?? [], miniCatalog);
    const isIncomplete = fixed.text !== text && leftOut.length > 0;
    const isChanged = verdict !== "unchanged" || isIncomplete;
    expect({ name, isChanged, verdict }).toEqual({ name, isChanged: refused.has(name), verdict });
    if (isChanged) {
      const found = judge(text).findings.filter(({ check }) => check === id);
      expect(found.map(({ severity }) => severity)).toContain("error");
    }
  });

  test("nothing is listed that is not there", () => {
    expect([...refused].filter((name) => !names.includes(name))).toEqual([]);
  });
});
