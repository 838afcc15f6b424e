// Makes up policies of Open Telekom Cloud from the catalog, as large as the cloud takes them.
import { readFileSync } from "node:fs";
import { createRandom } from "./random.mjs";

const catalog = JSON.parse(readFileSync(new URL("../server/data/catalog.json", import.meta.url), "utf8"));
/** @type {string[]} */
const ACTIONS = catalog.dialects.otc.services
  .filter((/** @type {{ code: string }} */ { code }) => ["ims", "ecs", "evs"].includes(code))
  .flatMap((/** @type {{ code: string, actions: { name: string }[] }} */ { code, actions }) =>
    actions.map(({ name }) => `${code}:${name}`),
  );
const PATTERNS = ["ims:*:get", "ims:images:*", "ecs:*:list", "evs:volumes:*", "ecs:cloudServers:*"];

const CONDITIONS = [
  { StringEquals: { "g:UserName": ["anna", "bob"] } },
  { StringMatch: { "g:ProjectName": ["eu-de*", "eu-nl?west"] }, Bool: { "g:MFAPresent": ["true"] } },
  { DateLessThan: { "g:CurrentTime": ["2031-01-31T00:00:00Z"] }, NumberLessThan: { "g:MFAAge": ["3600"] } },
  { "ForAnyValue:StringNotEquals": { "g:UserName": ["guest"] } },
];

/** @param {{ seed: number, actions: number }} options `actions` of each of the eight statements */
export function makeImagePolicy({ seed, actions }) {
  const random = createRandom(seed);
  const Statement = Array.from({ length: 8 }, () => {
    const Action = new Set([random.pick(PATTERNS)]);
    while (Action.size < actions) Action.add(random.pick(ACTIONS));
    return {
      Effect: random.chance(0.8) ? "Allow" : "Deny",
      Action: [...Action],
      ...(random.chance(0.75) && { Condition: random.pick(CONDITIONS) }),
    };
  });
  return { Version: "1.1", Statement };
}
