// A request in the form in which statements can be asked about it, and what each of them answers.
import { actionKey } from "../catalog/action-names.js";
import type { Action, DialectCatalog, Service } from "../catalog/catalog.js";
import { isPattern, matchesPattern } from "../catalog/pattern.js";
import { isWithoutResources } from "../catalog/resources.js";
import type { ResourceParts } from "../policy/dialect.js";
import type { CompiledStatement } from "./compiled.js";
import type { ConditionTest } from "./conditions/condition-test.js";
import { OWN_RESOURCES_ONLY, UNKNOWN_LEVEL } from "./readings.js";
import { matchesResource, type ResourcePattern, requestedSegments } from "./resource-pattern.js";

/** One question. A key that the context lacks is absent; an empty list is an empty set; ids and numbers are text. */
export interface AccessRequest {
  readonly action: string;
  /** A full resource string; the dialect's `anyResource` for actions that cannot be limited to resources. */
  readonly resource: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
}

export interface Subject {
  /** `service:name`, folded where case does not count. */
  readonly key: string;
  /** How far the resources of a statement matter. */
  readonly reach: "resources-do-not-count" | "every-resource-or-none" | "resources";
  /** The service that a resource must belong to, where only its own can be meant. */
  readonly ownService?: string;
}

/** Undefined for a text that is no action. */
export function subjectOf(text: string, facts: DialectCatalog): Subject | undefined {
  const { reading, service, action } = facts.action(text);
  if (reading.kind === "other") return { key: text, reach: "resources" };
  if (reading.kind !== "action") return undefined;
  return subjectFor(actionKey(reading, facts.dialect), service, action);
}

export function subjectFor(key: string, service: Service | undefined, action: Action | undefined): Subject {
  if (service !== undefined && isWithoutResources(service)) return { key, reach: "resources-do-not-count" };
  const isOperation = action !== undefined && (action.level ?? UNKNOWN_LEVEL) === "operation";
  const ownsResources = OWN_RESOURCES_ONLY && (service?.resourceTemplates.length ?? 0) > 0;
  return {
    key,
    reach: isOperation ? "every-resource-or-none" : "resources",
    ...(ownsResources && { ownService: key.slice(0, key.indexOf(":")) }),
  };
}

export function matchesAction(patterns: readonly string[], key: string): boolean {
  return patterns.some(
    (pattern) => pattern === key || pattern === "*" || (isPattern(pattern) && matchesPattern(pattern, key)),
  );
}

/** The patterns of a statement that can reach a subject at all. */
export function resourcesFor(subject: Subject, { resources }: CompiledStatement): readonly ResourcePattern[] {
  const { reach, ownService } = subject;
  if (reach === "every-resource-or-none") return resources.filter(({ any }) => any);
  if (ownService === undefined) return resources;
  return resources.filter(({ any, segments, places }) => {
    if (any) return true;
    const at = places.findIndex(({ role }) => role === "service");
    return at < 0 || matchesPattern(segments[at] ?? "*", ownService);
  });
}

/** How far a statement goes along with a request: to the end, or to the first part that does not fit. */
export type Answer = "met" | "action" | "every-resource" | "resource" | "condition";

export interface Question {
  readonly subject: Subject;
  /** Undefined where no single resource is asked about. */
  readonly segments: readonly string[] | undefined;
  readonly context: AccessRequest["context"];
}

export function questionOf(request: AccessRequest, facts: DialectCatalog): Question | undefined {
  const subject = subjectOf(request.action, facts);
  if (subject === undefined) return undefined;
  const reading = facts.resource(request.resource);
  const segments = requestedSegments(reading, facts.dialect);
  const isOther = reading.kind === "resource" && segments !== undefined && !isOf(subject, reading, segments);
  return { subject, segments: isOther ? undefined : segments, context: request.context };
}

function isOf(
  { ownService }: Subject,
  { segments: places }: ResourceParts,
  segments: readonly string[],
): boolean {
  const at = places.findIndex(({ role }) => role === "service");
  return ownService === undefined || at < 0 || segments[at] === ownService;
}

export function answer(statement: CompiledStatement, { subject, segments, context }: Question): Answer {
  if (!matchesAction(statement.actions, subject.key)) return "action";
  const { reach } = subject;
  if (reach === "every-resource-or-none" && !statement.resources.some(({ any }) => any))
    return "every-resource";
  if (reach === "resources" && !statement.resources.some((one) => matchesResource(one, segments)))
    return "resource";
  return holdAll(statement.tests, context) ? "met" : "condition";
}

export function holdAll(tests: readonly ConditionTest[], context: AccessRequest["context"]): boolean {
  return tests.every(({ key, holds }) => holds(Object.hasOwn(context, key) ? context[key] : undefined));
}
