// What a hover says on an effect and on the head of a policy: what is allowed, and what of it does not count.
import {
  code,
  describeSize,
  gapsOf,
  list,
  type Policy,
  type Statement,
  summarize,
  summarizeStatement,
} from "../../core/index.js";
import { describeSummary } from "../describe-access.js";
import type { Services } from "../document.js";

const NAMED_ACTIONS = 8;

export function statementText(statement: Statement, policy: Policy, services: Services): string {
  if (statement.decision === undefined)
    return "**The effect is not known**, and neither is what the statement does.";
  const facts = services.catalog.of(policy.dialect);
  const summary = summarizeStatement(statement, policy, services.catalog);
  if (summary.tooLarge) return describeSummary(summary, facts, services);
  const { ineffective, incomplete } = gapsOf(statement, policy, facts);
  const lines = [describeSummary(summary, facts, services).trimEnd()];
  if (ineffective.length > 0) lines.push("", `No effect here: ${namesOf(ineffective)}`);
  if (incomplete) lines.push("", INCOMPLETE);
  return lines.join("\n");
}

export function policyText(policy: Policy, services: Services): string {
  const summary = summarize(policy, services.catalog);
  const facts = services.catalog.of(policy.dialect);
  if (summary.tooLarge) return `${describeSummary(summary, facts, services)}\n\n${describeSize(policy)}`;
  const known = policy.statements.filter(({ decision }) => decision !== undefined);
  const gaps = known.map((statement) => ({ statement, ...gapsOf(statement, policy, facts) }));
  const lines = [describeSummary(summary, facts, services).trimEnd()];
  for (const { statement, ineffective } of gaps) {
    const where = policy.statements.length === 1 ? "here" : `in statement ${statement.index + 1}`;
    if (ineffective.length > 0) lines.push("", `No effect ${where}: ${namesOf(ineffective)}`);
  }
  if (known.length < policy.statements.length)
    lines.push("", "Statements whose effect is not known do not count.");
  for (const { index } of summary.unread) {
    lines.push("", `Statement ${index + 1} does not count, because its condition cannot be read.`);
  }
  if (gaps.some(({ incomplete }) => incomplete)) lines.push("", INCOMPLETE);
  lines.push("", describeSize(policy));
  return lines.join("\n");
}

const INCOMPLETE = "Missing or malformed actions and resources do not count.";

function namesOf(actions: readonly { readonly text: string }[]): string {
  return list(
    actions.map(({ text }) => code(text)),
    NAMED_ACTIONS,
  );
}
