// What would have to be otherwise about a request that is denied? Each answer is a request that is allowed and
// differs as little as possible; nothing is claimed that was not decided anew.
import type { Catalog, DialectCatalog } from "../catalog/catalog.js";
import { isPattern, matchesPattern } from "../catalog/pattern.js";
import type { Policy } from "../policy/model.js";
import type { By } from "./by.js";
import { type CompiledStatement, compilePolicy } from "./compiled.js";
import type { ConditionTest } from "./conditions/condition-test.js";
import { type KeyValues, valuesMeeting } from "./conditions/meeting-values.js";
import { createDecider, type Decision } from "./decide.js";
import {
  type AccessRequest,
  answer,
  type Question,
  questionOf,
  resourcesFor,
  subjectOf,
} from "./question.js";
import { type ResourcePattern, writeResource } from "./resource-pattern.js";

/** An allowed request that is near to the one that was denied, and what of it is otherwise. */
export interface NearRequest {
  readonly request: AccessRequest;
  /** The statement that allows it. */
  readonly by: By;
  /** The resource as the statement names it, perhaps with wildcards; absent where the resource is the same. */
  readonly resource?: string;
  /** What the statement asks of the keys that are otherwise. */
  readonly tests: readonly ConditionTest[];
  /** What the statement that denied the request asks of a key that is otherwise; together they hold no more. */
  readonly escaped: readonly ConditionTest[];
  /** Another action of the statement. */
  readonly action?: string;
}

/** Of one kind only: a change of one part is nearer than a change of two, and another action is farthest. */
export function nearRequests(
  policies: readonly Policy[],
  request: AccessRequest,
  catalog: Catalog,
): readonly NearRequest[] {
  const decideOn = createDecider(policies, catalog);
  const decided = decideOn(request);
  if (decided.decision === "allowed") return [];
  const isDenied = decided.reason === "denied-by";
  const candidates = policies.flatMap((policy) => {
    const facts = catalog.of(policy.dialect);
    const question = questionOf(request, facts);
    if (question === undefined) return [];
    const { statements } = compilePolicy(policy, facts);
    return statements
      .filter((one) => (one.decision === "deny") === isDenied)
      .map((one): Candidate => ({ one, facts, question, request }));
  });
  let left = MOST_TRIED;
  for (const changesOf of isDenied ? DENIED_KINDS : KINDS) {
    const found: NearRequest[] = [];
    for (const candidate of candidates) {
      const seen = new Set<string>();
      for (const change of changesOf(candidate)) {
        const key = JSON.stringify([change.resource, change.action, change.escaped[0]?.key]);
        if (seen.has(key)) continue;
        if (left-- === 0) return found;
        const by = allowing(change.request, candidate, decideOn(change.request));
        if (by === undefined) continue;
        found.push({ ...change, by });
        seen.add(key);
      }
    }
    if (found.length > 0) return found;
  }
  return [];
}

/** Requests that are decided anew at most; policies of people need a few. */
const MOST_TRIED = 200;

/** The candidate itself, where it allows: what is said of a change is said in its words. */
function allowing(
  request: AccessRequest,
  { one, facts }: Candidate,
  { decision, by }: Decision,
): By | undefined {
  if (decision === "denied" || by === undefined) return undefined;
  if (one.decision === "deny") return by;
  const question = questionOf(request, facts);
  if (question === undefined || answer(one, question) !== "met") return undefined;
  return { policy: one.policy, statement: one.statement };
}

interface Candidate {
  readonly one: CompiledStatement;
  readonly facts: DialectCatalog;
  readonly question: Question;
  readonly request: AccessRequest;
}

type Change = Omit<NearRequest, "by">;
/** Changes of the same resource, action or key are alternatives, of which the first that is allowed counts. */
type Kind = (candidate: Candidate) => Iterable<Change>;

const KINDS: readonly Kind[] = [otherResources, otherContexts, otherResourcesAndContexts, otherActions];
const DENIED_KINDS: readonly Kind[] = [contextsPastDeny];
const UNCHANGED = { tests: [], escaped: [] };

