// Finds statements without actions. A fix is offered only where the rest of the policy tells the service.
import type { Dialect } from "../policy/dialect.js";
import { isMisnamed, ruleOf } from "../policy/element-names.js";
import type { Policy, Statement } from "../policy/model.js";
import { openingOf } from "../policy/walk.js";
import { insertEntry } from "../text/insert-entry.js";
import { isClosed } from "../text/style.js";
import { defineCheck } from "./check.js";

export const missingAction = defineCheck({
  id: "missing-action",
  title: "Statement has no action",
  category: "statement",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["unsafe"],
  messages: {
    missing: 'Statement {number} has no "{name}"',
    insert: 'Insert "{name}" with every action of the service: "{action}"',
  },

  *run(policy, { text }) {
    const { statements, dialect } = policy;
    const rules = dialect.elements.statement;
    const rule = ruleOf("action", rules);
    if (rule?.required !== true) return;
    for (const statement of statements) {
      const { value, action, notAction, elements, effect, index } = statement;
      if (action !== undefined || notAction !== undefined || isMisnamed("action", elements, rules)) continue;
      if (!isClosed(text, value)) continue;
      const guess = guessAction(statement, policy);
      const entry = { key: rule.name, value: JSON.stringify([guess]), after: effect?.entry };
      yield {
        span: openingOf(value.span),
        message: "missing",
        values: { number: index + 1, name: rule.name, action: guess ?? "" },
        ...(guess !== undefined && {
          fixes: [{ title: "insert", safety: "unsafe", edits: [insertEntry(text, value, entry)] }],
        }),
      };
    }
  },
});

/** Every action of the service that the statement's resources name, or that all other statements are about. */
function guessAction({ resources }: Statement, { dialect, statements }: Policy): string | undefined {
  const others = statements.flatMap(({ actions }) => actions).map(({ text }) => dialect.readAction(text));
  const named = resources.map(({ text }) => dialect.readResource(text));
  const services = new Set<string>();
  for (const reading of named) if (reading.kind === "resource" && !reading.any) services.add(reading.service);
  if (services.size === 0) {
    for (const reading of others) if (reading.kind === "action") services.add(reading.service);
  }
  const [service = ""] = services;
  if (services.size !== 1 || service === "" || service.includes("*")) return undefined;
  const prefix = others.find((reading) => reading.kind === "action")?.prefix ?? "";
  return everyAction(`${prefix}${service}`, dialect);
}

/** Dialects differ in how many parts an action has. */
function everyAction(service: string, { readAction }: Dialect): string | undefined {
  const forms = [`${service}:*`, `${service}:*:*`];
  return forms.find((form) => readAction(form).kind === "action");
}
