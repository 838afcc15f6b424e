// What is said of the words of the grammar: elements by the part they play, versions, services.
import * as l10n from "@vscode/l10n";
import {
  alternatives,
  code,
  type Dialect,
  type DialectCatalog,
  type ElementRole,
  type ElementRule,
  scopeOfService,
} from "../../core/index.js";
import { actionCounts } from "../action-counts.js";

/** Undefined for elements that no custom policy has: findings explain them. */
export function elementText(name: string, facts: DialectCatalog): string | undefined {
  const rule = ruleNamed(name, facts.dialect);
  if (rule === undefined || rule.reserved === true) return undefined;
  const shapes = rule.shapes.map((shape) => SHAPES[shape]());
  const need = rule.required ? l10n.t("required") : l10n.t("optional");
  const lines = [`**${rule.name}** · ${need} · ${alternatives(shapes, shapes.length)}`, ""];
  lines.push(...MEANINGS[rule.role](facts));
  const limit = limitOf(rule.role, facts.dialect);
  if (limit !== undefined) lines.push("", limit);
  lines.push("", `[${l10n.t("Reference")}](${facts.dialect.reference})`);
  return lines.join("\n");
}

/** What the number is the version of. */
export function versionText(text: string, { version, title }: Dialect): string {
  if (text === version.current)
    return l10n.t("**{version}** · the version of {title} policies", { version: text, title });
  const mistaken = Object.hasOwn(version.mistaken, text) ? version.mistaken[text]?.() : undefined;
  if (mistaken !== undefined)
    return l10n.t("**{version}** · {mistaken}; {title} policies have {current}", {
      ...{ version: text, mistaken, title, current: code(version.current) },
    });
  return l10n.t("**{version}** · not the version of {title} policies, which is {current}", {
    ...{ version: text, title, current: code(version.current) },
  });
}

export function serviceText(name: string, facts: DialectCatalog, date: string): string | undefined {
  const service = facts.service(name);
  if (service === undefined) return undefined;
  const { actions, completeness, product } = service;
  const lines = [
    `**${service.code}** · ${product}`,
    "",
    COMPLETENESS[completeness](date, actionCounts(actions)),
  ];
  const scope = scopeOfService(service.code, facts);
  if (scope !== undefined) lines.push("", SCOPES[scope]());
  if (service.resourceTemplates.length > 0) {
    lines.push(
      "",
      l10n.t("Resources:"),
      "",
      ...service.resourceTemplates.map((template) => `- ${code(template)}`),
    );
  }
  return lines.join("\n");
}

const SHAPES = {
  string: () => l10n.t("text"),
  list: () => l10n.t("list"),
  map: () => l10n.t("object"),
} as const;

const MEANINGS: Readonly<Record<ElementRole, (facts: DialectCatalog) => readonly string[]>> = {
  version: ({ dialect }) => [
    l10n.t("The version of the policy language, {version}.", { version: code(dialect.version.current) }),
  ],
  statement: () => [
    l10n.t("What the policy allows and denies, one object for each."),
    l10n.t("A deny wins over every allow."),
  ],
  effect: ({ dialect: { effects } }) => [
    l10n.t("{allow} lets the actions happen, {deny} forbids them whatever else allows them.", {
      allow: code(effects.allow),
      deny: code(effects.deny),
    }),
  ],
  action: ({ dialect }) => [
    l10n.t("The actions that the statement is about, written {form}.", { form: code(dialect.forms.action) }),
    l10n.t("{star} stands for any characters.", { star: code("*") }),
  ],
  resource: (facts) => [
    l10n.t("What the actions may be carried out on, written {form}.", {
      form: code(facts.dialect.forms.resource),
    }),
    ...(facts.resource(facts.dialect.anyResource).kind === "resource"
      ? [l10n.t("{any} alone is every resource.", { any: code(facts.dialect.anyResource) })]
      : []),
    ...(isOptional("resource", facts.dialect) ? [l10n.t("Without it, every resource is meant.")] : []),
  ],
  condition: () => [
    l10n.t("When the statement counts: operators, under each of them keys, under each of these values."),
    l10n.t(
      "All operators and all keys must hold; of the values of a key one is enough, and with a negated operator none may fit.",
    ),
  ],
  principal: () => [],
  "not-action": () => [],
  depends: () => [],
};

const COMPLETENESS = {
  complete: (date: string, actions: string) =>
    l10n.t("Every action, in the catalog of {date}: {actions}.", { date, actions }),
  partial: (date: string, actions: string) =>
    l10n.t("Known actions in the catalog of {date}, whose list is not complete: {actions}.", {
      date,
      actions,
    }),
  excerpt: (date: string, actions: string) =>
    l10n.t("In the catalog of {date} only the actions that others depend on: {actions}.", { date, actions }),
} as const;

const SCOPES = {
  global: () =>
    l10n.t("Granted for the whole account: its actions belong in a policy without those of projects."),
  project: () =>
    l10n.t("Granted project by project: its actions belong in a policy without those of global services."),
} as const;

function limitOf(role: ElementRole, { limits }: Dialect): string | undefined {
  switch (role) {
    case "statement":
      return atMost(limits.statements, (count) =>
        count === 1 ? l10n.t("1 statement") : l10n.t("{count} statements", { count }),
      );
    case "action":
      return atMost(limits.actions, (count) =>
        count === 1 ? l10n.t("1 action") : l10n.t("{count} actions", { count }),
      );
    case "resource":
      return atMost(limits.resources, (count) =>
        count === 1 ? l10n.t("1 resource") : l10n.t("{count} resources", { count }),
      );
    case "condition":
      return atMost(limits.conditions, (count) =>
        count === 1 ? l10n.t("1 operator") : l10n.t("{count} operators", { count }),
      );
    default:
      return undefined;
  }
}

function atMost(most: number | undefined, counted: (count: number) => string): string | undefined {
  return most === undefined ? undefined : l10n.t("At most {limit}.", { limit: counted(most) });
}

function isOptional(role: ElementRole, { elements }: Dialect): boolean {
  return elements.statement.some((rule) => rule.role === role && !rule.required);
}

function ruleNamed(name: string, { elements }: Dialect): ElementRule | undefined {
  const folded = name.toLowerCase();
  return [...elements.policy, ...elements.statement].find((rule) => rule.name.toLowerCase() === folded);
}
