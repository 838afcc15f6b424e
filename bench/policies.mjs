// Makes up policies of Tencent Cloud CAM from the catalog: clean ones, and ones with a known number of mistakes.
import { readFileSync } from "node:fs";
import { createRandom } from "./random.mjs";

const catalog = JSON.parse(readFileSync(new URL("../server/data/catalog.json", import.meta.url), "utf8"));
/** @type {{ code: string, actions: { name: string, access?: string, level?: string, exampleOnly?: true, replacedBy?: string }[] }[]} */
const services = catalog.dialects.cam.services.filter(
  (/** @type {{ code: string }} */ { code }) => code === "im" || code === "trtc",
);

/** Every action that there is, as a schema would list them. */
export const ACTIONS = services.flatMap(({ code, actions }) => actions.map(({ name }) => `${code}:${name}`));

/** Statements name applications, so they use what can be granted on one. */
const grantable = services.map(({ code, actions }) => ({
  code,
  names: actions
    .filter(({ access, level, exampleOnly, replacedBy }) => {
      return access !== "list" && level === "resource" && !exampleOnly && !replacedBy;
    })
    .map(({ name }) => `${code}:${name}`),
}));

const CONDITIONS = [
  { ip_equal: { "qcs:ip": ["10.20.0.0/16"] } },
  { "for_any_value:string_equal": { "qcs:resource_tag": ["team&support"] } },
  { date_less_than: { "qcs:current_time": ["2031-01-31T00:00:00Z"] } },
];

/** One mistake each, which schema and checks both see. */
const MISTAKES = [
  (/** @type {any} */ statement) => ({ ...statement, effect: "alow" }),
  (/** @type {any} */ statement) => ({
    ...statement,
    action: ["trtc:RemoveUsrr", ...statement.action.slice(1)],
  }),
  (/** @type {any} */ { effect, ...rest }) => rest,
  (/** @type {any} */ statement) => ({ ...statement, Resources: ["*"] }),
  (/** @type {any} */ statement) => ({ ...statement, action: 7 }),
];

/**
 * A deny takes back something of an earlier statement: one that takes nothing would be worth a finding.
 * @param {import("./random.mjs").Random} random @param {number} actions @param {number} resources
 * @param {readonly any[]} earlier
 */
function makeStatement(random, actions, resources, earlier) {
  const allows = earlier.filter(({ effect }) => effect === "allow");
  const denied = random.chance(0.85) || allows.length === 0 ? undefined : random.pick(allows);
  const group = random.pick(grantable);
  const { code, names } = grantable.find(({ names }) => names.includes(denied?.action[0])) ?? group;
  const action = new Set(denied?.action.slice(0, 1));
  while (action.size < actions) action.add(random.pick(names));
  const resource = Array.from(
    { length: resources },
    () => `qcs::${code}::uin/100010000000:sdkappid/${1400100000 + random.number(90_000_000)}`,
  );
  return {
    effect: denied === undefined ? "allow" : "deny",
    action: [...action],
    resource: [...(denied?.resource.slice(0, 1) ?? []), ...resource].slice(0, resources),
    ...(random.chance(0.3) && { condition: random.pick(CONDITIONS) }),
  };
}

/**
 * @param {{ seed: number, statements: number, mistakes?: number, actions?: number, resources?: number }} options
 * `mistakes` is the share of statements that have one
 */
export function makePolicy({ seed, statements, mistakes = 0, actions = 5, resources = 3 }) {
  const random = createRandom(seed);
  /** @type {any[]} */
  const clean = [];
  while (clean.length < statements) clean.push(makeStatement(random, actions, resources, clean));
  const statement = clean.map((one) => (random.chance(mistakes) ? random.pick(MISTAKES)(one) : one));
  return { version: "2.0", statement };
}

/** @param {unknown} policy */
export function print(policy) {
  return `${JSON.stringify(policy, undefined, 2)}\n`;
}