function* otherResources({ one, question, request }: Candidate): Iterable<Change> {
  if (answer(one, question) !== "resource") return;
  for (const pattern of resourcesFor(question.subject, one)) {
    const resource = resourceLike(pattern, question);
    yield { ...UNCHANGED, request: { ...request, resource }, resource: pattern.text };
  }
}

function* otherContexts({ one, question, request }: Candidate): Iterable<Change> {
  if (answer(one, question) !== "condition") return;
  yield* contextsMeeting(one.tests, request);
}

function* otherResourcesAndContexts(candidate: Candidate): Iterable<Change> {
  for (const change of otherResources(candidate)) {
    for (const { request, tests } of contextsMeeting(candidate.one.tests, change.request)) {
      if (tests.length > 0) yield { ...change, request, tests };
    }
  }
}

/** Names of the same service only; of what a pattern reaches, no action is nearer than another. */
function* otherActions({ one, facts, question, request }: Candidate): Iterable<Change> {
  if (answer(one, question) !== "action") return;
  const service = serviceOf(question.subject.key);
  for (const { text } of one.statement.actions) {
    const subject = isPattern(text) ? undefined : subjectOf(text, facts);
    if (subject === undefined || serviceOf(subject.key) !== service) continue;
    yield { ...UNCHANGED, request: { ...request, action: text }, action: text };
  }
}

function* contextsPastDeny({ one, question, request }: Candidate): Iterable<Change> {
  if (answer(one, question) !== "met") return;
  for (const [key, tests] of byKey(one.tests)) {
    for (const values of valuesMeeting(tests, "not-all")) {
      yield { tests: [], escaped: tests, request: withValues(request, key, values) };
    }
  }
}

/**
 * Other values for those keys whose tests do not hold; `tests` are all that ask about these. Where it is one key,
 * each value that meets them comes: a deny may stand against the first.
 */
function* contextsMeeting(all: readonly ConditionTest[], request: AccessRequest): Iterable<Change> {
  const unmet = [...byKey(all)].filter(([key, tests]) => {
    const values = Object.hasOwn(request.context, key) ? request.context[key] : undefined;
    return !tests.every(({ holds }) => holds(values));
  });
  const changed = { escaped: [], tests: unmet.flatMap(([, tests]) => tests) };
  const [first, ...others] = unmet.map(([key, tests]) => ({ key, values: valuesMeeting(tests, "all") }));
  if (first === undefined) return;
  let prepared = request;
  for (const { key, values } of others) {
    if (values[0] === undefined) return;
    prepared = withValues(prepared, key, values[0]);
  }
  for (const values of first.values) yield { ...changed, request: withValues(prepared, first.key, values) };
}

function withValues(request: AccessRequest, key: string, values: KeyValues): AccessRequest {
  const others = Object.entries(request.context).filter(([name]) => name !== key);
  return {
    ...request,
    context: Object.fromEntries(values === "absent" ? others : [...others, [key, values]]),
  };
}

function byKey(tests: readonly ConditionTest[]): ReadonlyMap<string, readonly ConditionTest[]> {
  const grouped = new Map<string, ConditionTest[]>();
  for (const test of tests) grouped.set(test.key, [...(grouped.get(test.key) ?? []), test]);
  return grouped;
}

/** One resource that fits a pattern, as near to the one asked about as it can be. */
function resourceLike(pattern: ResourcePattern, { subject, segments: asked }: Question): string {
  if (pattern.any) return pattern.text;
  const segments = pattern.segments.map((segment, at) => {
    const own = asked?.length === pattern.segments.length ? asked[at] : undefined;
    if (own !== undefined && matchesPattern(segment, own)) return own;
    if (segment !== "*") return segment.replaceAll("*", "1");
    return fillers(subject.key)[pattern.places[at]?.role ?? "resource"] ?? "1";
  });
  return writeResource(pattern, segments);
}

/** What stands for any segment, by its role. */
function fillers(action: string): Readonly<Record<string, string>> {
  return { service: serviceOf(action), region: "", account: "uin/1" };
}

function serviceOf(action: string): string {
  return action.slice(0, Math.max(0, action.indexOf(":")));
}
