// The statements that people write again and again, for each service: reading, everything on one application, a deny
// of deleting. Proposed in the list of statements, filled with what the policy and the project know.
import * as l10n from "@vscode/l10n";
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import {
  type Action,
  actionsByVerb,
  type DialectCatalog,
  isPattern,
  list,
  code as quoted,
  type Service,
  wholeService,
} from "../../core/index.js";
import { actionCounts } from "../action-counts.js";
import type { NewStatement } from "../cursor.js";
import type { Services } from "../document.js";
import { prefixOf } from "./actions.js";
import { type Body, choice, stop } from "./body.js";
import { dateAfter } from "./condition-values.js";
import { createLabel, type Label, type Speaker } from "./in-both-languages.js";
import { type Place, type Proposal, statementItem } from "./insert.js";
import { candidatesFor } from "./resource-candidates.js";
import { templateBody } from "./resources.js";
import { statementBody } from "./statement-body.js";
import { servicesOf } from "./statement-services.js";

interface Kind {
  readonly name: Label;
  readonly effect: "allow" | "deny";
  readonly actions: readonly string[];
  /** Of one application, where the service has them, or of everything. */
  readonly on: "one" | "any";
  readonly when?: When;
}

type When = "until" | "from" | "without-mfa";

const RANK = { own: 2, other: 3 } as const;
const CHOICES = 12;

export function statementKinds(place: Place, context: NewStatement): CompletionItem[] {
  const { policy, slot } = context;
  const { dialect } = policy;
  const facts = place.services.catalog.of(dialect);
  const named = new Set(policy.statements.flatMap((statement) => [...servicesOf(statement, facts)]));
  const prefix = prefixOf(policy.statements, facts);
  return [...facts.services.values()].filter(isWhole).flatMap((service) => {
    const rank = named.size === 0 || named.has(service.code) ? RANK.own : RANK.other;
    return kindsOf(service, facts).flatMap((kind, order): CompletionItem[] => {
      const body = bodyOf(kind, { place, context, facts, service, prefix });
      if (body === undefined) return [];
      const proposal: Proposal = {
        ...kind.name,
        kind: CompletionItemKind.Snippet,
        detail: `${l10n.t("a new statement")} · ${service.product}`,
        rank,
        order,
        data: { names: "statement", dialect: dialect.id },
      };
      return [statementItem(place, slot, proposal, body)];
    });
  });
}

/** What the statement would name, for the list of proposals. */
export function describeKind(
  label: string,
  facts: DialectCatalog,
  { catalog }: Services,
): string | undefined {
  for (const service of facts.services.values()) {
    if (!isWhole(service)) continue;
    const kind = kindsOf(service, facts).find(({ name }) => name.label === label);
    if (kind === undefined) continue;
    const reached = new Set(kind.actions.flatMap((action) => facts.action(action).reached));
    const { date } = catalog;
    const actions = actionCounts(reached);
    const lines = [
      l10n.t("{effect}: {actions}", {
        effect: quoted(facts.dialect.effects[kind.effect]),
        actions: list(kind.actions.map(quoted), NAMED),
      }),
      "",
      l10n.t("In the catalog of {date} that is {actions}.", { date, actions }),
    ];
    if (kind.actions.some((text) => isPattern(text) && facts.action(text).reachesUnlisted)) {
      lines.push(l10n.t("It also reaches actions that the catalog does not list."));
    }
    return lines.join("\n");
  }
  return undefined;
}

const NAMED = 12;

/** Where only parts of a service are known, no statement about it can be made up. */
function isWhole({ completeness }: Service): boolean {
  return completeness !== "excerpt";
}

function kindsOf(service: Service, facts: DialectCatalog): Kind[] {
  const { effects } = facts.dialect;
  const allow = createLabel(effects.allow);
  const deny = createLabel(effects.deny);
  const named = (l10n: Speaker) => ({ product: l10n.t(service.englishProduct) });
  const all = [wholeService(service.code, facts)];
  const reads = actionsByVerb(service, isRead);
  const limitedReads = reads.filter((text) =>
    facts.action(text).reached.some(({ level }) => level !== "operation"),
  );
  const deletes = actionsByVerb(service, isDelete);
  const hasOne = oneTemplate(service) !== undefined;
  const kinds: Kind[] = [
    {
      name: allow((l10n) => l10n.t("allow read of {product}", named(l10n))),
      ...{ effect: "allow", actions: reads, on: "any" },
    },
    {
      name: allow((l10n) => l10n.t("allow read of one {product} application", named(l10n))),
      ...{ effect: "allow", actions: hasOne ? limitedReads : [], on: "one" },
    },
    {
      name: allow((l10n) => l10n.t("allow everything on one {product} application", named(l10n))),
      ...{ effect: "allow", actions: hasOne ? all : [], on: "one" },
    },
    {
      name: allow((l10n) =>
        hasOne
          ? l10n.t("allow one {product} application until a date", named(l10n))
          : l10n.t("allow {product} until a date", named(l10n)),
      ),
      ...{ effect: "allow", actions: all, on: "one", when: "until" },
    },
    {
      name: allow((l10n) =>
        hasOne
          ? l10n.t("allow one {product} application from an address range", named(l10n))
          : l10n.t("allow {product} from an address range", named(l10n)),
      ),
      ...{ effect: "allow", actions: all, on: "one", when: "from" },
    },
    {
      name: deny((l10n) => l10n.t("deny deleting in {product}", named(l10n))),
      ...{ effect: "deny", actions: deletes, on: "any" },
    },
    {
      name: deny((l10n) => l10n.t("deny everything on one {product} application", named(l10n))),
      ...{ effect: "deny", actions: hasOne ? all : [], on: "one" },
    },
    {
      name: deny((l10n) => l10n.t("deny {product} without MFA", named(l10n))),
      ...{ effect: "deny", actions: all, on: "any", when: "without-mfa" },
    },
  ];
  return kinds.filter(({ actions }) => actions.length > 0);
}

