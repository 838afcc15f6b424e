// What is said of the words of the grammar: elements by the part they play, versions, services.
import {
  code,
  counts,
  type Dialect,
  type DialectCatalog,
  type ElementRole,
  type ElementRule,
  plural,
  scopeOfService,
} from "../../core/index.js";

/** Undefined for elements that no custom policy has: findings explain them. */
export function elementText(name: string, facts: DialectCatalog): string | undefined {
  const rule = ruleNamed(name, facts.dialect);
  if (rule === undefined || rule.reserved === true) return undefined;
  const shapes = [...rule.shapes].map((shape) => SHAPES[shape]).join(" or ");
  const lines = [`**${rule.name}** · ${rule.required ? "required" : "optional"} · ${shapes}`, ""];
  lines.push(...MEANINGS[rule.role](facts));
  const limit = limitOf(rule.role, facts.dialect);
  if (limit !== undefined) lines.push("", limit);
  lines.push("", `[Reference](${facts.dialect.reference})`);
  return lines.join("\n");
}

/** What the number is the version of. */
export function versionText(text: string, { version, title }: Dialect): string {
  if (text === version.current) return `**${text}** · the version of ${title} policies`;
  const mistaken = Object.hasOwn(version.mistaken, text) ? version.mistaken[text] : undefined;
  if (mistaken !== undefined)
    return `**${text}** · ${mistaken}; ${title} policies have ${code(version.current)}`;
  return `**${text}** · not the version of ${title} policies, which is ${code(version.current)}`;
}

export function serviceText(name: string, facts: DialectCatalog, date: string): string | undefined {
  const service = facts.service(name);
  if (service === undefined) return undefined;
  const { actions, completeness, product } = service;
  const of = (...levels: (string | undefined)[]) =>
    actions.filter(({ access }) => levels.includes(access)).length;
  const lines = [
    `**${service.code}** · ${product}`,
    "",
    `${COMPLETENESS[completeness](date)}: ${counts(of("read", "list"), of("write"), of(undefined))}.`,
  ];
  const scope = scopeOfService(service.code, facts);
  if (scope !== undefined) lines.push("", SCOPES[scope]);
  if (service.resourceTemplates.length > 0) {
    lines.push("", "Resources:", "", ...service.resourceTemplates.map((template) => `- ${code(template)}`));
  }
  return lines.join("\n");
}

const SHAPES = { string: "text", list: "list", map: "object" } as const;

const MEANINGS: Readonly<Record<ElementRole, (facts: DialectCatalog) => readonly string[]>> = {
  version: ({ dialect }) => [`The version of the policy language, ${code(dialect.version.current)}.`],
  statement: () => [
    "What the policy allows and denies, one object for each.",
    "A deny wins over every allow.",
  ],
  effect: ({ dialect: { effects } }) => [
    `${code(effects.allow)} lets the actions happen, ${code(effects.deny)} forbids them whatever else allows them.`,
  ],
  action: ({ dialect }) => [
    `The actions that the statement is about, written ${code(dialect.forms.action)}.`,
    `${code("*")} stands for any characters.`,
  ],
  resource: (facts) => [
    `What the actions may be carried out on, written ${code(facts.dialect.forms.resource)}.`,
    ...(facts.resource(facts.dialect.anyResource).kind === "resource"
      ? [`${code(facts.dialect.anyResource)} alone is every resource.`]
      : []),
    ...(isOptional("resource", facts.dialect) ? ["Without it, every resource is meant."] : []),
  ],
  condition: () => [
    "When the statement counts: operators, under each of them keys, under each of these values.",
    "All operators and all keys must hold; of the values of a key one is enough, and with a negated operator none may fit.",
  ],
  principal: () => [],
  "not-action": () => [],
  depends: () => [],
};

const COMPLETENESS = {
  complete: (date: string) => `Every action, in the catalog of ${date}`,
  partial: (date: string) => `Known actions in the catalog of ${date}, whose list is not complete`,
  excerpt: (date: string) => `In the catalog of ${date} only the actions that others depend on`,
} as const;

const SCOPES = {
  global: "Granted for the whole account: its actions belong in a policy without those of projects.",
  project: "Granted project by project: its actions belong in a policy without those of global services.",
} as const;

function limitOf(role: ElementRole, { limits }: Dialect): string | undefined {
  const most =
    role === "statement"
      ? limits.statements
      : role === "action"
        ? limits.actions
        : role === "resource"
          ? limits.resources
          : role === "condition"
            ? limits.conditions
            : undefined;
  return most === undefined ? undefined : `At most ${most} ${plural(most, UNITS[role] ?? "entry")}.`;
}

const UNITS: Readonly<Partial<Record<ElementRole, string>>> = {
  statement: "statement",
  action: "action",
  resource: "resource",
  condition: "operator",
};

function isOptional(role: ElementRole, { elements }: Dialect): boolean {
  return elements.statement.some((rule) => rule.role === role && !rule.required);
}

function ruleNamed(name: string, { elements }: Dialect): ElementRule | undefined {
  const folded = name.toLowerCase();
  return [...elements.policy, ...elements.statement].find((rule) => rule.name.toLowerCase() === folded);
}
