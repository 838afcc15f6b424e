// One gained or lost item in words that every format for people shares.
import {
  type AccessItem,
  type AccessRequest,
  type Catalog,
  type DialectCatalog,
  list,
  type Statement,
  type Style,
} from "../../../core/index.js";
import type { Change, ComparedFile } from "./compared.js";
import { exceptOf, nameOf, otherSide } from "./other-side.js";
import { whereOf, wordsOf } from "./where.js";

export interface ItemWords {
  readonly change: Change;
  readonly access: AccessItem["access"];
  readonly actions: readonly string[];
  /** The actions, counted where they are many. */
  readonly named: string;
  /** `everything only from 10.0.0.0/8`. */
  readonly where: string;
  /** `statement 2, line 7`, of the side that allows it. */
  readonly by: string;
  /** What the same side denies of it nevertheless. */
  readonly except?: string;
  /** What the other side says of the same actions: `before: app 1 (Live prod)`; absent where it is hard to say. */
  readonly other?: string;
  readonly example: string;
  /** The statement that allows it. */
  readonly statement: AccessItem["by"];
  /** What is not certain about it. */
  readonly doubt?: string;
}

/** Actions that are spelled out before the rest is counted, and those that stand for many. */
export const NAMED_ACTIONS = 6;
const SAMPLE = 3;

/** In the order of the comparison; what differs by a doubt of ours only is told as one. */
export function describeItems(
  change: Change,
  file: ComparedFile,
  { catalog, style }: { readonly catalog: Catalog; readonly style: Style },
): readonly ItemWords[] {
  return merged(file.comparison[change]).map(({ item, uncertain }) => {
    const { policy, statement } = item.by;
    const facts = catalog.of(policy.dialect);
    const where = whereOf(item.resources, statement, file, facts, style);
    const other = otherSide(item, where, change, file, facts, style);
    const pattern =
      item.actions.length > NAMED_ACTIONS ? patternOf(item.actions, statement, facts) : undefined;
    const own = change === "gained" ? file.after : file.before;
    const by = nameOf(item.by, own);
    const except = exceptOf(item, own, file, facts, style);
    return {
      change,
      access: item.access,
      actions: item.actions,
      named: namedActions(item.actions, pattern, style),
      where: wordsOf(where),
      by: change === "lost" ? `${by} of the base` : by,
      statement: item.by,
      ...(except !== undefined && { except }),
      ...(other !== undefined && { other }),
      example: exampleOf(item, facts, style),
      ...(uncertain > 0 && { doubt: doubtOf(uncertain, item.actions.length) }),
    };
  });
}

interface Merged {
  readonly item: AccessItem;
  /** Actions of which no source tells whether they can be limited to resources. */
  readonly uncertain: number;
}

function merged(items: readonly AccessItem[]): readonly Merged[] {
  const found: Merged[] = [];
  for (const item of items) {
    const uncertain = item.isUncertain ? item.actions.length : 0;
    const at = found.findIndex(({ item: known }) => isAlike(known, item));
    const known = found[at];
    if (known === undefined) found.push({ item, uncertain });
    else {
      const actions = [...known.item.actions, ...item.actions].sort();
      found[at] = { item: { ...known.item, actions }, uncertain: known.uncertain + uncertain };
    }
  }
  return found;
}

function isAlike(one: AccessItem, other: AccessItem): boolean {
  return (
    one.access === other.access &&
    one.by.statement === other.by.statement &&
    one.deniedBy?.statement === other.deniedBy?.statement &&
    one.resources.join("\n") === other.resources.join("\n")
  );
}

function doubtOf(uncertain: number, all: number): string {
  const which = uncertain < all ? `${uncertain} of these` : all === 1 ? "this" : "these";
  return `no source tells whether ${which} can be limited to resources`;
}

/** `56 actions of trtc:*, such as trtc:DismissRoom, trtc:RemoveUser`. */
function namedActions(actions: readonly string[], pattern: string | undefined, { value }: Style): string {
  if (pattern === undefined) return list(actions.map(value), NAMED_ACTIONS);
  const some = actions.slice(0, SAMPLE).map(value).join(", ");
  return `${actions.length} actions of ${value(pattern)}, such as ${some}`;
}

/** What of a statement reaches all of these actions, without the prefix that some write. */
function patternOf(
  actions: readonly string[],
  statement: Statement,
  facts: DialectCatalog,
): string | undefined {
  const found = statement.actions.find(({ text }) => {
    const reached = new Set(facts.action(text).reached.map(({ fullName }) => fullName));
    return actions.every((action) => reached.has(action));
  });
  const reading = found && facts.action(found.text).reading;
  return reading?.kind === "action" ? `${reading.service}:${reading.name}` : undefined;
}

/** A name that no list has is one of ours, where the policy has a pattern. */
function exampleOf({ actions, witness }: AccessItem, facts: DialectCatalog, style: Style): string {
  const request = describeRequest(witness, facts, style);
  const isMadeUp = !actions.includes(witness.action) && facts.action(witness.action).action === undefined;
  return isMadeUp ? `${request} (a name made up for the pattern)` : request;
}

/** `trtc:RemoveUser on qcs::trtc:::sdkappid/1 with qcs:ip 10.0.0.1`. */
export function describeRequest(
  { action, resource, context }: AccessRequest,
  facts: DialectCatalog,
  { value }: Style,
): string {
  const on = resource === facts.dialect.anyResource ? " on everything" : ` on ${value(resource)}`;
  const keys = Object.entries(context).map(([key, values]) => {
    const held = values.length === 0 ? "without values" : values.map(value).join(", ");
    return `${value(key)} ${held}`;
  });
  return `${value(action)}${on}${keys.length === 0 ? "" : ` with ${keys.join(" and ")}`}`;
}
