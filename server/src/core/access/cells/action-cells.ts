// Which actions can a comparison tell apart? Actions that the same statements name, and that resources matter to in
// the same way, form a cell: whatever is true of one of them is true of all. Beside the actions of the lists there
// are those that no list has: what patterns still reach in services whose lists are incomplete or unknown.
import { listedKey } from "../../catalog/action-names.js";
import type { Action, DialectCatalog } from "../../catalog/catalog.js";
import type { CompiledStatement } from "../compiled.js";
import { matchesAction, type Subject, subjectFor } from "../question.js";
import { type Bits, bitAt } from "./bits.js";
import { type Budget, spend } from "./budget.js";
import { samplesFor, segmentCells } from "./segment-cells.js";

export interface ActionCell {
  /** The statements that name the actions, by their places in the list. */
  readonly named: Bits;
  /** One of the actions, which stands for all. */
  readonly subject: Subject;
  /** Empty where no list has the action. */
  readonly listed: readonly Action[];
}

export interface ActionCells {
  readonly cells: readonly ActionCell[];
  /** Services whose patterns overlap in too many ways to be looked through. */
  readonly undecided: readonly string[];
}

export function actionCells(
  statements: readonly CompiledStatement[],
  facts: DialectCatalog,
  budget: Budget,
): ActionCells {
  const cells: ActionCell[] = listedCells(statements, facts);
  const undecided: string[] = [];
  const patterns = new Set(statements.flatMap(({ actions }) => actions));
  for (const service of servicesOf(patterns, facts)) {
    if (facts.service(service)?.completeness === "complete") continue;
    const names = unlistedNames(service, patterns, facts, budget);
    if (names === undefined || !spend(budget, names.length * statements.length)) {
      undecided.push(service);
      continue;
    }
    for (const name of names) cells.push(unlistedCell(`${service}:${name}`, statements, facts));
  }
  // Permissions that are no actions of a service match themselves alone.
  for (const text of patterns) {
    if (text !== "*" && !text.includes(":")) cells.push(unlistedCell(text, statements, facts));
  }
  return { cells, undecided };
}

function listedCells(statements: readonly CompiledStatement[], facts: DialectCatalog): ActionCell[] {
  const named = new Map<Action, Bits>();
  for (const [at, { actions }] of statements.entries()) {
    for (const text of actions) {
      for (const action of reachedBy(text, facts)) named.set(action, (named.get(action) ?? 0n) | bitAt(at));
    }
  }
  const cells = new Map<string, { named: Bits; subject: Subject; listed: Action[] }>();
  for (const [action, bits] of named) {
    const subject = subjectFor(listedKey(action, facts.dialect), facts.service(action.service), action);
    const key = `${bits} ${subject.reach} ${action.service}`;
    const known = cells.get(key);
    if (known === undefined) cells.set(key, { named: bits, subject, listed: [action] });
    else known.listed.push(action);
  }
  return [...cells.values()];
}

function reachedBy(text: string, facts: DialectCatalog): readonly Action[] {
  if (text !== "*") return facts.action(text).reached;
  return [...facts.services.values()].flatMap(({ actions }) => actions);
}

function unlistedCell(
  key: string,
  statements: readonly CompiledStatement[],
  facts: DialectCatalog,
): ActionCell {
  let named = 0n;
  for (const [at, { actions }] of statements.entries()) if (matchesAction(actions, key)) named |= bitAt(at);
  const service = facts.service(key.slice(0, Math.max(0, key.indexOf(":"))));
  return { named, subject: subjectFor(key, service, undefined), listed: [] };
}

const EVERY_SERVICE = "*";

/** Those that patterns name; where some pattern is about every service, all that have a list, and one that has none. */
function servicesOf(patterns: ReadonlySet<string>, { services, data }: DialectCatalog): ReadonlySet<string> {
  const named = new Set<string>();
  for (const text of patterns) {
    if (text === "*") named.add(EVERY_SERVICE);
    else if (text.includes(":")) named.add(text.slice(0, text.indexOf(":")));
  }
  if (!named.delete(EVERY_SERVICE)) return named;
  for (const code of services.keys()) named.add(code);
  const other = [...data.serviceCodes, "x", "xx"].find((code) => !named.has(code));
  if (other !== undefined) named.add(other);
  return named;
}

/** One name for each combination of patterns that only a name outside the list fits. */
function unlistedNames(
  service: string,
  patterns: ReadonlySet<string>,
  facts: DialectCatalog,
  budget: Budget,
): readonly string[] | undefined {
  const listed = facts.service(service)?.byName ?? new Map<string, Action>();
  const parts = facts.dialect.forms.action.split(":").length - 1;
  const names: (readonly string[])[] = [];
  for (const text of patterns) {
    const name = nameIn(service, text, parts);
    if (name !== undefined && !listed.has(name.join(":"))) names.push(name);
  }
  if (names.length === 0) return [];
  const filling = facts.dialect.actionCase === "insensitive" ? "x" : "X";
  const listedParts = [...listed.keys()].map((name) => name.split(":"));
  const cells = segmentCells(
    names,
    (texts, place) => {
      const taken = new Set(listedParts.map((name) => name[place] ?? ""));
      return samplesFor(texts, (pattern) => pattern.replaceAll("*", filling), taken.add(""), budget);
    },
    budget,
  );
  return cells?.map(({ segments }) => segments.join(":")).filter((name) => !listed.has(name));
}

/** The name part of a pattern, cut at its colons; undefined where it is about another service. */
function nameIn(service: string, text: string, parts: number): readonly string[] | undefined {
  if (text === "*") return Array.from({ length: parts }, () => "*");
  const colon = text.indexOf(":");
  const code = text.slice(0, colon);
  if (colon < 0 || (code !== service && code !== EVERY_SERVICE)) return undefined;
  const name = text.slice(colon + 1).split(":");
  return name.length === parts ? name : undefined;
}
