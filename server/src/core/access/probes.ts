// Requests that show at a glance what a statement is good for: for each of its actions and resources one that as few
// other statements as possible speak of. They prove that a statement matters; that it does not is proved by comparing.
import { listedKey } from "../catalog/action-names.js";
import type { DialectCatalog } from "../catalog/catalog.js";
import { coversPattern, isPattern, matchesPattern, patternsMeet } from "../catalog/pattern.js";
import type { CompiledStatement } from "./compiled.js";
import { answer, type Question, resourcesFor, type Subject, subjectFor } from "./question.js";
import { coversResource } from "./resource-pattern.js";

/** No policy is written so: a text with it fits only patterns that cover the whole of what it was made of. */
const UNHEARD_OF = "\u0002";

/** Enough for every statement of a policy that is not too long; the rest is left to comparing. */
const MOST = 500;

export function* probesOf(statement: CompiledStatement, facts: DialectCatalog): Generator<Question> {
  let left = MOST;
  for (const pattern of statement.actions) {
    for (const subject of subjectsOf(pattern, facts)) {
      for (const segments of segmentsFor(subject, statement)) {
        if (left-- <= 0) return;
        yield { subject, segments, context: {} };
      }
    }
  }
}

/** Whether a statement speaks of what is asked, conditions left aside. */
export function speaksOf(statement: CompiledStatement, question: Question): boolean {
  const given = answer(statement, question);
  return given === "met" || given === "condition";
}

function subjectsOf(pattern: string, facts: DialectCatalog): readonly Subject[] {
  const { service, action, reached, reading } = facts.action(pattern);
  if (reading.kind === "other") return [{ key: pattern, reach: "resources" }];
  const isComplete = service?.completeness === "complete";
  if (!isPattern(pattern)) {
    return isComplete && action === undefined ? [] : [subjectFor(pattern, service, action)];
  }
  if (!isComplete) return [subjectFor(pattern.replaceAll("*", UNHEARD_OF), service, undefined)];
  return reached.map((one) => subjectFor(listedKey(one, facts.dialect), service, one));
}

function* segmentsFor(subject: Subject, statement: CompiledStatement): Generator<Question["segments"]> {
  if (subject.reach === "resources-do-not-count") yield undefined;
  else {
    for (const { any, segments, places } of resourcesFor(subject, statement)) {
      if (any) yield undefined;
      else {
        yield segments.map((segment, at) => {
          const isService = places[at]?.role === "service" && subject.ownService !== undefined;
          return isService ? (subject.ownService ?? "") : segment.replaceAll("*", UNHEARD_OF);
        });
      }
    }
  }
}

/** The statements that name an action, found without asking each of them. */
export function indexByAction(
  statements: readonly CompiledStatement[],
): (key: string) => readonly CompiledStatement[] {
  const byName = new Map<string, CompiledStatement[]>();
  const byPattern = new Map<string, CompiledStatement[]>();
  for (const statement of statements) {
    for (const text of statement.actions) {
      const known = isPattern(text) ? byPattern : byName;
      const naming = known.get(text);
      if (naming === undefined) known.set(text, [statement]);
      else naming.push(statement);
    }
  }
  return (key) => {
    const found = [...(byName.get(key) ?? [])];
    for (const [pattern, naming] of byPattern) {
      if (pattern === "*" || matchesPattern(pattern, key)) found.push(...naming);
    }
    return found;
  };
}

/** Whether one statement says all that another says, as can be seen from their words. */
export function covers(outer: CompiledStatement, inner: CompiledStatement): boolean {
  return (
    (outer.tests.length === 0 || outer.testsKey === inner.testsKey) &&
    inner.actions.every((text) => outer.actions.some((other) => coversPattern(other, text))) &&
    inner.resources.every((one) => outer.resources.some((other) => coversResource(other, one)))
  );
}

/** False for statements that have no request in common. */
export function mayMeet(one: CompiledStatement, other: CompiledStatement): boolean {
  return one.actions.some((text) => other.actions.some((another) => patternsMeet(text, another)));
}
