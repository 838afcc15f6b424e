// What would have to be otherwise about a denied request, in one clause for each statement:
// `allowed on app 1400100200 (Live prod), not on app 1400100201`, `would be allowed from 10.0.0.0/8`.
import * as l10n from "@vscode/l10n";
import type { By } from "../access/by.js";
import type { Decision } from "../access/decide.js";
import type { NearRequest } from "../access/nearest-miss.js";
import type { AccessRequest } from "../access/question.js";
import { scopeOf } from "../access/summary/scope.js";
import type { Application } from "../catalog/applications.js";
import type { DialectCatalog } from "../catalog/catalog.js";
import { isPattern } from "../catalog/pattern.js";
import { describeTest } from "./condition-clause.js";
import { describeWhen } from "./conditions.js";
import { fill } from "./fill.js";
import { enumerate, enumerateTests, list } from "./lists.js";
import { describeScope } from "./resources.js";
import { PLAIN } from "./style.js";

export interface NearClause {
  /** The statement that it is about. */
  readonly by: By;
  readonly text: string;
}

export interface NearWords {
  readonly facts: DialectCatalog;
  readonly applications: readonly Application[];
}

/** Resources and actions that are spelled out before the rest is counted. */
const NAMED = 3;

/** `near` is what `nearRequests` found for the same request. */
export function describeNear(
  request: AccessRequest,
  decision: Decision,
  near: readonly NearRequest[],
  words: NearWords,
): readonly NearClause[] {
  const { by, nearest } = decision;
  if (decision.reason === "denied-by" && by !== undefined) return pastDeny(by, near, words);
  if (nearest?.missed === "every-resource" && near.every(({ action }) => action !== undefined)) {
    const { policy, statement } = nearest;
    const template = l10n.t("{action} can only be allowed on every resource; this statement names some");
    const text = fill(template, { action: PLAIN.value(request.action) });
    return [{ by: { policy, statement }, text }];
  }
  const groups = new Map<string, NearRequest[]>();
  const statements = [...new Set(near.map((one) => one.by.statement))];
  for (const one of near) {
    const key = JSON.stringify([statements.indexOf(one.by.statement), one.tests.map(({ id }) => id)]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ by: first.by, text: describeGroup(group, first, request, words) }];
  });
}

/** All are of one statement, and their contexts are otherwise in the same way. */
function describeGroup(
  group: readonly NearRequest[],
  first: NearRequest,
  request: AccessRequest,
  words: NearWords,
): string {
  const actions = group.flatMap(({ action }) => (action === undefined ? [] : [PLAIN.value(action)]));
  if (actions.length > 0)
    return fill(l10n.t("allowed instead: {actions}"), { actions: list(actions, NAMED) });
  const resources = group.flatMap(({ resource }) => (resource === undefined ? [] : [resource]));
  const { named, asked } = describeResourcesApart(resources, request.resource, words);
  if (first.tests.length === 0) {
    // A pattern is not the whole truth where a deny takes some of it away.
    const pattern = group.find(({ resource = "" }) => isPattern(resource));
    const values = { resources: list(named, NAMED), asked };
    if (pattern === undefined) return fill(l10n.t("allowed on {resources}, not on {asked}"), values);
    const example = PLAIN.quoted(pattern.request.resource);
    const template = l10n.t("allowed on {resources}, not on {asked}, for example on {example}");
    return fill(template, { ...values, example });
  }
  const clauses = [...new Set(first.tests.map((test) => describeTest(test, words.facts, PLAIN).text))];
  const values = { tests: enumerateTests(clauses), context: contextOf(first) };
  if (named.length === 0) return fill(l10n.t("would be allowed {tests}, for example {context}"), values);
  const template = l10n.t("would be allowed on {resources} {tests}, for example {context}");
  return fill(template, { ...values, resources: list(named, NAMED) });
}

/** In few words, unless these would be the same for what is allowed and for what is not. */
function describeResourcesApart(
  resources: readonly string[],
  requested: string,
  words: NearWords,
): { readonly named: readonly string[]; readonly asked: string } {
  const short = resources.map((text) => describeResource(text, words));
  const asked = describeResource(requested, words);
  if (!short.includes(asked)) return { named: [...new Set(short)], asked };
  return { named: resources.map(PLAIN.quoted), asked: PLAIN.quoted(requested) };
}

function describeResource(text: string, { facts, applications }: NearWords): string {
  const reading = facts.resource(text);
  if (reading.kind !== "resource") return PLAIN.quoted(text);
  return reading.any ? l10n.t("every resource") : describeScope(scopeOf(text, reading), applications);
}

function pastDeny(by: By, near: readonly NearRequest[], { facts }: NearWords): readonly NearClause[] {
  const when = describeWhen(by.statement, facts);
  if (when === null) return [];
  const [first] = near;
  const text =
    first === undefined
      ? fill(l10n.t("it denies {when}"), { when })
      : fill(l10n.t("it denies {when}; would be allowed for example {context}"), {
          when,
          context: contextOf(first),
        });
  return [{ by, text }];
}

/** `with qcs:ip 10.0.0.1 and without qcs:mfa`: what of the context is otherwise. */
function contextOf({ request, tests, escaped }: NearRequest): string {
  const keys = [...new Set([...tests, ...escaped].map(({ key }) => key))];
  const parts = keys.map((key) => {
    const values = Object.hasOwn(request.context, key) ? request.context[key] : undefined;
    if (values === undefined) return fill(l10n.t("without {key}"), { key: PLAIN.value(key) });
    const held = enumerate(values.map(PLAIN.value));
    return fill(l10n.t("with {key} {values}"), { key: PLAIN.value(key), values: held });
  });
  return enumerateTests(parts);
}
