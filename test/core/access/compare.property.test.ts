// Comparisons of made-up changes, judged request by request by a judge that knows nothing of how they are made.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aimedAt } from "../../support/aimed-questions.js";
import { ACCESS_GROUNDS } from "../../support/arbitrary-access.js";
import { changesOf } from "../../support/changed-policy.js";
import {
  asCompared,
  comesFrom,
  compared,
  faultsOfWitnesses,
  namesQuestion,
  signOf,
} from "../../support/compared.js";
import { LOOKED, PATIENCE, RUNS, SEED } from "../../support/runs.js";

const QUESTIONS = 12;

/** Which requests may differ under a verdict. */
const ALLOWED_SIGNS: Readonly<Record<string, string>> = {
  unchanged: "=",
  narrowed: "=-",
  widened: "=+",
  changed: "=-+",
};

describe(LOOKED, () => {
  test.each(ACCESS_GROUNDS)(
    "no request of $id differs otherwise than said",
    (ground) => {
      const questions = fc.array(ground.question, { minLength: QUESTIONS, maxLength: QUESTIONS });
      fc.assert(
        fc.property(changesOf(ground.policy), questions, fc.nat(), ([before, after], asked, seed) => {
          const result = compared(before, after);
          const { verdict, gained, lost } = result.comparison;
          expect(faultsOfWitnesses(before, after, result)).toEqual([]);
          const sides = `${gained.length > 0 ? "+" : ""}${lost.length > 0 ? "-" : ""}`;
          expect(`${verdict} ${sides}`).toBe(`${VERDICTS[sides]} ${sides}`);
          for (const question of aimedAt([before, after], asked, ground, seed)) {
            const request = asCompared(question, [before, after]);
            const sign = signOf(before, after, request);
            if (sign === "=") continue;
            const [items, data] = sign === "+" ? [gained, after] : [lost, before];
            const isSaid = ALLOWED_SIGNS[verdict]?.includes(sign);
            const isNamed = items.some(
              (item) => namesQuestion(item, request) && comesFrom(item, request, data),
            );
            expect({ request, sign, isSaid, isNamed }).toEqual({
              request,
              sign,
              isSaid: true,
              isNamed: true,
            });
          }
        }),
        { numRuns: RUNS, seed: SEED },
      );
    },
    PATIENCE,
  );
});

/** By what is gained and lost. Nothing of what is made up here is too much to decide. */
const VERDICTS: Readonly<Record<string, string>> = {
  "": "unchanged",
  "+": "widened",
  "-": "narrowed",
  "+-": "changed",
};
