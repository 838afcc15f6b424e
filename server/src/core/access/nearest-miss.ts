// What would have to be otherwise about a request that is denied? Each answer is a request that is allowed and
// differs as little as possible; nothing is claimed that was not decided anew.
import type { Catalog } from "../catalog/catalog.js";
import { isPattern, matchesPattern } from "../catalog/pattern.js";
import type { Policy } from "../policy/model.js";
import type { By } from "./comparison.js";
import { type CompiledStatement, compilePolicy } from "./compiled.js";
import type { ConditionTest } from "./conditions/condition-test.js";
import { valuesMeeting } from "./conditions/meeting-values.js";
import { createDecider } from "./decide.js";
import {
  type AccessRequest,
  answer,
  matchesAction,
  type Question,
  questionOf,
  resourcesFor,
} from "./question.js";
import { matchesResource, type ResourcePattern, writeResource } from "./resource-pattern.js";

/** A request near to the one that was denied, and what of it is otherwise. */
export interface NearMiss {
  /** Allowed. */
  readonly request: AccessRequest;
  /** The statement that allows it. */
  readonly by: By;
  /** The resource as a statement names it, perhaps with wildcards; absent where the resource is the same. */
  readonly resource?: string;
  /** What the statement asks of the keys that are otherwise; for a deny, what it asks and is not met any more. */
  readonly tests: readonly ConditionTest[];
  /** Another action of the same statement. */
  readonly action?: string;
}

/** Near requests of one kind only: a change of one part is nearer than a change of two, another action is farthest. */
export function nearestMisses(
  policies: readonly Policy[],
  request: AccessRequest,
  catalog: Catalog,
): readonly NearMiss[] {
  const decideOn = createDecider(policies, catalog);
  const decided = decideOn(request);
  if (decided.decision === "allowed") return [];
  const denying = decided.by?.statement;
  const candidates = policies.flatMap((policy) => {
    const facts = catalog.of(policy.dialect);
    const question = questionOf(request, facts);
    if (question === undefined) return [];
    return compilePolicy(policy, facts).statements.map((one): Candidate => ({ one, question, request }));
  });
  const budget = { left: MOST_TRIED };
  for (const kind of denying === undefined ? KINDS : DENIED_KINDS) {
    const found: NearMiss[] = [];
    for (const candidate of candidates) {
      if ((candidate.one.decision === "deny") !== (denying !== undefined)) continue;
      for (const change of kind(candidate)) {
        if (budget.left-- <= 0) return found;
        const { decision, by } = decideOn(change.request);
        if (decision === "allowed" && by !== undefined) found.push({ ...change, by });
      }
    }
    if (found.length > 0) return found;
  }
  return [];
}

/** Requests that are decided anew at most; beyond are no policies of a person. */
const MOST_TRIED = 200;

interface Candidate {
  readonly one: CompiledStatement;
  readonly question: Question;
  readonly request: AccessRequest;
}

type Change = Omit<NearMiss, "by">;
type Kind = (candidate: Candidate) => Iterable<Change>;

const KINDS: readonly Kind[] = [otherResources, otherContext, otherResourcesAndContext, otherActions];
const DENIED_KINDS: readonly Kind[] = [contextPastDeny];

function* otherResources({ one, question, request }: Candidate): Iterable<Change> {
  if (answer(one, question) !== "resource") return;
  for (const pattern of resourcesFor(question.subject, one)) {
    yield {
      request: { ...request, resource: resourceLike(pattern, question) },
      resource: pattern.text,
      tests: [],
    };
  }
}

function* otherContext({ one, question, request }: Candidate): Iterable<Change> {
  if (answer(one, question) !== "condition") return;
  const { context, tests } = contextMeeting(one.tests, request.context);
  if (context !== undefined) yield { request: { ...request, context }, tests };
}

function* otherResourcesAndContext(candidate: Candidate): Iterable<Change> {
  const { context, tests } = contextMeeting(candidate.one.tests, candidate.request.context);
  if (context === undefined || tests.length === 0) return;
  for (const change of otherResources(candidate)) {
    yield { ...change, request: { ...change.request, context }, tests };
  }
}

/** Names only: of what a pattern reaches, no action is nearer than another. */
function* otherActions({ one, question, request }: Candidate): Iterable<Change> {
  if (answer(one, question) !== "action") return;
  for (const { text } of one.statement.actions) {
    if (!isPattern(text)) yield { request: { ...request, action: text }, action: text, tests: [] };
  }
}

/** One key is otherwise, so that the deny does not hold any more. */
function* contextPastDeny({ one, question, request }: Candidate): Iterable<Change> {
  if (answer(one, question) !== "met") return;
  for (const [key, tests] of byKey(one.tests)) {
    for (const values of valuesMeeting(tests, "not")) {
      yield { request: { ...request, context: withValues(request.context, key, values) }, tests };
    }
  }
}

type Context = AccessRequest["context"];

/** The context with other values for those keys whose tests do not hold; `tests` are all that ask about these. */
function contextMeeting(
  all: readonly ConditionTest[],
  given: Context,
): { readonly context?: Context; readonly tests: readonly ConditionTest[] } {
  let context = given;
  const changed: ConditionTest[] = [];
  for (const [key, tests] of byKey(all)) {
    const values = Object.hasOwn(given, key) ? given[key] : undefined;
    if (tests.every(({ holds }) => holds(values))) continue;
    const [meeting] = valuesMeeting(tests, "all");
    if (meeting === undefined) return { tests: [] };
    context = withValues(context, key, meeting);
    changed.push(...tests);
  }
  return { context, tests: changed };
}

function withValues(context: Context, key: string, values: readonly string[] | "absent"): Context {
  const others = Object.entries(context).filter(([name]) => name !== key);
  return Object.fromEntries(values === "absent" ? others : [...others, [key, values]]);
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
  return { service: action.slice(0, action.indexOf(":")), region: "", account: "uin/1" };
}
