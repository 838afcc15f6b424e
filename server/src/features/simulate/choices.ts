// What can be asked of the policies of a document: actions of the catalog, resources of the team and of the policy,
// and the condition keys that make a difference.
import * as l10n from "@vscode/l10n";
import {
  type AccessRequest,
  type Action,
  type AskedKey,
  type DialectCatalog,
  describeScope,
  isPattern,
  isWithoutResources,
  keysAskedAbout,
  type Policy,
  readRequest,
  resourceOfApplication,
  scopeOf,
  type ValueType,
} from "../../core/index.js";
import type { Services } from "../document.js";
import { type AskedDocument, readAsked } from "./asked.js";

export interface Choice {
  readonly value: string;
  /** The value unless given. */
  readonly label?: string;
  readonly description?: string;
  readonly detail?: string;
}

export interface ChoiceGroup {
  readonly heading: string;
  readonly choices: readonly Choice[];
}

/** Undefined where nothing can be asked of the document. */
export function actionChoices(
  document: AskedDocument,
  { catalog }: Services,
): readonly ChoiceGroup[] | undefined {
  const read = readAsked(document);
  if ("failure" in read) return undefined;
  const dialects = [...new Set(read.policies.map(({ dialect }) => dialect))];
  return dialects.flatMap((dialect) => {
    const facts = catalog.of(dialect);
    const texts = catalog.texts().actions[dialect.id] ?? {};
    const choiceOf = (action: Action): Choice => {
      const summary = texts[action.fullName]?.summary;
      const description = ACCESS[action.access ?? "unknown"]();
      return { value: action.fullName, description, ...(summary !== undefined && { detail: summary }) };
    };
    const named = namedActions(
      read.policies.filter((policy) => policy.dialect === dialect),
      facts,
    );
    const others = [...facts.services.values()].map(({ actions, product }) => ({
      heading: product,
      choices: actions.filter(({ fullName }) => !named.has(fullName)).map(choiceOf),
    }));
    const own = [...named].map(([name, action]) => (action ? choiceOf(action) : { value: name }));
    return [{ heading: WORDS.named(), choices: own }, ...others].filter(({ choices }) => choices.length > 0);
  });
}

/** Those that the catalog does not have are as the policy writes them. */
function namedActions(
  policies: readonly Policy[],
  facts: DialectCatalog,
): ReadonlyMap<string, Action | undefined> {
  const named = new Map<string, Action | undefined>();
  for (const { statements } of policies) {
    for (const { text } of statements.flatMap(({ actions }) => actions)) {
      const { action, reading } = facts.action(text);
      if (reading.kind !== "action" || isPattern(`${reading.service}:${reading.name}`)) continue;
      named.set(action?.fullName ?? `${reading.service}:${reading.name}`, action);
    }
  }
  return named;
}

export interface ResourceChoices {
  readonly groups: readonly ChoiceGroup[];
  /** Every resource is the only answer: the action cannot be limited, or its resources do not count. */
  readonly isFixed: boolean;
}

/** Undefined where nothing can be asked. */
export function resourceChoices(
  document: AskedDocument,
  asked: string,
  { catalog, applications, accounts = {} }: Services,
): ResourceChoices | undefined {
  const read = readAsked(document);
  if ("failure" in read) return undefined;
  const found = readRequest({ action: asked, resource: undefined, context: {} }, read.policies, catalog);
  if ("failure" in found) return undefined;
  const { facts } = found;
  const { service, action } = facts.action(asked);
  if (service !== undefined && isWithoutResources(service)) return { groups: [], isFixed: true };
  const everything: Choice = { value: facts.dialect.anyResource, description: WORDS.everything() };
  if (action?.level === "operation")
    return { groups: [{ heading: WORDS.whole(), choices: [everything] }], isFixed: true };
  const of = (resource: string): Choice => {
    const reading = facts.resource(resource);
    if (reading.kind !== "resource") return { value: resource };
    const words = describeScope(scopeOf(resource, reading), applications);
    const number = reading.account.slice(reading.account.lastIndexOf("/") + 1);
    const account = Object.hasOwn(accounts, number) ? accounts[number] : undefined;
    return {
      value: resource,
      ...(words !== `"${resource}"` && { description: words }),
      ...(account !== undefined && { detail: account }),
    };
  };
  const written = new Set<string>();
  for (const { statements } of read.policies) {
    for (const statement of statements) {
      for (const { text: resource } of statement.resources) if (isOne(resource, facts)) written.add(resource);
    }
  }
  const known = applications.flatMap((application) => {
    const resource = service && resourceOfApplication(service, application, facts);
    return resource === undefined || written.has(resource) ? [] : [resource];
  });
  const groups = [
    { heading: WORDS.named(), choices: [...written].map(of) },
    { heading: WORDS.known(), choices: known.filter((resource) => isOne(resource, facts)).map(of) },
    { heading: WORDS.whole(), choices: [everything] },
  ];
  return { groups: groups.filter(({ choices }) => choices.length > 0), isFixed: false };
}

/** One resource, and not a pattern or a placeholder. */
function isOne(text: string, facts: DialectCatalog): boolean {
  const reading = facts.resource(text);
  if (reading.kind !== "resource" || reading.any) return false;
  return reading.segments.every(({ role, text: part }) => role === "region" || !/[*${}<>]/.test(part));
}

export interface KeyChoice {
  readonly name: string;
  readonly prompt: string;
  readonly takesSeveral: boolean;
  readonly examples: readonly string[];
}

/** Undefined where nothing can be asked, or the request is none. */
export function keyChoices(
  document: AskedDocument,
  asked: Omit<AccessRequest, "context" | "resource"> & { readonly resource: string | undefined },
  { catalog }: Services,
): readonly KeyChoice[] | undefined {
  const read = readAsked(document);
  if ("failure" in read) return undefined;
  const found = readRequest({ ...asked, context: {} }, read.policies, catalog);
  if ("failure" in found) return undefined;
  return keysAskedAbout(read.policies, found.request, catalog).map((key) => ({
    name: key.name,
    prompt: promptFor(key),
    takesSeveral: key.takesSeveral,
    examples: key.examples,
  }));
}

function promptFor({ type, takesSeveral }: AskedKey): string {
  return takesSeveral ? WORDS.several(TYPES[type]()) : WORDS.one(TYPES[type]());
}

const TYPES: Readonly<Record<ValueType, () => string>> = {
  string: () => l10n.t("Text"),
  binary: () => l10n.t("Text"),
  null: () => l10n.t("Text"),
  tag: () => l10n.t("A tag, written key&value"),
  number: () => l10n.t("A number"),
  date: () => l10n.t("A date with time and zone, such as 2030-01-31T00:00:00Z"),
  ip: () => l10n.t("One IP address"),
  boolean: () => l10n.t("true or false"),
};

const ACCESS = {
  read: () => l10n.t("read"),
  list: () => l10n.t("read"),
  write: () => l10n.t("write"),
  unknown: () => l10n.t("not known to read or to write"),
} as const;

const WORDS = {
  named: () => l10n.t("Named in the policy"),
  known: () => l10n.t("Applications"),
  whole: () => l10n.t({ message: "Everything", comment: ["heading above the choice of every resource"] }),
  everything: () => l10n.t("what no single resource describes"),
  one: (what: string) => l10n.t("{what}. Nothing: the request does not have the key.", { what }),
  several: (what: string) =>
    l10n.t("{what}; several with commas between them. Nothing: the request does not have the key.", { what }),
} as const;
