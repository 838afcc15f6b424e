// Proposals for an action string: services, their actions with access level, and wildcards with their reach.
import * as l10n from "@vscode/l10n";
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import {
  type Action,
  type DialectCatalog,
  isPattern,
  matchesPattern,
  namedResources,
  type Policy,
  type Service,
  type Statement,
  type StringValue,
  scopeOfService,
  verbPattern,
  wholeService,
} from "../../core/index.js";
import { actionCounts } from "../action-counts.js";
import type { StringContext } from "../cursor.js";
import { hasInOrder } from "../letters-in-order.js";
import { levelWord } from "../level-words.js";
import { segmentWord } from "../segment-words.js";
import { actionDetail, wordsOfActions } from "./action-detail.js";
import { type Place, type Proposal, stringItem } from "./insert.js";
import { currentString } from "./slot.js";
import { servicesOf } from "./statement-services.js";

export interface ActionItems {
  readonly items: CompletionItem[];
  /** More are known: editors ask again for each further character. */
  readonly isIncomplete: boolean;
}

const RANK = {
  needed: 0,
  own: 1,
  other: 2,
  service: 3,
  withoutEffect: 4,
  wildcard: 5,
  covered: 6,
  replaced: 7,
} as const;

export function actions(place: Place, context: StringContext): ActionItems {
  const { policy, statement, slot } = context;
  const facts = place.services.catalog.of(policy.dialect);
  const current = currentString(slot);
  const others = statement.actions.filter((action) => action !== current).map(({ text }) => text);
  const typed = splitPrefix(slot.text.slice(0, slot.at), facts);
  const prefix = typed.prefix || habitOf(policy, context, facts);
  const own = servicesOf(statement, facts, current);
  const colon = typed.rest.indexOf(":");
  const writing = { place, context, facts, others, prefix, typed, own };
  if (colon < 0) return beforeColon(writing);
  const written = typed.rest.slice(0, colon);
  const service = facts.service(written) ?? facts.service(facts.data.serviceAliases[written] ?? "");
  if (service !== undefined)
    return { items: ofService(writing, service, service.actions, written), isIncomplete: false };
  const isKnown = facts.data.serviceCodes.includes(written);
  return { items: isKnown ? [wholeServiceItem(writing, written)] : [], isIncomplete: false };
}

interface Writing {
  readonly place: Place;
  readonly context: StringContext;
  readonly facts: DialectCatalog;
  /** The other strings of the statement. */
  readonly others: readonly string[];
  /** What this file or list writes before the service, such as `name/`. */
  readonly prefix: string;
  readonly typed: { readonly prefix: string; readonly rest: string };
  readonly own: ReadonlySet<string>;
}

/** The service is not written yet: services, and the actions that fit what is written. */
function beforeColon(writing: Writing): ActionItems {
  const { facts, own, typed } = writing;
  const services = [...facts.services.values()];
  const listed = services.filter(({ code }) => typed.rest !== "" || own.size === 0 || own.has(code));
  const items = [
    ...services.map((service) => serviceItem(writing, service.code, service)),
    ...facts.data.serviceCodes
      .filter((code) => own.has(code) || (typed.rest !== "" && code.startsWith(typed.rest)))
      .map((code) => serviceItem(writing, code, undefined)),
    ...listed.flatMap((service) =>
      ofService(
        writing,
        service,
        service.actions.filter(({ fullName }) => hasInOrder(fullName, typed.rest)),
        service.code,
      ),
    ),
  ];
  return { items, isIncomplete: true };
}

function serviceItem(writing: Writing, code: string, service: Service | undefined): CompletionItem {
  const { own } = writing;
  const rank = own.size === 0 || own.has(code) ? RANK.own : RANK.service;
  const detail = service === undefined ? segmentWord("service") : `${service.product} · ${known(service)}`;
  const data =
    service === undefined ? {} : { data: { names: "service", dialect: writing.facts.dialect.id } as const };
  const proposal = {
    ...{ label: `${code}:`, kind: CompletionItemKind.Module, detail, rank, order: 0 },
    ...{ ...data, asksAgain: true },
  };
  return write(writing, proposal, `${code}:`, `${code}:`);
}

function ofService(
  writing: Writing,
  service: Service,
  candidates: readonly Action[],
  written: string,
): CompletionItem[] {
  const { facts, others, own } = writing;
  const product = service.product;
  const data = { names: "action", dialect: facts.dialect.id } as const;
  const usual = own.size === 0 || own.has(service.code) ? RANK.own : RANK.other;
  const taken = new Set(others.flatMap((text) => facts.action(text).action?.fullName ?? []));
  const patterns = others.filter(isPattern).map((text) => facts.action(text));
  const covered = new Set(patterns.flatMap(({ reached }) => reached));
  const needed = neededBy(others, service, facts);
  const words = wordsOfActions();
  const namesResources = namedResources(facts, writing.context.statement) !== undefined;
  const items = candidates
    .filter(({ fullName, exampleOnly }) => exampleOnly !== true && !taken.has(fullName))
    .map((action) => {
      const isCovered = covered.has(action);
      // Over named resources it allows and denies nothing.
      const hasEffect = !namesResources || action.level !== "operation";
      const by = needed.get(action);
      const rank = isCovered
        ? RANK.covered
        : action.replacedBy !== undefined
          ? RANK.replaced
          : !hasEffect
            ? RANK.withoutEffect
            : by === undefined
              ? usual
              : RANK.needed;
      const proposal = {
        label: action.fullName,
        kind: CompletionItemKind.Function,
        detail: actionDetail(action, product, { isCovered, hasEffect, by }, words),
        mark: words.marks[action.access ?? "unknown"],
        rank,
        data,
      };
      return write(writing, proposal, action.fullName, `${written}:${action.name}`);
    });
  return [...items, ...wildcards(writing, service, written, candidates.length < service.actions.length)];
}

