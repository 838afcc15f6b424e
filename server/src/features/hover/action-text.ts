// What a hover says about an action, a wildcard, or a name that no list has.
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

const NAMED_ACTIONS = 8;

export function actionText(text: string, facts: DialectCatalog, services: Services): string | undefined {
  const resolved = facts.action(text);
  if (resolved.reading.kind === "malformed") return undefined; // The finding explains it.
  if (resolved.reading.kind === "other")
    return `${code(text)} is a permission of its own kind and is not looked into.`;
  if (resolved.isPattern) return patternText(resolved, services);
  if (resolved.action !== undefined) return oneAction(resolved.action, facts, services);
  const product = resolved.service?.product;
  return product === undefined
    ? `There is no catalog of actions for ${code(resolved.reading.service)}.`
    : `${code(text)} is not in the ${product} catalog of ${services.catalog.date}.`;
}

function oneAction(action: Action, facts: DialectCatalog, { catalog }: Services): string {
  const about = catalog.texts().actions[facts.dialect.id]?.[action.fullName];
  const product = facts.service(action.service)?.product ?? action.service;
  const lines = [`**${action.fullName}** · ${product}`, ""];
  if (about !== undefined) lines.push(`${about.summary}.`, "");
  lines.push(`- access: ${accessWords(action, about)}`);
  const level = levelWords(action, facts);
  if (level !== undefined) lines.push(`- resources: ${level}`);
  if (action.dependencies !== undefined && action.dependencies.length > 0) {
    lines.push(`- needs too: ${action.dependencies.map(code).join(", ")}`);
  }
  if (action.replacedBy !== undefined) lines.push(`- newer action: ${code(action.replacedBy)}`);
  if (action.exampleOnly === true) lines.push("- stands only in an official example, in no list of actions");
  if (about?.apis !== undefined && about.apis.length > 0)
    lines.push(`- APIs: ${about.apis.map(code).join(", ")}`);
  // Pages contradict each other and what is known from elsewhere: a note is theirs, not a claim of ours.
  if (about?.note !== undefined) lines.push("", `_From the sources:_ ${about.note}`);
  lines.push("", sourceLine(about, catalog.date));
  return lines.join("\n");
}

/** A level that is only inferred is said to be so: no vendor page states it. */
function accessWords(action: Action, about: ActionText | undefined): string {
  if (action.access === undefined) return "not known";
  const word = action.access === "list" ? "read (list)" : action.access;
  return about?.accessBasis === "inferred" ? `${word} (inferred; the vendor does not state it)` : word;
}

function levelWords({ level, service }: Action, facts: DialectCatalog): string | undefined {
  if (level === "operation")
    return `only ${code(facts.dialect.anyResource)}; it cannot be limited to single resources`;
  if (level === "resource") return "can be limited to single resources";
  const known = facts.service(service);
  if (known?.completeness === "complete" && known.resourceTypes.length === 0)
    return "has no resource-level authorization";
  return known?.completeness === "excerpt"
    ? undefined
    : "not known whether it can be limited to single resources";
}

function sourceLine(about: ActionText | undefined, date: string): string {
  const first = about?.sources[0];
  if (first === undefined) return `Catalog of ${date}`;
  return /^https:\S+$/.test(first)
    ? `[Source](${first}), catalog of ${date}`
    : `Source: ${first}, catalog of ${date}`;
}

function patternText(
  { text, reached, service, reachesUnlisted }: ResolvedAction,
  { catalog }: Services,
): string {
  const read = reached.filter(({ access }) => access === "read" || access === "list");
  const write = reached.filter(({ access }) => access === "write");
  const unlisted = reached.filter(({ access }) => access === undefined);
  const lines = [
    `**${text.replaceAll("*", "\\*")}** reaches ${counts(read.length, write.length, unlisted.length)}`,
    "",
  ];
  for (const [word, actions] of [
    ["write", write],
    ["read", read],
    ["access not known", unlisted],
  ] as const) {
    if (actions.length === 0) continue;
    const names = actions.map(({ name, fullName }) => code(service === undefined ? fullName : name));
    lines.push(`- ${word}: ${list(names, NAMED_ACTIONS)}`);
  }
  if (reachesUnlisted)
    lines.push("", `It also reaches actions that the catalog of ${catalog.date} does not list.`);
  return lines.join("\n");
}
