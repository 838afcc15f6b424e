// What a hover says on an effect and on the head of a policy: what is allowed, and what of it does not count.
import * as l10n from "@vscode/l10n";
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
    return l10n.t("**The effect is not known**, and neither is what the statement does.");
  const facts = services.catalog.of(policy.dialect);
  const summary = summarizeStatement(statement, policy, services.catalog);
  if (summary.tooLarge) return describeSummary(summary, facts, services);
  const { ineffective, incomplete } = gapsOf(statement, policy, facts);
  const lines = [describeSummary(summary, facts, services).trimEnd()];
  if (ineffective.length > 0) lines.push("", noEffectHere(ineffective));
  if (incomplete) lines.push("", incompleteWords());
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
    if (ineffective.length === 0) continue;
    const isOnly = policy.statements.length === 1;
    lines.push("", isOnly ? noEffectHere(ineffective) : noEffectIn(statement, ineffective));
  }
  if (known.length < policy.statements.length)
    lines.push("", l10n.t("Statements whose effect is not known do not count."));
  for (const { index } of summary.unread) {
    const number = index + 1;
    lines.push(
      "",
      l10n.t("Statement {number} does not count, because its condition cannot be read.", { number }),
    );
  }
  if (gaps.some(({ incomplete }) => incomplete)) lines.push("", incompleteWords());
  lines.push("", describeSize(policy));
  return lines.join("\n");
}

type Texts = readonly { readonly text: string }[];

function noEffectHere(actions: Texts): string {
  return l10n.t("No effect here: {actions}", { actions: namesOf(actions) });
}

function noEffectIn({ index }: Statement, actions: Texts): string {
  return l10n.t("No effect in statement {number}: {actions}", {
    number: index + 1,
    actions: namesOf(actions),
  });
}

function incompleteWords(): string {
  return l10n.t("Missing or malformed actions and resources do not count.");
}

function namesOf(actions: Texts): string {
  return list(
    actions.map(({ text }) => code(text)),
    NAMED_ACTIONS,
  );
}