function wildcards(
  writing: Writing,
  service: Service,
  written: string,
  isFiltered: boolean,
): CompletionItem[] {
  const { facts, others, typed } = writing;
  return [
    wholeService(service.code, facts),
    ...namePatterns(service).map((name) => `${service.code}:${name}`),
  ]
    .filter((text) => !others.includes(text) && (!isFiltered || hasInOrder(text, typed.rest)))
    .map((text) => wildcardItem(writing, text, written + text.slice(service.code.length)));
}

function wholeServiceItem(writing: Writing, code: string): CompletionItem {
  const text = wholeService(code, writing.facts);
  return wildcardItem(writing, text, text);
}

function wildcardItem(writing: Writing, text: string, filter: string): CompletionItem {
  const { reached, reachesUnlisted } = writing.facts.action(text);
  const writes = reached.some(({ access }) => access === "write");
  const reach = { actions: actionCounts(reached) };
  const detail =
    reached.length === 0
      ? l10n.t("every action")
      : reachesUnlisted
        ? l10n.t("reaches {actions} and unlisted ones", reach)
        : l10n.t("reaches {actions}", reach);
  const proposal = {
    label: text,
    kind: CompletionItemKind.Constant,
    detail,
    mark: reached.length === 0 ? "" : levelWord(writes ? "write" : "read"),
    rank: RANK.wildcard,
    data: { names: "action", dialect: writing.facts.dialect.id } as const,
  };
  return write(writing, proposal, text, filter);
}

/** `Describe*`, `images:*`, `*:get*`: the beginnings that at least two actions share. */
function namePatterns({ actions: known }: Service): string[] {
  const found = new Map<string, number>();
  const add = (pattern: string) => found.set(pattern, (found.get(pattern) ?? 0) + 1);
  for (const { name } of known) {
    const colon = name.indexOf(":");
    const verb = verbPattern(name);
    if (colon >= 0) add(`${name.slice(0, colon)}:*`);
    if (verb !== undefined) add(verb);
  }
  return [...found]
    .filter(([pattern, count]) => count > 1 && isUseful(pattern, known))
    .map(([pattern]) => pattern);
}

/** A pattern that reaches everything says no more than the whole service does. */
function isUseful(pattern: string, known: readonly Action[]): boolean {
  return known.some(({ name }) => !matchesPattern(pattern, name));
}

function write(writing: Writing, proposal: Proposal, text: string, filter: string): CompletionItem {
  const { place, context, prefix, typed } = writing;
  const typesPrefix = typed.prefix !== "" || (typed.rest !== "" && prefix.startsWith(typed.rest));
  const compared = typesPrefix ? prefix + filter : filter;
  const filtered = compared === proposal.label ? proposal : { ...proposal, filter: compared };
  return stringItem(place, context.slot, filtered, [prefix + text], {
    inList: context.slot.kind === "value",
  });
}

/** Actions that others of the statement depend on, where both can stand in one policy. */
function neededBy(
  others: readonly string[],
  service: Service,
  facts: DialectCatalog,
): ReadonlyMap<Action, string> {
  const needed = new Map<Action, string>();
  for (const text of others) {
    const { action } = facts.action(text);
    if (action?.dependencies === undefined || !haveOneScope(action.service, service.code, facts)) continue;
    for (const dependency of action.dependencies) {
      const found = facts.action(dependency).action;
      if (found?.service === service.code && !needed.has(found)) needed.set(found, action.fullName);
    }
  }
  return needed;
}

/** One policy is granted for the whole account or project by project, never both. */
function haveOneScope(one: string, other: string, facts: DialectCatalog): boolean {
  return scopeOfService(one, facts) === scopeOfService(other, facts);
}

function known({ actions: { length: count }, completeness }: Service): string {
  if (completeness !== "complete") return l10n.t("{count} known actions", { count });
  return l10n.t("{count} actions", { count });
}

/** `name/` and what follows it. */
function splitPrefix(text: string, { dialect }: DialectCatalog): { prefix: string; rest: string } {
  const prefix = text.slice(0, text.indexOf("/") + 1);
  const isPrefix =
    prefix !== "" && !prefix.includes(":") && dialect.readAction(`${prefix}a:A`).kind === "action";
  return isPrefix ? { prefix, rest: text.slice(prefix.length) } : { prefix: "", rest: text };
}

/** How the nearest other action is written: in this list, then anywhere in the policy. */
export function habitOf(policy: Policy, { statement, slot }: StringContext, facts: DialectCatalog): string {
  return prefixOf([statement, ...policy.statements], facts, currentString(slot));
}

/** `name/`, where the first actions of these statements have it. */
export function prefixOf(
  statements: readonly Statement[],
  facts: DialectCatalog,
  current?: StringValue,
): string {
  for (const { actions: written } of statements) {
    for (const action of written) {
      if (action === current || action.text === "*") continue;
      const { reading } = facts.action(action.text);
      if (reading.kind === "action") return reading.prefix;
    }
  }
  return "";
}
