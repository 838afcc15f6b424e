// Values of one key that meet all tests of it, or not all of them: of those that the tests themselves bring to mind.
import { type ConditionTest, FAMILIES } from "./condition-test.js";

/** What a request may say of a key. */
export type KeyValues = readonly string[] | "absent";

/** All tests are about one key. Single values come first, an absent key last. */
export function valuesMeeting(
  tests: readonly ConditionTest[],
  wanted: "all" | "not-all",
): readonly KeyValues[] {
  const samples = [...new Set([...tests.flatMap(samplesOf), OTHER])];
  const tried: KeyValues[] = samples.map((value) => [value]);
  // Only where a policy asks about several values a key can be thought to have them.
  if (tests.some(({ asksSeveral }) => asksSeveral)) {
    const inEach = tests.filter(({ quantifier }) => quantifier === "all");
    tried.push(samples.filter((value) => inEach.every(({ fits }) => fits(value))));
  }
  tried.push("absent");
  return tried.filter((values) => {
    if (values.length === 0) return false;
    const given = values === "absent" ? undefined : values;
    return tests.every(({ holds }) => holds(given)) === (wanted === "all");
  });
}

/** A value that no policy names. */
const OTHER = "other";

function samplesOf({ family, values, wildcards }: ConditionTest): readonly string[] {
  if (family === "null") return [];
  if (family !== "text") return FAMILIES[family].samples(values);
  return values.map((value) => {
    const filled = wildcards === "" ? value : value.replaceAll("*", "");
    return wildcards === "*?" ? filled.replaceAll("?", "x") : filled;
  });
}
