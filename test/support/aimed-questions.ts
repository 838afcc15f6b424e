// Questions aimed at two policies: of what one of their statements is about, so that a difference between the two
// is hit more often than by chance.
import type { AccessGround } from "./arbitrary-access.js";
import type { KeyGround } from "./arbitrary-conditions.js";
import { holds, matchesStars, type NaiveContext } from "./naive-conditions.js";
import type { NaiveQuestion, PolicyData } from "./naive-evaluator.js";

/** A statement of either cloud, in the words of one. */
interface Target {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly tests: readonly {
    readonly operator: string;
    readonly key: string;
    readonly values: readonly string[];
  }[];
}

/** Each question leans towards one statement: some parts of it are made to fit, the others stay as they are. */
export function aimedAt(
  policies: readonly PolicyData[],
  questions: readonly NaiveQuestion[],
  ground: AccessGround,
  seed: number,
): readonly NaiveQuestion[] {
  const targets = policies.flatMap(targetsOf);
  const dice = diceOf(seed);
  return questions.map((question) => {
    const target = dice.pick(targets);
    if (target === undefined) return question;
    const action = dice.chance(0.75) ? actionLike(target, question.action, ground, dice) : question.action;
    const service = action.replace("name/", "").split(":")[0] ?? "";
    const resource = dice.chance(0.75)
      ? resourceLike(target, service, ground, dice)
      : ofService(question.resource, service, ground);
    return { action, resource, context: contextLike(target, question.context, ground, dice) };
  });
}

function targetsOf(policy: PolicyData): Target[] {
  if ("version" in policy) {
    return policy.statement.map(({ action, resource, condition }) => ({
      actions: [action].flat(),
      resources: [resource].flat(),
      tests: testsOf(condition),
    }));
  }
  return policy.Statement.map(({ Action, Resource, Condition }) => ({
    actions: Action,
    resources: Resource ?? ["*"],
    tests: testsOf(Condition),
  }));
}

function testsOf(condition: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {}) {
  return Object.entries(condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ operator, key, values: [values].flat().map(String) })),
  );
}

function actionLike({ actions }: Target, otherwise: string, { actions: all, id }: AccessGround, dice: Dice) {
  const pattern = dice.pick(actions) ?? "*";
  const folded = (text: string) => (id === "otc" ? text.toLowerCase() : text.replace("name/", ""));
  const fitting = all.filter((one) => matchesStars(folded(pattern), folded(one)));
  return dice.pick(fitting) ?? otherwise;
}

const FILLINGS = ["", "", "1", "0", "14", "x", "photos/a"];

function resourceLike({ resources }: Target, service: string, ground: AccessGround, dice: Dice): string {
  const pattern = dice.pick(resources) ?? "*";
  if (pattern === "*") return pattern;
  const filled = pattern.replace(/\*/g, () => dice.pick(FILLINGS) ?? "");
  return ofService(filled, service, ground);
}

/** Nobody is asked about the resource of another service, and images have none. */
function ofService(resource: string, service: string, { id }: AccessGround): string {
  if (id === "cam") return resource.replace(/^qcs::[^:]*:/, `qcs::${service}:`);
  return service === "obs" ? resource : "*";
}

function contextLike(
  { tests }: Target,
  context: NaiveContext,
  { conditions }: AccessGround,
  dice: Dice,
): NaiveContext {
  const changed: Record<string, readonly string[]> = { ...context };
  for (const key of new Set(tests.map((test) => test.key))) {
    const known = conditions.keys.find((one) => one.key === key);
    if (known === undefined || dice.chance(0.2)) continue;
    const wanted = tests.filter((test) => test.key === key);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const values = someOf(known, dice);
      const tried: NaiveContext = values === undefined ? {} : { [key]: values };
      if (!wanted.every((test) => holds(test, tried))) continue;
      if (values === undefined) delete changed[key];
      else changed[key] = values;
      break;
    }
  }
  return changed;
}

const ATTEMPTS = 8;

/** What a request may have for a key: one value, several, none, or not even the key. */
function someOf({ operators, constants, beside }: KeyGround, dice: Dice): readonly string[] | undefined {
  const isAddress = operators.some((operator) => /ip/i.test(operator));
  const values = isAddress ? beside : [...constants, ...beside];
  const one = () => dice.pick(values) ?? "";
  const count = dice.pick([1, 1, 1, 1, 2, 2, 3, 0, -1]) ?? 1;
  return count < 0 ? undefined : [...new Set(Array.from({ length: count }, one))];
}

interface Dice {
  readonly pick: <Item>(items: readonly Item[]) => Item | undefined;
  readonly chance: (share: number) => boolean;
}

/** The same seed gives the same choices (mulberry32). */
function diceOf(seed: number): Dice {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    pick: (items) => items[Math.floor(next() * items.length)],
    chance: (share) => next() < share,
  };
}