function isRead({ access }: Action): boolean {
  return access === "read" || access === "list";
}

function isDelete({ access, name }: Action): boolean {
  return access === "write" && /^(?:delete|destroy|remove)/i.test(name.slice(name.lastIndexOf(":") + 1));
}

interface Around {
  readonly place: Place;
  readonly context: NewStatement;
  readonly facts: DialectCatalog;
  readonly service: Service;
  readonly prefix: string;
}

/** Undefined where the dialect has no words for the condition. */
function bodyOf(kind: Kind, around: Around): Body | undefined {
  const { place, facts, prefix } = around;
  const condition = kind.when === undefined ? undefined : conditionOf(kind.when, facts, place.services);
  if (kind.when !== undefined && condition === undefined) return undefined;
  return statementBody(
    {
      effect: facts.dialect.effects[kind.effect],
      actions: kind.actions.map((action) => [prefix + action]),
      resource: kind.on === "one" ? oneResource(around) : [facts.dialect.anyResource],
      ...(condition && { condition }),
    },
    facts.dialect,
    place,
  );
}

interface ConditionParts {
  readonly operator: string;
  readonly key: string;
  readonly value: Body;
}

/** What the vendor's current pages have for every service, or nothing. */
function conditionOf(when: When, facts: DialectCatalog, { now }: Services): ConditionParts | undefined {
  const { globalKeys = "" } = facts.dialect.conditions ?? {};
  const type = ({ until: "date", from: "ip", "without-mfa": "boolean" } as const)[when];
  const operator = [...facts.operators.values()].find(
    (known) =>
      known.type === type &&
      known.doubtful !== true &&
      known.negated !== true &&
      known.onlyKeysOf === undefined &&
      (when !== "until" || /less_?than$/i.test(known.name)),
  );
  const key = [...facts.keys.values()].find(
    (known) =>
      known.type === type &&
      known.doubtful !== true &&
      known.name.startsWith(globalKeys) &&
      (when !== "without-mfa" || /mfa/i.test(known.name)),
  );
  if (operator === undefined || key === undefined) return undefined;
  const value: Body =
    when === "until"
      ? [now === undefined ? stop(2) : stop(2, dateAfter(now(), 30))]
      : when === "from"
        ? [stop(2, "203.0.113.0/24")]
        : ["false"];
  return { operator: operator.name, key: key.name, value };
}

/** The applications that are known to be chosen from, or places to fill in. */
function oneResource({ place, context, facts, service }: Around): Body {
  const template = oneTemplate(service);
  if (template === undefined) return [facts.dialect.anyResource];
  const { policy } = context;
  const known = candidatesFor({ place, policy, current: undefined, facts, own: new Set([service.code]) })
    .filter(
      (candidate) => candidate.service === service.code && candidate.label !== "" && candidate.rank === 1,
    )
    .map(({ text }) => text)
    .slice(0, CHOICES);
  const [only] = known;
  if (only === undefined) return templateBody(template);
  if (known.length === 1) return [stop(1, only)];
  const shared = sharedStart(known);
  return [
    shared,
    choice(
      1,
      known.map((text) => text.slice(shared.length)),
    ),
  ];
}

/** A list of choices has no room for more than what tells them apart: whole segments and ids. */
function sharedStart(texts: readonly string[]): string {
  const [first = "", ...others] = texts;
  const ends = [...first.matchAll(/[:/]/g)].map(({ index }) => first.slice(0, index + 1));
  return ends.findLast((start) => others.every((text) => text.startsWith(start))) ?? "";
}

function oneTemplate({ resourceTemplates }: Service): string | undefined {
  return resourceTemplates.find((template) => /\$\{[^}]*\}$/.test(template));
}
