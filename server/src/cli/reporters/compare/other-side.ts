// What the other side of a change says of the actions that one side gained or lost, where a phrase can say it.
import {
  type AccessItem,
  coversPattern,
  type DialectCatalog,
  isWithoutResources,
  patternsMeet,
  type Statement,
  type Style,
} from "../../../core/index.js";
import type { PolicyText } from "../../policy-files.js";
import type { Change, ComparedFile } from "./compared.js";
import { type Where, whereOf, wordsOf } from "./where.js";

/** `statement 2, line 7`. */
export function nameOf({ policy, statement }: AccessItem["by"], text: PolicyText | undefined): string {
  const name = `statement ${statement.index + 1}`;
  return text === undefined ? name : `${name}, line ${text.lineOf(policy, statement.span)}`;
}

/** Undefined where it takes more than a phrase. */
export function otherSide(
  item: AccessItem,
  own: Where,
  change: Change,
  file: ComparedFile,
  facts: DialectCatalog,
  style: Style,
): string | undefined {
  const other = change === "gained" ? file.before : file.after;
  const { deniedBy } = item;
  if (deniedBy !== undefined) {
    const name = nameOf(deniedBy, other);
    return change === "gained" ? `before: denied by ${name} of the base` : `now: denied by ${name}`;
  }
  // All of it is new, or gone: the status of the file says so.
  if (other === undefined) return undefined;
  const when = change === "gained" ? "before" : "now";
  const statements = other.policies
    .filter(({ dialect }) => dialect === facts.dialect)
    .flatMap((policy) => policy.statements);
  const met = statements.filter((statement) => item.actions.some((one) => reaches(statement, one, facts)));
  if (met.length === 0) return `${when}: not allowed`;
  const [only, second] = met;
  // Several statements together, or one that reaches some of the actions only, take more than a phrase.
  if (only === undefined || second !== undefined || only.decision !== "allow") return undefined;
  if (!item.actions.every((one) => covers(only, one, facts))) return undefined;
  const all = resourcesOf(only, item.actions, facts);
  if (all === undefined) return undefined;
  if (all.length === 0) return `${when}: not allowed`;
  const where = whereOf(all, only, file, facts, style);
  if (where.resources !== own.resources) return `${when}: ${wordsOf(where)}`;
  // Only the difference is of interest; without one, it is a deny that is not easily told.
  if (where.conditions === own.conditions) return undefined;
  return `${when}: ${where.conditions ?? "without conditions"}`;
}

/** What the same side denies of it: `but statement 2 denies it on app 1 (Live prod)`. */
export function exceptOf(
  { actions, by }: AccessItem,
  side: PolicyText | undefined,
  file: ComparedFile,
  facts: DialectCatalog,
  style: Style,
): string | undefined {
  const denies = (side?.policies ?? [])
    .filter(({ dialect }) => dialect === by.policy.dialect)
    .flatMap(({ statements }) => statements)
    .filter(({ decision }) => decision === "deny")
    .filter((statement) => actions.some((action) => reaches(statement, action, facts)));
  const [only, second] = denies;
  if (only === undefined) return undefined;
  if (second !== undefined) return `but ${denies.length} statements deny some of it`;
  const it = actions.every((action) => covers(only, action, facts)) ? "it" : "some of it";
  const all = resourcesOf(only, actions, facts) ?? only.resources.map(({ text }) => text);
  if (all.length === 0) return undefined;
  const where = wordsOf(whereOf(all, only, file, facts, style));
  return `but statement ${only.index + 1} denies ${it} on ${where}`;
}

/**
 * On which resources a statement reaches these actions; none where they can be allowed on every resource only, and
 * the statement names some. Undefined where it is not the same for all of them.
 */
function resourcesOf(
  { resource, resources }: Statement,
  actions: readonly string[],
  facts: DialectCatalog,
): readonly string[] | undefined {
  const { anyResource } = facts.dialect;
  const texts = resources.map(({ text }) => text);
  if (resource === undefined || texts.includes(anyResource)) return [anyResource];
  const reaches = new Set(
    actions.map((text) => {
      const { action, service } = facts.action(text);
      if (service !== undefined && isWithoutResources(service)) return "any";
      return action?.level === "operation" ? "none" : "named";
    }),
  );
  if (reaches.size !== 1) return undefined;
  if (reaches.has("any")) return [anyResource];
  return reaches.has("none") ? [] : texts;
}

/** Whether a statement speaks of an action, or could, where no list has it. */
function reaches(statement: Statement, action: string, facts: DialectCatalog): boolean {
  const asked = keyOf(action, facts);
  return statement.actions.some(({ text }) => {
    const { reached } = facts.action(text);
    if (reached.some(({ fullName }) => fullName === action)) return true;
    return patternsMeet(keyOf(text, facts), asked);
  });
}

function covers(statement: Statement, action: string, facts: DialectCatalog): boolean {
  const asked = keyOf(action, facts);
  return statement.actions.some(({ text }) => coversPattern(keyOf(text, facts), asked));
}

function keyOf(action: string, facts: DialectCatalog): string {
  const { reading } = facts.action(action);
  if (reading.kind !== "action") return action;
  const key = `${reading.service}:${reading.name}`;
  return facts.dialect.actionCase === "sensitive" ? key : key.toLowerCase();
}
