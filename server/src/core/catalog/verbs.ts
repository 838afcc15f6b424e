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
 * The verbs whose actions all fit, with their service: a pattern where there are several, the name of the only one. A
 * verb of which some do not fit says too little: who needs its other actions names them.
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
    const [only] = known;
    if (only === undefined || !known.every((action) => fits(action) && action.exampleOnly !== true))
      return [];
    return [known.length === 1 ? only.fullName : `${code}:${pattern}`];
  });
}
