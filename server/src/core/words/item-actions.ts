// The actions of an item of a comparison in a few words: `56 actions of trtc:*, such as trtc:DismissRoom`.
import * as l10n from "@vscode/l10n";
import type { AccessItem } from "../access/comparison/comparison.js";
import type { DialectCatalog } from "../catalog/catalog.js";
import { isPattern } from "../catalog/pattern.js";
import type { Statement } from "../policy/model.js";
import { fill } from "./fill.js";
import { list } from "./lists.js";
import type { Style } from "./style.js";

/** Actions that are spelled out before the rest is counted, and those that stand for many. */
export const NAMED_ACTIONS = 6;
const SAMPLE = 3;

export function describeActions(item: AccessItem, facts: DialectCatalog, style: Style): string {
  if (item.access === "unlisted") return namedRest(item, facts, style);
  const isMany = item.actions.length > NAMED_ACTIONS;
  const pattern = isMany ? patternOf(item.actions, item.by.statement, facts) : undefined;
  return namedActions(item, pattern, style);
}

/** What the actions do, in one word. */
export function describeAccess(access: AccessItem["access"]): string {
  return ACCESSES[access]();
}

const ACCESSES: Readonly<Record<AccessItem["access"], () => string>> = {
  write: () => l10n.t("write"),
  unlisted: () => l10n.t("unlisted"),
  read: () => l10n.t("read"),
};

/** `56 actions of trtc:*, such as trtc:DismissRoom, trtc:RemoveUser`. */
function namedActions({ actions }: AccessItem, pattern: string | undefined, { value }: Style): string {
  if (pattern === undefined) return list(actions.map(value), NAMED_ACTIONS);
  return fill(l10n.t("{count} actions of {pattern}, such as {some}"), {
    count: actions.length,
    pattern: value(pattern),
    some: list(actions.slice(0, SAMPLE).map(value), SAMPLE),
  });
}

/** `trtc:NewAction and whatever else trtc:* reaches`: what the pattern reaches of a list is told of by itself. */
function namedRest({ actions }: AccessItem, facts: DialectCatalog, { value }: Style): string {
  const names = actions.filter((text) => !isPattern(text));
  const patterns = actions.filter(isPattern);
  const named = list(names.map(value), NAMED_ACTIONS);
  if (patterns.length === 0) return named;
  const isMore = patterns.some((text) => facts.action(text).reached.length > 0);
  const rest = describeReach(patterns.map(value), NAMED_ACTIONS, isMore);
  return names.length === 0 ? rest : fill(l10n.t("{actions} and {rest}"), { actions: named, rest });
}

/** What no list has: `whatever "trtc:*" reaches`, `whatever else` where some of it has been told. */
export function describeReach(patterns: readonly string[], most: number, isMore: boolean): string {
  const values = { patterns: list(patterns, most) };
  if (patterns.length === 1) {
    return fill(
      isMore ? l10n.t("whatever else {patterns} reaches") : l10n.t("whatever {patterns} reaches"),
      values,
    );
  }
  return fill(
    isMore ? l10n.t("whatever else {patterns} reach") : l10n.t("whatever {patterns} reach"),
    values,
  );
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
