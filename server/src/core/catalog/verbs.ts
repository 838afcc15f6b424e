// What the names of actions say by their first word: `Describe*`, `*:get*`. Statements that a person reads name verbs,
// not two hundred actions.
import type { Action, Service } from "./catalog.js";

/** The pattern for all names of a service with the verb of this one; undefined where there is no verb. */
export function verbPattern(name: string): string | undefined {
  const colon = name.lastIndexOf(":");
  const verb = /^[A-Z]?[a-z]+/.exec(name.slice(colon + 1))?.[0];
  if (verb === undefined) return undefined;
  return colon < 0 ? `${verb}*` : `*:${verb}*`;
}

/**
 * The actions that fit, with their service: patterns where every action of a verb fits and there are several, names
 * otherwise. Of what no list has, a pattern says what its verb says.
 */
export function actionsByVerb({ code, actions }: Service, fits: (action: Action) => boolean): string[] {
  const byVerb = new Map<string, Action[]>();
  for (const action of actions) {
    const pattern = verbPattern(action.name) ?? action.name;
    const known = byVerb.get(pattern);
    if (known === undefined) byVerb.set(pattern, [action]);
    else known.push(action);
  }
  return [...byVerb].flatMap(([pattern, known]) => {
    if (known.length > 1 && known.every(fits)) return [`${code}:${pattern}`];
    return known
      .filter((action) => fits(action) && action.exampleOnly !== true)
      .map(({ fullName }) => fullName);
  });
}
