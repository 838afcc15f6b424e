// Policies in other words: whatever is rewritten without changing the meaning compares as unchanged.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, policiesOf, readPolicyFile } from "../../../server/src/core/index.js";
import { ACCESS_GROUNDS } from "../../support/arbitrary-access.js";
import { SAME_MEANING } from "../../support/changed-policy.js";
import { compared, verdictOf } from "../../support/compared.js";
import { readFixture } from "../../support/markers.js";
import { miniCatalog } from "../../support/mini-catalog.js";
import { matchesStars } from "../../support/naive-conditions.js";
import type { PolicyData } from "../../support/naive-evaluator.js";
import { LISTED } from "../../support/oracle-catalog.js";
import { LOOKED, PATIENCE, RUNS, SEED } from "../../support/runs.js";

const OPTIONS = { numRuns: Math.ceil(RUNS / 20), seed: SEED };
const ROOT = join(import.meta.dirname, "../../..");

describe.each(ACCESS_GROUNDS)(`$id, ${LOOKED}`, ({ policy }) => {
  test.each(Object.entries(SAME_MEANING))(
    "%s",
    (_name, rewrite) => {
      fc.assert(
        fc.property(policy, (before) => {
          expect(verdictOf(before, rewrite(before))).toBe("unchanged");
        }),
        OPTIONS,
      );
    },
    PATIENCE,
  );

  test(
    "several rewrites at once",
    () => {
      const rewrites = fc.uniqueArray(fc.constantFrom(...Object.values(SAME_MEANING)), { minLength: 2 });
      fc.assert(
        fc.property(policy, rewrites, (before, all) => {
          const after = all.reduce((data, rewrite) => rewrite(data), before);
          expect(verdictOf(before, after)).toBe("unchanged");
        }),
        OPTIONS,
      );
    },
    PATIENCE,
  );
});

describe("wildcards and what they reach", () => {
  const [, { policy }] = ACCESS_GROUNDS as readonly [unknown, (typeof ACCESS_GROUNDS)[number]];

  test(
    "of a complete list, an enumeration means the same",
    () => {
      fc.assert(
        fc.property(policy, (before) => {
          expect(verdictOf(before, withImagesEnumerated(before))).toBe("unchanged");
        }),
        OPTIONS,
      );
    },
    PATIENCE,
  );

  test.each(["trtc:*", "trtc:Describe*", "name/trtc:*Room*", "im:*", "im:Describe*"])(
    "of an incomplete list, an enumeration lacks what is not listed: %s",
    (pattern) => {
      const [before, after] = [allowing([pattern]), allowing(listedUnder(pattern))];
      const { verdict, lost } = compared(before, after).comparison;
      const kinds = lost.map(({ access }) => access);
      expect({ verdict, kinds }).toEqual({ verdict: "narrowed", kinds: ["unlisted"] });
    },
  );
});

describe("texts", () => {
  test.each(policyTexts())("%s, minified, spread out, and as it is", (_name, text) => {
    const read = (one: string) =>
      policiesOf(readPolicyFile(one, { dialects: miniCatalog.dialects, declared: true }));
    const policies = read(text);
    expect(compare(policies, policies, miniCatalog).verdict).toBe("unchanged");
    if (!isJson(text)) return;
    const tokens = text.match(TOKEN) ?? [];
    for (const other of [tokens.join(""), tokens.join("\r\n\t")]) {
      expect(compare(policies, read(other), miniCatalog).verdict).toBe("unchanged");
    }
  });
});

function allowing(action: readonly string[]): PolicyData {
  return { version: "2.0", statement: [{ effect: "allow", action, resource: "*" }] };
}

/** In place of each pattern that reaches images only, the names that it reaches. */
function withImagesEnumerated(policy: PolicyData): PolicyData {
  if ("version" in policy) return policy;
  const Statement = policy.Statement.flatMap((one) => {
    const Action = one.Action.flatMap((text) => (/^ims:/i.test(text) ? listedUnder(text) : [text]));
    return Action.length === 0 ? [] : [{ ...one, Action }];
  });
  return { ...policy, Statement };
}

function listedUnder(pattern: string): string[] {
  const folded = /^ims:/i.test(pattern) ? pattern.toLowerCase() : pattern.replace("name/", "");
  return [...LISTED].filter((name) => matchesStars(folded, name));
}

/** The samples, and every fixture of every check. */
function policyTexts(): readonly (readonly [name: string, text: string])[] {
  const folders = ["samples", "test/fixtures/checks", "test/fixtures/policies"];
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
      .map(({ parentPath, name }) => {
        const path = join(parentPath, name);
        const { text } = readFixture(readFileSync(path, "utf8"));
        return [path.slice(ROOT.length + 1).replaceAll("\\", "/"), text] as const;
      }),
  );
}

/** Of strict JSON; what stands between tokens is blank. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
