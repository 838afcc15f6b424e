// Proposals for the names and plain values of the grammar: elements, versions, effects, whole statements.
import * as l10n from "@vscode/l10n";
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import type { Dialect, DialectCatalog, ElementRule, Statement } from "../../core/index.js";
import type { DocumentContext, ElementNameContext, ElementValueContext, NewStatement } from "../cursor.js";
import { type Body, choice, stop } from "./body.js";
import { createLabel } from "./in-both-languages.js";
import { keyItem, type Place, type Proposal, statementItem, stringItem, wholeItem } from "./insert.js";
import { nameOf, policyBody } from "./statement-body.js";
import { hasNoResources } from "./statement-services.js";

export function elementNames(place: Place, context: ElementNameContext): CompletionItem[] {
  const { policy, statement, slot } = context;
  const written = slot.map.entries
    .filter((entry) => entry !== slot.entry)
    .map(({ key }) => key.text.toLowerCase());
  const { catalog } = place.services;
  // Where nothing tells the dialect yet, the first name does.
  const isOpen = statement === undefined && written.length === 0;
  const dialects = isOpen
    ? [policy.dialect, ...catalog.dialects.filter(({ id }) => id !== policy.dialect.id)]
    : [policy.dialect];
  return dialects.flatMap((dialect, rank) => {
    const rules = statement === undefined ? dialect.elements.policy : dialect.elements.statement;
    return rules
      .filter(({ name, reserved }) => reserved !== true && !written.includes(name.toLowerCase()))
      .filter(({ role }) => role !== "resource" || !isUseless(statement, catalog.of(dialect)))
      .map((rule, order) => {
        const need = rule.required ? l10n.t("required") : l10n.t("optional");
        const detail = isOpen ? `${need} · ${dialect.title}` : need;
        const proposal = {
          label: rule.name,
          kind: CompletionItemKind.Property,
          detail,
          rank: rank + 1,
          order,
          data: { names: "element", dialect: dialect.id } as const,
          asksAgain: rule.role !== "version" && rule.role !== "effect",
        };
        return keyItem(place, slot, proposal, rule.name, skeleton(rule, dialect, place));
      });
  });
}

/** The element is no help where no service of the statement knows resources. */
function isUseless(statement: Statement | undefined, facts: DialectCatalog): boolean {
  return statement !== undefined && hasNoResources(statement, facts);
}

export function elementValues(place: Place, { kind, policy, slot }: ElementValueContext): CompletionItem[] {
  const { dialect } = policy;
  const proposal = (label: string, detail: string, order: number): Proposal => ({
    label,
    kind: CompletionItemKind.EnumMember,
    detail,
    rank: 1,
    order,
    isClosed: kind === "version" || kind === "effect",
  });
  switch (kind) {
    case "version":
      return [
        stringItem(place, slot, proposal(dialect.version.current, dialect.title, 0), [
          dialect.version.current,
        ]),
      ];
    case "effect": {
      const { allow, deny } = dialect.effects;
      return [
        stringItem(place, slot, proposal(allow, l10n.t("lets the actions happen"), 0), [allow]),
        stringItem(place, slot, proposal(deny, l10n.t("forbids the actions, whatever else allows them"), 1), [
          deny,
        ]),
      ];
    }
    case "statements":
      return [wholeItem(place, slot, proposal("[…]", l10n.t("list of statements"), 0), listBody(place))];
    case "condition":
      if (slot.opened) return [];
      return [
        wholeItem(place, slot, proposal("{…}", l10n.t("conditions by operator"), 0), ["{", stop(0), "}"]),
      ];
    default:
      return kind satisfies never;
  }
}

export function statements(place: Place, { policy, slot }: NewStatement): CompletionItem[] {
  const { dialect } = policy;
  const { allow, deny } = dialect.effects;
  const kinds = [
    { effect: allow, label: createLabel(allow)((l10n) => l10n.t("allow statement")) },
    { effect: deny, label: createLabel(deny)((l10n) => l10n.t("deny statement")) },
  ];
  return kinds.map(({ effect, label }, order) => {
    const proposal = {
      ...label,
      kind: CompletionItemKind.Snippet,
      detail: l10n.t("a new statement"),
      rank: 1,
      order: order + 1,
    };
    return statementItem(place, slot, proposal, emptyStatement(effect, dialect, place));
  });
}

/** A whole policy for an empty document, in each dialect. */
export function documents(place: Place, { slot }: DocumentContext): CompletionItem[] {
  const own = place.document.file.dialect?.id;
  return place.services.catalog.dialects.map((dialect) => {
    const body = policyBody([stop(0)], dialect, place);
    const proposal = {
      label: l10n.t("{title} policy", { title: dialect.title }),
      sort: dialect.id,
      kind: CompletionItemKind.Snippet,
      detail: l10n.t("version {version}", { version: dialect.version.current }),
      rank: dialect.id === own ? 1 : 2,
      filter: "{",
      asksAgain: true,
    };
    return wholeItem(place, slot, proposal, body);
  });
}

function emptyStatement(effect: string, dialect: Dialect, place: Place): Body {
  const { unit } = place.layout();
  const required = dialect.elements.statement.filter((rule) => rule.required && rule.role !== "effect");
  const entries = required.flatMap(
    (rule, at): Body => [`,\n${unit}"${rule.name}": [`, '"', stop(at + 1), '"]'],
  );
  return [`{\n${unit}"${nameOf(dialect, "effect")}": "${effect}"`, ...entries, "\n}"];
}

function skeleton(rule: ElementRule, dialect: Dialect, place: Place): Body {
  switch (rule.role) {
    case "version":
      return [`"${dialect.version.current}"`];
    case "effect":
      return ['"', choice(1, [dialect.effects.allow, dialect.effects.deny]), '"'];
    case "statement":
      return listBody(place);
    case "condition":
      return ["{", stop(0), "}"];
    default:
      return rule.shapes[0] === "string" ? ['"', stop(1), '"'] : ['["', stop(1), '"]'];
  }
}

function listBody(place: Place): Body {
  return [`[\n${place.layout().unit}`, stop(0), "\n]"];
}
