// What is said of made-up changes is true: `decide` is asked about what the phrases claim.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AccessRequest,
  changedElement,
  decide,
  describeChange,
  type ItemWords,
  isPattern,
  PLAIN,
  type Policy,
} from "../../../server/src/core/index.js";
import { ACCESS_GROUNDS } from "../../support/arbitrary-access.js";
import { changesOf } from "../../support/changed-policy.js";
import { compared } from "../../support/compared.js";
import { oracleCatalog } from "../../support/oracle-catalog.js";
import { LOOKED, PATIENCE, RUNS, SEED } from "../../support/runs.js";

/** Some hundred pairs show what thousands would: there are few phrases. */
const PAIRS = Math.ceil(RUNS / 5);

const SIDES = { gained: ["after", "before"], lost: ["before", "after"] } as const;

describe(LOOKED, () => {
  test.each(ACCESS_GROUNDS)(
    "phrases about changes of $id are true",
    ({ policy }) => {
      fc.assert(
        fc.property(changesOf(policy), ([was, is]) => {
          const result = compared(was, is);
          const { comparison, before, after } = result;
          const sides = {
            comparison,
            before: { policies: [before] },
            after: { policies: [after] },
            applications: [],
          };
          for (const change of ["gained", "lost"] as const) {
            const [own, other] = SIDES[change].map((side) => result[side]);
            if (own === undefined || other === undefined) continue;
            for (const words of describeChange(change, sides, { catalog: oracleCatalog, style: PLAIN })) {
              expect(faultsOf(words, own, other)).toEqual([]);
            }
          }
        }),
        { numRuns: PAIRS, seed: SEED },
      );
    },
    PATIENCE,
  );
});

function faultsOf({ item, except, other, actions }: ItemWords, own: Policy, opposite: Policy) {
  const faults: string[] = [];
  const { start, end } = changedElement(item, [opposite], oracleCatalog).span;
  const { span } = item.by.statement;
  if (start < span.start || end > span.end || !own.statements.includes(item.by.statement)) {
    faults.push("what makes the difference is no part of the statement");
  }
  // The resource of the example belongs to one service.
  const service = item.witness.action.split(":", 1)[0];
  const requests = actions
    .filter((action) => !isPattern(action) && action.split(":", 1)[0] === service)
    .map((action): AccessRequest => ({ ...item.witness, action }));
  const isAllowed = (policy: Policy, request: AccessRequest) =>
    decide([policy], request, oracleCatalog).decision === "allowed";
  // Nothing is taken away of what the statement allows.
  if (except === undefined) {
    const denied = requests.filter((request) => !isAllowed(own, request));
    faults.push(...denied.map(({ action }) => `${action} is denied, and nobody says so`));
  }
  if (other?.endsWith("not at all")) {
    const allowed = requests.filter((request) => isAllowed(opposite, request));
    faults.push(...allowed.map(({ action }) => `${action} is allowed on the other side`));
    const { context: _, ...anywhere } = item.witness;
    const met = opposite.statements.filter(
      ({ decision, operators }) => decision === "allow" && operators.length === 0,
    );
    if (met.length > 0 && isAllowed({ ...opposite, statements: met }, { ...anywhere, context: {} })) {
      faults.push("some of it is allowed on the other side");
    }
  }
  if (other?.includes(": denied")) {
    const { reason } = decide([opposite], item.witness, oracleCatalog);
    if (reason !== "denied-by") faults.push("nothing denies it on the other side");
  }
  return faults;
}
