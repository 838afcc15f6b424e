// What else is said of the actions that a change has given or taken away, where a phrase can say it: by the other side
// of the change (`before: app 1 (Live prod)`), and by denies of the same side (`but statement 2 denies it on app 1`).
import type { By } from "../access/by.js";
import type { AccessItem } from "../access/comparison/comparison.js";
import {
  conditionsMeet,
  type ItemShare,
  resourcesCover,
  resourcesMeet,
  resourcesOfItem,
  sharesOf,
} from "../access/comparison/item-share.js";
import type { CompiledStatement } from "../access/compiled.js";
import type { Policy } from "../policy/model.js";
import type { Span } from "../text/span.js";
import { enumerate, plural } from "./lists.js";
import type { Style } from "./style.js";
import { EVERYTHING, type Where, type Wording, whereInWords, whereOf } from "./where.js";

export type Change = "gained" | "lost";

/** The policies of one side of a change. */
export interface ChangeSide {
  readonly policies: readonly Policy[];
  /** From 1; without it, statements are told by their numbers alone. */
  readonly lineOf?: (policy: Policy, span: Span) => number;
  /** Where the policies are those of a user, and come from several files. */
  readonly originOf?: (policy: Policy) => Origin | undefined;
}

export interface Origin {
  /** A path, or the name of a preset. */
  readonly name: string;
  /** It has no text with statements and lines. */
  readonly isPreset: boolean;
}

/** A side with its statements made ready for questions, those of the dialect of the item. */
export interface ReadySide extends ChangeSide {
  readonly statements: readonly CompiledStatement[];
}

/** `statement 2, line 7`, `statement 2 of ./rooms.policy.json, line 7`, `QcloudTRTCFullAccess`. */
export function nameOf({ policy, statement }: By, side: ChangeSide | undefined, { value }: Style): string {
  const origin = side?.originOf?.(policy);
  if (origin?.isPreset === true) return value(origin.name);
  const number = `statement ${statement.index + 1}`;
  const name = origin === undefined ? number : `${number} of ${value(origin.name)}`;
  return side?.lineOf === undefined ? name : `${name}, line ${side.lineOf(policy, statement.span)}`;
}

/** What the other side says of the same actions. Undefined where it takes more than a phrase. */
export function otherSide(
  item: AccessItem,
  own: Where,
  change: Change,
  other: ReadySide | undefined,
  wording: Wording,
): string | undefined {
  const when = change === "gained" ? "before" : "now";
  // All of it is new, or gone: the status of the file says so.
  if (other === undefined) return undefined;
  const { facts, style } = wording;
  const shares = sharesOf(item, other.statements, facts);
  if (item.deniedBy !== undefined) {
    const by = `${nameOf(item.deniedBy, other, style)}${change === "gained" ? " of the base" : ""}`;
    const deny = shares.find(({ statement: { statement } }) => statement === item.deniedBy?.statement);
    const words = deny === undefined ? "" : denyWords(deny, item, own, wording);
    return [`${when}: denied`, ...(words === "" ? [] : [words]), `by ${by}`].join(" ");
  }
  const allows = shares.filter(({ statement }) => statement.decision === "allow");
  const [first] = allows;
  if (first === undefined) return `${when}: not at all`;
  if (!allows.every((share) => isSimple(share, first))) return undefined;
  const patterns = allows.flatMap(({ resources }) => resources);
  const isCut = shares.some(
    ({ statement, resources }) => statement.decision === "deny" && resourcesMeet(resources, patterns),
  );
  if (isCut) return undefined;
  const texts = [...new Map(patterns.map(({ key, text }) => [key, text])).values()];
  const where = whereOf(texts, first.statement.statement, wording);
  if (resourcesCover(patterns, resourcesOfItem(item, facts))) {
    // Only the difference is of interest; without one, it is not easily told.
    if (where.conditions === own.conditions) return undefined;
    return `${when}: ${where.conditions ?? "without conditions"}`;
  }
  // What is called alike is told apart by how it is written.
  const isAlike = where.resources === own.resources;
  const resources = isAlike ? enumerate(texts.map(style.quoted)) : where.resources;
  return `${when}: ${whereInWords({ ...where, resources })}`;
}

/** `on app 1 only from 10.0.0.0/8`; without resources that were told already, and empty where all is denied always. */
function denyWords(deny: ItemShare, item: AccessItem, told: Where | undefined, wording: Wording): string {
  const { resources, conditions } = whereOfDeny(deny, item, wording);
  const on = resources === EVERYTHING || resources === told?.resources ? [] : [`on ${resources}`];
  if (conditions === null) return on.join("");
  return [...on, conditions.startsWith("only ") ? conditions : `when ${conditions}`].join(" ");
}

/** Without the resources that the item has nothing to do with. */
function whereOfDeny({ statement, resources }: ItemShare, item: AccessItem, wording: Wording): Where {
  const patterns = resourcesOfItem(item, wording.facts);
  const texts = resources.filter((one) => resourcesMeet([one], patterns)).map(({ text }) => text);
  return whereOf(texts, statement.statement, wording);
}

/** It says the same of all actions, under the same conditions as the first of its kind. */
function isSimple({ isWhole, isEven, statement }: ItemShare, first: ItemShare): boolean {
  return isWhole && isEven && statement.testsKey === first.statement.testsKey;
}

/** What the same side denies of it nevertheless. */
export function exceptOf(item: AccessItem, side: ReadySide, wording: Wording): string | undefined {
  const { facts } = wording;
  const own = side.statements.find(({ statement }) => statement === item.by.statement);
  const patterns = resourcesOfItem(item, facts);
  const denies = side.statements.filter(({ decision }) => decision === "deny");
  const met = sharesOf(item, denies, facts).filter(
    ({ statement, resources }) => resourcesMeet(resources, patterns) && conditionsMeet(own, statement, facts),
  );
  const [only, second] = met;
  if (only === undefined) return undefined;
  if (second !== undefined) return `but ${numbered(met, item)} deny some of it`;
  const it = only.isWhole && only.isEven ? "it" : "some of it";
  return `but ${numbered(met, item)} denies ${it} ${denyWords(only, item, undefined, wording)}`.trimEnd();
}

/** `statement 2`, `statements 2 and 3`: numbers are those of one policy. */
function numbered(shares: readonly ItemShare[], { by }: AccessItem): string {
  const noun = plural(shares.length, "statement");
  const numbers = shares.map(({ statement: { statement } }) => String(statement.index + 1));
  if (shares.every(({ statement }) => statement.policy === by.policy)) return `${noun} ${enumerate(numbers)}`;
  return numbers.length === 1
    ? `${noun} ${enumerate(numbers)} of another policy`
    : `${numbers.length} ${noun}`;
}
