// Puts a summary of access into words: what may be read and written, on what, and what stays unsure.
import {
  type AccessGroup,
  type Accounts,
  type Action,
  code,
  describeScope,
  enumerate,
  isPattern,
  list,
  MARKDOWN,
  plural,
  type Scope,
  type Summary,
} from "../core/index.js";
import type { Services } from "./document.js";

/** Names that are spelled out before the rest is counted. */
const NAMED_WRITES = 5;
const NAMED_SCOPES = 6;

/** Markdown: a headline, then one line for each group of actions that share their resources. */
export function describeSummary(summary: Summary, services: Services): string {
  const { allowed, denied, tooLarge } = summary;
  if (tooLarge) return "The policy is too large to say what it grants.";
  const lines = [`**${headline(summary)}**`, ""];
  for (const group of allowed) lines.push(`- ${describeGroup(group, services)}`);
  if (denied.length > 0 && allowed.length > 0) lines.push("", "Denied of it:", "");
  for (const group of denied) lines.push(`- ${describeGroup(group, services)}`);
  const unlisted = [...new Set([...allowed, ...denied].flatMap((group) => group.unlisted))];
  const names = unlisted.filter((text) => !isPattern(text)).map(code);
  const patterns = unlisted.filter(isPattern).map(code);
  const { date } = services.catalog;
  if (names.length > 0)
    lines.push("", `Not known to read or to write in the catalog of ${date}: ${list(names, NAMED_SCOPES)}`);
  if (patterns.length > 0) {
    const reach = patterns.length === 1 ? "reaches" : "reach";
    lines.push(
      "",
      `The catalog of ${date} does not list everything that ${list(patterns, NAMED_SCOPES)} ${reach}.`,
    );
  }
  return lines.join("\n");
}

/** `Read only: 12 read actions`, `Allows: 12 read and 3 write actions`, `Denies: 2 write actions`. */
export function headline({ allowed, denied }: Summary): string {
  if (allowed.length > 0) {
    const { read, write, unknown, patterns } = countActions(allowed);
    const readOnly = write + unknown + patterns === 0;
    const words = counts(read, write, unknown, patterns);
    return `${readOnly ? "Read only" : "Allows"}: ${words}${conditions(allowed)}`;
  }
  if (denied.length === 0) return "Grants nothing";
  const { read, write, unknown, patterns } = countActions(denied);
  return `Denies: ${counts(read, write, unknown, patterns)}${conditions(denied)}`;
}

function conditions(groups: readonly AccessGroup[]): string {
  return groups.every(({ conditional }) => conditional) ? ", under conditions" : "";
}

export interface ActionCounts {
  readonly read: number;
  readonly write: number;
  /** Single actions without a known access level. */
  readonly unknown: number;
  /** Patterns that reach actions that no list has. */
  readonly patterns: number;
}

/** An action counts once, on however many resources it stands. */
export function countActions(groups: readonly AccessGroup[]): ActionCounts {
  const distinct = (actions: readonly Action[]) => new Set(actions.map(({ fullName }) => fullName)).size;
  const unlisted = [...new Set(groups.flatMap((group) => group.unlisted))];
  const patterns = unlisted.filter(isPattern).length;
  return {
    read: distinct(groups.flatMap((group) => group.read)),
    write: distinct(groups.flatMap((group) => group.write)),
    unknown: unlisted.length - patterns,
    patterns,
  };
}

function describeGroup(group: AccessGroup, services: Services): string {
  const { write, on, except } = group;
  const name = group.service === "*" ? "Every service" : `${group.product ?? "Service"} \`${group.service}\``;
  const words = [`**${name}**: ${countGroup(group)} on ${describeScopes(on, services)}`];
  if (except.length > 0) words.push(`except ${describeScopes(except, services)}`);
  if (group.conditional) words.push("(conditional)");
  if (group.partlyDenied) words.push("(some of it may be denied)");
  const writes =
    write.length > 0
      ? `  \n  writes: ${list(
          write.map(({ name: action }) => code(action)),
          NAMED_WRITES,
        )}`
      : "";
  return words.join(" ") + writes;
}

/** Here there is room to name the patterns. */
function countGroup(group: AccessGroup): string {
  const { read, write, unknown } = countActions([group]);
  const patterns = group.unlisted.filter(isPattern).map(code);
  const parts = countParts(read, write, unknown);
  if (patterns.length === 0) return enumerate(parts);
  const more = `${list(patterns, NAMED_WRITES)} ${patterns.length === 1 ? "reaches" : "reach"}`;
  return `${enumerate([...parts, parts.length === 0 ? `whatever ${more}` : `whatever else ${more}`])},`;
}

function describeScopes(scopes: readonly Scope[], services: Services): string {
  return list(
    scopes.map((scope) => describeScope(scope, services.applications, MARKDOWN)),
    NAMED_SCOPES,
  );
}

/** `12 read and 3 write actions`; zero parts are left out. */
export function counts(read: number, write: number, unknown: number, patterns = 0): string {
  const parts = countParts(read, write, unknown);
  if (patterns > 0)
    parts.push(`${patterns} ${plural(patterns, "pattern")} reaching actions that no list has`);
  return parts.length === 0 ? "no actions" : enumerate(parts);
}

function countParts(read: number, write: number, unknown: number): string[] {
  const known = [...(read > 0 ? [`${read} read`] : []), ...(write > 0 ? [`${write} write`] : [])];
  return [
    ...(known.length > 0 ? [`${known.join(" and ")} ${plural(write || read, "action")}`] : []),
    ...(unknown > 0 ? [`${unknown} ${plural(unknown, "action")} of unknown access`] : []),
  ];
}

/** ` (main account)` for an account that the team has a name for; its number stands last: `uin/100012345678`. */
export function accountLabel(account: string, accounts: Accounts = {}): string {
  const number = account.slice(account.lastIndexOf("/") + 1);
  return Object.hasOwn(accounts, number) ? ` (${accounts[number]})` : "";
}
