// What else is said of the actions that a change has given or taken away, where a phrase can say it: by the other side
// of the change (`before: app 1 (Live prod)`), and by denies of the same side (`but statement 2 denies it on app 1`).
import * as l10n from "@vscode/l10n";
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
import { describeWhen } from "./conditions.js";
import { fill } from "./fill.js";
import { enumerate } from "./lists.js";
import type { Style } from "./style.js";
import { type Where, type Wording, whereInWords, whereOf } from "./where.js";

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
  const number = fill(l10n.t("statement {number}"), { number: statement.index + 1 });
  const name =
    origin === undefined
      ? number
      : fill(l10n.t("{statement} of {file}"), { statement: number, file: value(origin.name) });
  if (side?.lineOf === undefined) return name;
  return fill(l10n.t("{statement}, line {line}"), {
    statement: name,
    line: side.lineOf(policy, statement.span),
  });
}

/** Of a statement of the earlier version, where both are spoken of. */
export function ofBase(statement: string): string {
  return fill(l10n.t("{statement} of the base"), { statement });
}

/** What the other side says of the same actions. Undefined where it takes more than a phrase. */
export function otherSide(
  item: AccessItem,
  own: Where,
  change: Change,
  other: ReadySide | undefined,
  wording: Wording,
): string | undefined {
  // All of it is new, or gone: the status of the file says so.
  if (other === undefined) return undefined;
  const access = accessThere(item, own, change, other, wording);
  if (access === undefined) return undefined;
  return fill(change === "gained" ? l10n.t("before: {access}") : l10n.t("now: {access}"), { access });
}

function accessThere(
  item: AccessItem,
  own: Where,
  change: Change,
  other: ReadySide,
  wording: Wording,
): string | undefined {
  const { facts, style } = wording;
  const shares = sharesOf(item, other.statements, facts);
  if (item.deniedBy !== undefined) {
    const name = nameOf(item.deniedBy, other, style);
    const deny = shares.find(({ statement: { statement } }) => statement === item.deniedBy?.statement);
    const place = deny === undefined ? {} : placeOf(deny, item, own, wording);
    return fill(deniedBy(place), { ...place, statement: change === "gained" ? ofBase(name) : name });
  }
  const allows = shares.filter(({ statement }) => statement.decision === "allow");
  const [first] = allows;
  if (first === undefined) return l10n.t("not at all");
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
    return where.conditions ?? l10n.t("without conditions");
  }
  // What is called alike is told apart by how it is written.
  const isAlike = where.resources === own.resources;
  const resources = isAlike ? enumerate(texts.map(style.quoted)) : where.resources;
  return whereInWords({ ...where, resources });
}

/** Where something is denied; nothing of it where all is denied always. */
interface Place {
  /** Absent where they were told already. */
  readonly resources?: string;
  readonly when?: string;
}

function placeOf(deny: ItemShare, item: AccessItem, told: Where | undefined, wording: Wording): Place {
  const { resources, isEverything } = whereOfDeny(deny, item, wording);
  const when = describeWhen(deny.statement.statement, wording.facts, wording.style);
  return {
    ...(!isEverything && resources !== told?.resources && { resources }),
    ...(when !== null && { when }),
  };
}

/** `denied on app 1 only from 10.0.0.0/8 by statement 2 of the base`. */
function deniedBy({ resources, when }: Place): string {
  if (resources === undefined) {
    return when === undefined ? l10n.t("denied by {statement}") : l10n.t("denied {when} by {statement}");
  }
  return when === undefined
    ? l10n.t("denied on {resources} by {statement}")
    : l10n.t("denied on {resources} {when} by {statement}");
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
  const statement = numbered(met, item);
  if (second !== undefined) return fill(l10n.t("but {statement} deny some of it"), { statement });
  const place = placeOf(only, item, undefined, wording);
  return fill(only.isWhole && only.isEven ? butDenied(place) : butDeniedInPart(place), {
    ...place,
    statement,
  });
}

function butDenied({ resources, when }: Place): string {
  if (resources === undefined) {
    return when === undefined
      ? l10n.t("but {statement} denies it")
      : l10n.t("but {statement} denies it {when}");
  }
  return when === undefined
    ? l10n.t("but {statement} denies it on {resources}")
    : l10n.t("but {statement} denies it on {resources} {when}");
}

function butDeniedInPart({ resources, when }: Place): string {
  if (resources === undefined) {
    return when === undefined
      ? l10n.t("but {statement} denies some of it")
      : l10n.t("but {statement} denies some of it {when}");
  }
  return when === undefined
    ? l10n.t("but {statement} denies some of it on {resources}")
    : l10n.t("but {statement} denies some of it on {resources} {when}");
}

/** `statement 2`, `statements 2 and 3`: numbers are those of one policy. */
function numbered(shares: readonly ItemShare[], { by }: AccessItem): string {
  const numbers = shares.map(({ statement: { statement } }) => String(statement.index + 1));
  const isOwn = shares.every(({ statement }) => statement.policy === by.policy);
  const values = { number: enumerate(numbers), count: numbers.length };
  if (numbers.length === 1) {
    return fill(
      isOwn ? l10n.t("statement {number}") : l10n.t("statement {number} of another policy"),
      values,
    );
  }
  return fill(isOwn ? l10n.t("statements {number}") : l10n.t("{count} statements"), values);
}
