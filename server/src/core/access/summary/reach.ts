// What one statement speaks of, before it is known whether anything else denies it: actions, each on scopes.
import type { Action, DialectCatalog, ResolvedAction } from "../../catalog/catalog.js";
import { isWithoutResources } from "../../catalog/resources.js";
import type { Policy, Statement } from "../../policy/model.js";
import { requiresInStatement } from "../../policy/walk.js";
import { testsKeyOf } from "../compiled.js";
import { UNKNOWN_LEVEL } from "../readings.js";
import { EVERYTHING, reachesService, type Scope, scopeOf } from "./scope.js";

/** One action, or the actions that no list has behind one pattern or name. */
export type Atom =
  | { readonly kind: "listed"; readonly action: Action }
  | { readonly kind: "unlisted"; readonly service: string; readonly name: string };

export interface Reach {
  readonly atom: Atom;
  readonly share: Share;
}

/** What actions of one statement have in common: the same object for all of one service and level. */
export interface Share {
  /** Not empty: what reaches nothing is left out. */
  readonly scopes: readonly Scope[];
  readonly statement: Statement;
  /** Equal for conditions that test the same; empty without any. */
  readonly conditionKey: string;
}

export interface StatementReach {
  readonly reaches: readonly Reach[];
  /** Parts of the statement could not be understood and are left out. */
  readonly incomplete: boolean;
}

export function reachOf(statement: Statement, { dialect }: Policy, facts: DialectCatalog): StatementReach {
  const scopes = scopesOf(statement, facts, requiresInStatement(dialect, "resource"));
  const resolved = statement.actions.map(({ text }) => facts.action(text));
  // What cannot be read is like nothing else.
  const conditionKey = testsKeyOf(statement, facts) ?? `? ${statement.index}`;
  const atoms = new Map<string, Atom>();
  for (const action of resolved) for (const atom of atomsOf(action)) atoms.set(atomKey(atom), atom);
  const shareOf = createShares(scopes.scopes, facts, { statement, conditionKey });
  const reaches: Reach[] = [];
  for (const atom of atoms.values()) {
    const share = shareOf(atom);
    if (share.scopes.length > 0) reaches.push({ atom, share });
  }
  const malformed = resolved.some(({ reading }) => reading.kind !== "action");
  const silent = statement.actions.length === 0 || statement.notAction !== undefined;
  return { reaches, incomplete: malformed || silent || scopes.incomplete };
}

export function atomKey(atom: Atom): string {
  return atom.kind === "listed" ? atom.action.fullName : `?${atom.service}:${atom.name}`;
}

export function serviceOf(atom: Atom): string {
  return atom.kind === "listed" ? atom.action.service : atom.service.toLowerCase();
}

function scopesOf(statement: Statement, facts: DialectCatalog, required: boolean) {
  if (statement.resource === undefined) return { scopes: required ? [] : [EVERYTHING], incomplete: required };
  const scopes: Scope[] = [];
  for (const { text } of statement.resources) {
    const reading = facts.resource(text);
    if (reading.kind === "resource") scopes.push(scopeOf(text, reading));
  }
  return { scopes, incomplete: scopes.length < statement.resources.length || scopes.length === 0 };
}

/** What one action string reaches: listed actions, and the unlisted rest behind it. */
export function atomsOf({ reading, reached, reachesUnlisted }: ResolvedAction): readonly Atom[] {
  const listed = reached.map((action): Atom => ({ kind: "listed", action }));
  if (!reachesUnlisted || reading.kind !== "action") return listed;
  return [...listed, { kind: "unlisted", service: reading.service, name: reading.name }];
}

/** With the scopes on which a permission for an action has an effect; worked out once for each service and level. */
function createShares(
  scopes: readonly Scope[],
  facts: DialectCatalog,
  common: Omit<Share, "scopes">,
): (atom: Atom) => Share {
  const ofService = (code: string) => {
    const service = facts.service(code);
    if (service !== undefined && isWithoutResources(service)) return [EVERYTHING];
    return code === "*" ? scopes : scopes.filter((scope) => reachesService(scope, code));
  };
  const [all, operations] = [new Map<string, Share>(), new Map<string, Share>()];
  return (atom) => {
    const code = atom.kind === "listed" ? atom.action.service : atom.service;
    const known = isOperation(atom) ? operations : all;
    const share = known.get(code);
    if (share !== undefined) return share;
    const reached = ofService(code);
    const isLimited = known === operations;
    const made = {
      ...common,
      scopes: isLimited ? reached.filter(({ kind }) => kind === "everything") : reached,
    };
    known.set(code, made);
    return made;
  };
}

/** An action of level `operation` is permitted on everything or not at all. */
function isOperation(atom: Atom): boolean {
  return atom.kind === "listed" && (atom.action.level ?? UNKNOWN_LEVEL) === "operation";
}
