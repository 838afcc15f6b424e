// Proposals for the values of a condition: what other conditions of the policy compare the key with, then what the
// type of the value suggests.
import * as l10n from "@vscode/l10n";
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import {
  type DialectCatalog,
  type FoundKey,
  findKey,
  findOperator,
  type OperatorData,
  readOperatorName,
  type ValueType,
} from "../../core/index.js";
import { withAccountLabel } from "../account-label.js";
import type { ConditionValueContext } from "../cursor.js";
import { segmentWord } from "../segment-words.js";
import { type Body, stop } from "./body.js";
import { type Place, type Proposal, stringItem } from "./insert.js";
import { currentString } from "./slot.js";
import { servicesOf } from "./statement-services.js";

interface Value {
  readonly label: string;
  readonly detail?: string;
  readonly kind?: CompletionItemKind;
  /** Where it is not the label. */
  readonly body?: Body;
  /** Words by which it is found, too. */
  readonly filter?: string;
  readonly isClosed?: true;
}

export function conditionValues(place: Place, context: ConditionValueContext): CompletionItem[] {
  const { policy, operator: written, key: name, slot } = context;
  const facts = place.services.catalog.of(policy.dialect);
  const key = findKey(name, facts);
  const operator = findOperator(readOperatorName(written, facts.dialect), facts);
  const taken = takenBy(context);
  const offered = new Map<string, Value>();
  const values = [
    ...usedValues(context),
    ...valuesOf({ place, context, facts, key, operator, type: typeOf(operator, key) }),
  ];
  for (const value of values) {
    if (!taken.has(value.label) && !offered.has(value.label)) offered.set(value.label, value);
  }
  return [...offered.values()].map((value, order) => {
    const { label, detail, body = [label], filter, isClosed } = value;
    const proposal: Proposal = {
      label,
      kind: value.kind ?? CompletionItemKind.Value,
      ...(detail !== undefined && { detail }),
      ...(filter !== undefined && { filter }),
      rank: 1,
      order,
      isClosed: isClosed === true,
    };
    return stringItem(place, slot, proposal, body, { inList: slot.kind === "value" });
  });
}

/** What is compared counts before what the key is known for: an operator that does not fit is another's matter. */
function typeOf(operator: OperatorData | undefined, key: FoundKey | undefined): ValueType | undefined {
  if (operator === undefined || key?.type === "boolean") return key?.type;
  return operator.type === "string" && key?.type === "tag" ? "tag" : operator.type;
}

interface Wanted {
  readonly place: Place;
  readonly context: ConditionValueContext;
  readonly facts: DialectCatalog;
  readonly key: FoundKey | undefined;
  readonly operator: OperatorData | undefined;
  readonly type: ValueType | undefined;
}

function valuesOf(wanted: Wanted): Value[] {
  const { place, key, type, facts } = wanted;
  switch (type) {
    case "boolean":
    case "null":
      return ["true", "false"].map((label) => ({
        label,
        kind: CompletionItemKind.EnumMember,
        isClosed: true,
      }));
    case "date":
      return dates(place);
    case "ip":
      return addresses(place);
    case "tag":
      return key?.tagName === undefined && place.services.snippets ? [tag()] : [];
    case "string":
    case undefined:
      return [...named(wanted), ...(type === undefined ? [] : variables(facts))];
    case "number":
    case "binary":
      return [];
    default:
      return type satisfies never;
  }
}

const DAY = 86_400_000;

/** Days begin at midnight in UTC, so that a date can be read at a glance. */
const MOMENTS = [
  { days: 0, detail: () => l10n.t("now, in UTC"), filter: () => ["now", l10n.t("now")] },
  {
    days: 1,
    detail: () => l10n.t("tomorrow, midnight in UTC"),
    filter: () => ["tomorrow", l10n.t("tomorrow")],
  },
  { days: 7, detail: () => inDays(7), filter: () => ["week", l10n.t("week")] },
  { days: 30, detail: () => inDays(30), filter: () => ["month", l10n.t("month")] },
  { days: 365, detail: () => inDays(365), filter: () => ["year", l10n.t("year")] },
];

