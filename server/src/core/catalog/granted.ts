// Whether the allowing statements of a policy name an action at all. Resources, conditions and denies are left to
// the access engine.
import type { Policy } from "../policy/model.js";
import { actionKey } from "./action-names.js";
import type { DialectCatalog } from "./catalog.js";
import { isPattern, matchesPattern, patternsMeet } from "./pattern.js";

/**
 * Answers for an action with its service, or for a pattern of actions. Of a pattern it is enough that some of it
 * is granted: who grants a part has made a choice.
 */
export function grantedBy(
  { statements, dialect }: Policy,
  facts: DialectCatalog,
): (wanted: string) => boolean {
  const names = new Set<string>();
  const patterns = new Set<string>();
  for (const { decision, actions } of statements) {
    if (decision !== "allow") continue;
    for (const { text } of actions) {
      const { reading } = facts.action(text);
      if (reading.kind !== "action") continue;
      const key = actionKey(reading, dialect);
      (isPattern(key) ? patterns : names).add(key);
    }
  }
  const isGranted = (wanted: string) => {
    if (names.has(wanted)) return true;
    for (const pattern of patterns) if (patternsMeet(pattern, wanted)) return true;
    if (isPattern(wanted)) for (const name of names) if (matchesPattern(wanted, name)) return true;
    return false;
  };
  const answers = new Map<string, boolean>();
  return (wanted) => {
    const reading = dialect.readAction(wanted);
    const key = reading.kind === "action" ? actionKey(reading, dialect) : wanted;
    const known = answers.get(key) ?? isGranted(key);
    answers.set(key, known);
    return known;
  };
}
