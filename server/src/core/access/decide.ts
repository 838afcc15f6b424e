// Is this request allowed, and which statement decided? Everything is denied unless allowed, and any deny ends it:
// https://www.tencentcloud.com/document/product/598/10605; Open Telekom Cloud evaluates in the same way.
import type { Catalog, DialectCatalog } from "../catalog/catalog.js";
import type { Policy, Statement } from "../policy/model.js";
import { type By, byOf } from "./by.js";
import { type CompiledStatement, compilePolicy } from "./compiled.js";
import { type AccessRequest, type Answer, answer, type Question, questionOf } from "./question.js";
import { matchesResource } from "./resource-pattern.js";

export interface Decision {
  readonly decision: "allowed" | "denied";
  /** The statement that decided; absent where none matched. */
  readonly by?: By;
  readonly reason: DecisionReason;
  /** Where nothing matched: the first of the allowing statements that came nearest, and what of it did not fit. */
  readonly nearest?: NearMiss;
}

export type DecisionReason = "allowed-by" | "denied-by" | "not-matched";

export interface NearMiss {
  readonly policy: Policy;
  readonly statement: Statement;
  /** `every-resource`: the action can only be allowed on every resource, and the statement names some. */
  readonly missed: "action" | "resource" | "every-resource" | "condition";
}

export function decide(policies: readonly Policy[], request: AccessRequest, catalog: Catalog): Decision {
  return createDecider(policies, catalog)(request);
}

/** For those who ask about the same policies several times. */
export function createDecider(
  policies: readonly Policy[],
  catalog: Catalog,
): (request: AccessRequest) => Decision {
  const compiled = new Map<Policy, readonly CompiledStatement[]>();
  return (request) => {
    let decided: Decision = { decision: "denied", reason: "not-matched" };
    for (const policy of policies) {
      const facts = catalog.of(policy.dialect);
      const question = questionOf(request, facts);
      if (question === undefined) continue;
      const statements = compiled.get(policy) ?? compilePolicy(policy, facts).statements;
      compiled.set(policy, statements);
      decided = decideAmong(statements, question, facts, decided);
      if (decided.reason === "denied-by") break;
    }
    return decided;
  };
}

/** The decision of statements that come after others, which decided as given. */
function decideAmong(
  statements: readonly CompiledStatement[],
  question: Question,
  facts: DialectCatalog,
  earlier: Decision,
): Decision {
  let decided = earlier;
  for (const one of statements) {
    const { policy, statement, decision } = one;
    const given = answer(one, question);
    if (given === "met") {
      if (decision === "allow" && decided.reason !== "not-matched") continue;
      const by = byOf(one, question.subject.key, reachingResource(one, question), facts);
      if (decision === "deny") return { decision: "denied", by, reason: "denied-by" };
      decided = { decision: "allowed", by, reason: "allowed-by" };
    } else if (decision === "allow" && decided.reason === "not-matched") {
      const known = decided.nearest;
      if (known === undefined || NEARNESS[given] > NEARNESS[known.missed]) {
        decided = { ...decided, nearest: { policy, statement, missed: given } };
      }
    }
  }
  return decided;
}

function reachingResource(
  { resources }: CompiledStatement,
  { subject, segments }: Question,
): string | undefined {
  if (subject.reach === "resources-do-not-count") return undefined;
  return resources.find((one) => matchesResource(one, segments))?.text;
}

const NEARNESS: Readonly<Record<Answer, number>> = {
  action: 0,
  resource: 1,
  "every-resource": 1,
  condition: 2,
  met: 3,
};
