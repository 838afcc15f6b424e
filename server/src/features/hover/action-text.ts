// What a hover says about an action, a wildcard, or a name that no list has.
import * as l10n from "@vscode/l10n";
import {
  type Action,
  type ActionText,
  code,
  counts,
  type DialectCatalog,
  list,
  type ResolvedAction,
} from "../../core/index.js";
import type { Services } from "../document.js";
import { levelWord } from "../level-words.js";

const NAMED_ACTIONS = 8;

export function actionText(text: string, facts: DialectCatalog, services: Services): string | undefined {
  const resolved = facts.action(text);
  if (resolved.reading.kind === "malformed") return undefined; // The finding explains it.
  if (resolved.reading.kind === "other")
    return l10n.t("{text} is a permission of its own kind and is not looked into.", { text: code(text) });
  if (resolved.isPattern) return patternText(resolved, services);
  if (resolved.action !== undefined) return oneAction(resolved.action, facts, services);
  const product = resolved.service?.product;
  return product === undefined
    ? noCatalogText(resolved.reading.service)
    : l10n.t("{action} is not in the {product} catalog of {date}.", {
        ...{ action: code(text), product, date: services.catalog.date },
      });
}

export function noCatalogText(service: string): string {
  return l10n.t("There is no catalog of actions for {service}.", { service: code(service) });
}

function oneAction(action: Action, facts: DialectCatalog, { catalog }: Services): string {
  const about = catalog.texts().actions[facts.dialect.id]?.[action.fullName];
  const product = facts.service(action.service)?.product ?? action.service;
  const lines = [`**${action.fullName}** · ${product}`, ""];
  if (about !== undefined) lines.push(l10n.t("{sentence}.", { sentence: about.summary }), "");
  const facets = facetsOf(action, about, facts);
  lines.push(...facets.map((facet) => `- ${facet}`));
  // Pages contradict each other and what is known from elsewhere: a note is theirs, not a claim of ours.
  if (about?.note !== undefined) lines.push("", l10n.t("_From the sources:_ {note}", { note: about.note }));
  lines.push("", sourceLine(about, catalog.date));
  return lines.join("\n");
}

function facetsOf(action: Action, about: ActionText | undefined, facts: DialectCatalog): readonly string[] {
  const { dependencies = [], replacedBy, exampleOnly } = action;
  const apis = about?.apis ?? [];
  const level = levelWords(action, facts);
  return [
    l10n.t("access: {access}", { access: accessWords(action, about) }),
    ...(level === undefined ? [] : [l10n.t("resources: {level}", { level })]),
    ...(dependencies.length === 0 ? [] : [l10n.t("needs too: {actions}", { actions: allOf(dependencies) })]),
    ...(replacedBy === undefined ? [] : [l10n.t("newer action: {action}", { action: code(replacedBy) })]),
    ...(exampleOnly === true ? [l10n.t("stands only in an official example, in no list of actions")] : []),
    ...(apis.length === 0 ? [] : [l10n.t("APIs: {names}", { names: allOf(apis) })]),
  ];
}

function allOf(names: readonly string[]): string {
  return list(names.map(code), names.length);
}

/** A level that is only inferred is said to be so: no vendor page states it. */
function accessWords(action: Action, about: ActionText | undefined): string {
  if (action.access === undefined) return l10n.t("not known");
  const access = action.access === "list" ? l10n.t("read (list)") : levelWord(action.access);
  return about?.accessBasis === "inferred"
    ? l10n.t("{access} (inferred; the vendor does not state it)", { access })
    : access;
}

function levelWords({ level, service }: Action, facts: DialectCatalog): string | undefined {
  if (level === "operation")
    return l10n.t("only {any}; it cannot be limited to single resources", {
      any: code(facts.dialect.anyResource),
    });
  if (level === "resource") return l10n.t("can be limited to single resources");
  const known = facts.service(service);
  if (known?.completeness === "complete" && known.resourceTypes.length === 0)
    return l10n.t("has no resource-level authorization");
  return known?.completeness === "excerpt"
    ? undefined
    : l10n.t("not known whether it can be limited to single resources");
}

function sourceLine(about: ActionText | undefined, date: string): string {
  const source = about?.sources[0];
  if (source === undefined) return l10n.t("Catalog of {date}", { date });
  return /^https:\S+$/.test(source)
    ? l10n.t("[Source]({source}), catalog of {date}", { source, date })
    : l10n.t("Source: {source}, catalog of {date}", { source: sourceName(source), date });
}

/** What stands in repositories may be a copy of a page that is gone, and says so in the facts. */
function sourceName(source: string): string {
  const [, place, page, years] = COPY.exec(source) ?? OLDER_COPY.exec(source) ?? [];
  if (place === undefined || page === undefined) return source;
  return years === undefined
    ? l10n.t("{place} (older copy of {page})", { place, page })
    : l10n.t("{place} (copy of {page}, about {years})", { place, page, years });
}

const COPY = /^(\S+) \(copy of ([^\s,]+), about (\S+)\)$/;
const OLDER_COPY = /^(\S+) \(older copy of (\S+)\)$/;

function patternText(
  { text, reached, service, reachesUnlisted }: ResolvedAction,
  { catalog }: Services,
): string {
  const read = reached.filter(({ access }) => access === "read" || access === "list");
  const write = reached.filter(({ access }) => access === "write");
  const unlisted = reached.filter(({ access }) => access === undefined);
  const pattern = text.replaceAll("*", "\\*");
  const actions = counts(read.length, write.length, unlisted.length);
  const title =
    reached.length === 0
      ? l10n.t("**{pattern}** reaches no actions", { pattern })
      : l10n.t("**{pattern}** reaches {actions}", { pattern, actions });
  const lines = [title, ""];
  const named = (known: readonly Action[]) =>
    list(
      known.map(({ name, fullName }) => code(service === undefined ? fullName : name)),
      NAMED_ACTIONS,
    );
  if (write.length > 0) lines.push(`- ${l10n.t("write: {actions}", { actions: named(write) })}`);
  if (read.length > 0) lines.push(`- ${l10n.t("read: {actions}", { actions: named(read) })}`);
  if (unlisted.length > 0)
    lines.push(`- ${l10n.t("access not known: {actions}", { actions: named(unlisted) })}`);
  if (reachesUnlisted) {
    const { date } = catalog;
    lines.push("", l10n.t("It also reaches actions that the catalog of {date} does not list.", { date }));
  }
  return lines.join("\n");
}
