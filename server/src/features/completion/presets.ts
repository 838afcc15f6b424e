// Proposals for the names of presets: as names in requests, as statements and actions inside a policy.
import * as l10n from "@vscode/l10n";
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import { coversPattern, type Dialect, isPattern, type PresetData } from "../../core/index.js";
import type { DocumentContext, NewStatement, PresetNameContext, StringContext } from "../cursor.js";
import { expandablePresets } from "../expandable-presets.js";
import { hasInOrder } from "../letters-in-order.js";
import { habitOf, prefixOf } from "./actions.js";
import { type Place, type Proposal, statementItem, stringItem, stringsItem, wholeItem } from "./insert.js";
import { presetScope } from "./preset-scope.js";
import { currentString } from "./slot.js";
import { policyBody, statementLines } from "./statement-body.js";

const RANK = { name: 1, unusualName: 2, policy: 3, statement: 5, actions: 8 } as const;

/** In the value of `PolicyName`: every name that the cloud knows. */
export function presetNames(place: Place, { dialect, slot }: PresetNameContext): CompletionItem[] {
  const { catalog } = place.services;
  // As where a file is read: the first dialect stands in where nothing tells.
  const [first] = catalog.dialects;
  const known = dialect ?? first;
  if (known === undefined) return [];
  return [...catalog.of(known).presets.values()].map((preset) => {
    const isUsual = preset.kind === "preset" || preset.kind === "policy";
    const rank = isUsual && preset.renamedTo === undefined ? RANK.name : RANK.unusualName;
    return stringItem(place, slot, proposalOf(preset, known, rank), [preset.name]);
  });
}

/** In a list of statements: one statement of the documented scope. */
export function presetStatements(place: Place, context: NewStatement): CompletionItem[] {
  const { policy, slot } = context;
  const { dialect } = policy;
  const facts = place.services.catalog.of(dialect);
  const prefix = prefixOf(policy.statements, facts);
  return expandablePresets(facts).map(({ preset, actions }) => {
    const proposal = proposalOf(preset, dialect, RANK.statement, actions.length);
    return statementItem(place, slot, proposal, [
      statementLines(
        actions.map((action) => withPrefix(action, prefix)),
        dialect,
        place,
      ),
    ]);
  });
}

/** In an empty document: a policy of the documented scope. */
export function presetPolicies(place: Place, { slot }: DocumentContext): CompletionItem[] {
  return place.services.catalog.dialects.flatMap((dialect) =>
    expandablePresets(place.services.catalog.of(dialect)).map(({ preset, actions }) => {
      const proposal = proposalOf(preset, dialect, RANK.policy, actions.length);
      return wholeItem(
        place,
        slot,
        proposal,
        policyBody([statementLines(actions, dialect, place)], dialect, place),
      );
    }),
  );
}

/** In a list of actions: those of its actions that the list does not hold yet. */
export function presetActions(place: Place, context: StringContext): CompletionItem[] {
  const { policy, statement, slot } = context;
  const typed = slot.text.slice(0, slot.at);
  if (typed.includes(":")) return [];
  const facts = place.services.catalog.of(policy.dialect);
  const current = currentString(slot);
  const prefix = habitOf(policy, context, facts);
  const others = statement.actions
    .filter((action) => action !== current)
    .map(({ text }) => withoutPrefix(text, prefix));
  const patterns = others.filter(isPattern);
  return expandablePresets(facts).flatMap(({ preset, actions }) => {
    if (!hasInOrder(preset.name, typed)) return [];
    const missing = actions.filter(
      (action) => !others.includes(action) && !patterns.some((pattern) => coversPattern(pattern, action)),
    );
    if (missing.length === 0) return [];
    const proposal = proposalOf(preset, policy.dialect, RANK.actions, missing.length);
    return [
      stringsItem(
        place,
        slot,
        proposal,
        missing.map((action) => withPrefix(action, prefix)),
      ),
    ];
  });
}

function proposalOf(preset: PresetData, { id }: Dialect, rank: number, actions?: number): Proposal {
  const count =
    actions === undefined
      ? KINDS[preset.kind]()
      : actions === 1
        ? l10n.t("1 action")
        : l10n.t("{count} actions", { count: actions });
  return {
    label: preset.name,
    kind: actions === undefined ? CompletionItemKind.Reference : CompletionItemKind.Snippet,
    detail: `${presetScope(preset)} · ${count}`,
    rank,
    data: { names: "preset", dialect: id },
  };
}

/** Every action of every service has no service to put it before. */
function withPrefix(action: string, prefix: string): string {
  return action === "*" ? action : prefix + action;
}

function withoutPrefix(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

const KINDS: Readonly<Record<PresetData["kind"], () => string>> = {
  preset: () => l10n.t("preset"),
  policy: () => l10n.t("system policy"),
  role: () => l10n.t("role"),
  "service-linked-role": () => l10n.t("for a role of the service itself"),
};