function inDays(days: number): string {
  return l10n.t("in {days} days, midnight in UTC", { days });
}

function dates({ services }: Place): Value[] {
  const now = services.now?.();
  if (now === undefined) return [];
  return MOMENTS.map(({ days, detail, filter }) => {
    const label = dateAfter(now, days);
    // In either language.
    const words = [...new Set(filter())].join(" ");
    return { label, detail: detail(), filter: `${label} ${words}` };
  });
}

/** ISO 8601 in UTC, without fractions of seconds: `2026-11-21T00:00:00Z`. */
export function dateAfter(now: number, days: number): string {
  const time = days === 0 ? now : Math.floor(now / DAY) * DAY + days * DAY;
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** Addresses of RFC 5737 and RFC 1918: nobody's own, so that none is granted by accident. */
function addresses({ services }: Place): Value[] {
  const ranges = services.snippets
    ? [
        {
          label: "203.0.113.0/24",
          detail: l10n.t("range of addresses · fill in your own"),
          body: [stop(1, "203.0.113.0"), "/", stop(2, "24")],
          kind: CompletionItemKind.Snippet,
        },
        {
          label: "203.0.113.1",
          detail: l10n.t("one address · fill in your own"),
          body: [stop(1, "203.0.113.1")],
          kind: CompletionItemKind.Snippet,
        },
      ]
    : [];
  const own = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];
  return [...ranges, ...own.map((label) => ({ label, detail: l10n.t("private addresses") }))];
}

function tag(): Value {
  return {
    label: "key&value",
    detail: l10n.t("tag · fill in key and value"),
    body: [stop(1, "key"), "&", stop(2, "value")],
    kind: CompletionItemKind.Snippet,
  };
}

/** Keys that name something of which there is a list. */
function named({ place, context, facts }: Wanted): Value[] {
  const { accounts = {}, applications, seenAccounts = [] } = place.services;
  switch (facts.dialect.conditions?.keyValues?.[context.key]) {
    case "account":
      return [
        ...Object.keys(accounts),
        ...applications.flatMap(({ account }) => account ?? []),
        ...seenAccounts,
      ].map((label) => ({ label, detail: withAccountLabel(segmentWord("account"), label, accounts) }));
    case "region":
      return facts.data.regions.map((label) => ({ label, detail: segmentWord("region") }));
    case "service":
      return [
        ...new Set([
          ...servicesOf(context.statement, facts),
          ...facts.services.keys(),
          ...facts.data.serviceCodes,
        ]),
      ].map((label) => ({ label, detail: facts.service(label)?.product ?? segmentWord("service") }));
    default:
      return [];
  }
}

/** What the service fills in itself. */
function variables({ dialect }: DialectCatalog): Value[] {
  return (dialect.variables ?? [])
    .filter((label) => label.startsWith("${"))
    .map((label) => ({
      label,
      detail: l10n.t("filled in by the service"),
      kind: CompletionItemKind.Variable,
    }));
}

/** Those of the same key in other conditions of the policy. */
function usedValues({ policy, key: name, slot }: ConditionValueContext): Value[] {
  const own = slot.kind === "item" ? slot.list : slot.entry.value;
  const found: Value[] = [];
  const detail = l10n.t("used in this policy");
  for (const { operators } of policy.statements) {
    for (const { keys } of operators) {
      for (const key of keys) {
        if (key.name !== name || key.value === own) continue;
        for (const { text } of key.values) if (text !== "") found.push({ label: text, detail });
      }
    }
  }
  return found;
}

function takenBy({ slot }: ConditionValueContext): ReadonlySet<string> {
  if (slot.kind !== "item") return new Set();
  const current = currentString(slot);
  return new Set(
    slot.list.items.flatMap((item) => (item.kind === "string" && item !== current ? item.text : [])),
  );
}
