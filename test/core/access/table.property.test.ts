// What the table of a summary says against what single requests are answered, for policies of both clouds.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  accessTable,
  cam,
  decide,
  isPattern,
  otc,
  readPolicyFile,
  type Scope,
  summarize,
} from "../../../server/src/core/index.js";
import { ACCESS_GROUNDS } from "../../support/arbitrary-access.js";
import { oracleCatalog } from "../../support/oracle-catalog.js";
import { PATIENCE, RUNS, SEED } from "../../support/runs.js";

const isOne = (scope: Scope) => scope.kind === "everything" || !scope.hasWildcard;

describe.each(ACCESS_GROUNDS)("$id", ({ id, policy, question }) => {
  const dialect = id === "cam" ? cam : otc;

  test(
    "always and never are so for every single resource, whatever the request says besides",
    () => {
      const seen = { always: 0, never: 0 };
      fc.assert(
        fc.property(policy, question, (data, { context }) => {
          const { policies } = readPolicyFile(JSON.stringify(data), { dialects: [dialect], declared: true });
          const { columns, rows } = accessTable(
            policies.flatMap((read) => summarize(read, oracleCatalog).allowed),
            { dialect },
          );
          for (const { action, cells } of rows) {
            if (isPattern(action)) continue;
            for (const [at, column] of columns.entries()) {
              const cell = cells[at];
              if (!isOne(column) || (cell !== "always" && cell !== "never")) continue;
              const resource = column.kind === "everything" ? dialect.anyResource : column.text;
              for (const given of [{}, context]) {
                const { decision } = decide(policies, { action, resource, context: given }, oracleCatalog);
                expect([action, resource, decision]).toEqual([
                  action,
                  resource,
                  cell === "always" ? "allowed" : "denied",
                ]);
              }
              seen[cell]++;
            }
          }
        }),
        { numRuns: RUNS / 10, seed: SEED },
      );
      expect(seen.always).toBeGreaterThan(50);
      if (id === "cam") expect(seen.never).toBeGreaterThan(50);
    },
    PATIENCE,
  );
});
