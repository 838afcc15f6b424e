// One gained or lost item in words that every format for people shares.
import {
  type AccessItem,
  type AccessRequest,
  type Catalog,
  type DialectCatalog,
  describeConditions,
  describeResources,
  patternsMeet,
  type Statement,
  type Style,
} from "../../../core/index.js";
import type { PolicyText } from "../../policy-files.js";
import type { ComparedFile } from "./compared.js";

export type Change = "gained" | "lost";

export interface ItemWords {
  readonly change: Change;
  readonly access: AccessItem["access"];
  readonly actions: readonly string[];
  /** `everything only from 10.0.0.0/8`. */
  readonly where: string;
  /** `statement 2, line 7`, of the side that allows it. */
  readonly by: string;
  /** What the other side says of the same actions: `before: app 1 (Live prod)`; absent where it is hard to say. */
  readonly other?: string;
  readonly example: string;
  readonly isUncertain: boolean;
}

export function describeItem(
  item: AccessItem,
  change: Change,
  file: ComparedFile,
  { catalog, style }: { readonly catalog: Catalog; readonly style: Style },
): ItemWords {
  const { policy, statement } = item.by;
  const facts = catalog.of(policy.dialect);
  const other = otherSide(item, change, file, facts, style);
  return {
    change,
    access: item.access,
    actions: item.actions,
    where: placeOf(item.resources, statement, file, facts, style),
    by: `${nameOf(item.by, change === "gained" ? file.after : file.before)}${change === "lost" ? " of the base" : ""}`,
    ...(other !== undefined && { other }),
    example: describeRequest(item.witness, facts, style),
    isUncertain: item.isUncertain === true,
  };
}

/** `trtc:RemoveUser on qcs::trtc:::sdkappid/1 with qcs:ip 10.0.0.1`. */
export function describeRequest(
  { action, resource, context }: AccessRequest,
  facts: DialectCatalog,
  { value }: Style,
): string {
  const on = resource === facts.dialect.anyResource ? "" : ` on ${value(resource)}`;
  const keys = Object.entries(context).map(([key, values]) => {
    const held = values.length === 0 ? "without values" : values.map(value).join(", ");
    return `${value(key)} ${held}`;
  });
  return `${value(action)}${on}${keys.length === 0 ? "" : ` with ${keys.join(" and ")}`}`;
}

function placeOf(
  resources: readonly string[],
  statement: Statement,
  { applications }: ComparedFile,
  facts: DialectCatalog,
  style: Style,
): string {
  const conditions = describeConditions(statement, facts, style);
  const where = describeResources(resources, facts, applications, style);
  return conditions === null ? where : `${where}, ${conditions}`;
}

function nameOf({ policy, statement }: AccessItem["by"], text: PolicyText | undefined): string {
  const name = `statement ${statement.index + 1}`;
  return text === undefined ? name : `${name}, line ${text.lineOf(policy, statement.span)}`;
}

function otherSide(
  item: AccessItem,
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
  if (item.access === "unlisted" || !item.actions.every((one) => reaches(only, one, facts))) return undefined;
  const resources = only.resources.map(({ text }) => text);
  const all = only.resource === undefined ? [facts.dialect.anyResource] : resources;
  return `${when}: ${placeOf(all, only, file, facts, style)}`;
}

/** Whether a statement speaks of an action, or could, where no list has it. */
function reaches(statement: Statement, action: string, facts: DialectCatalog): boolean {
  const asked = keyOf(action, facts);
  return statement.actions.some(({ text }) => {
    const { reached } = facts.action(text);
    if (reached.some(({ fullName }) => fullName === action)) return true;
    return asked !== undefined && patternsMeet(keyOf(text, facts) ?? text, asked);
  });
}

function keyOf(action: string, facts: DialectCatalog): string | undefined {
  const { reading } = facts.action(action);
  if (reading.kind !== "action") return undefined;
  const key = `${reading.service}:${reading.name}`;
  return facts.dialect.actionCase === "sensitive" ? key : key.toLowerCase();
}
