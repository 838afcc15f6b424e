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
  needs: { slip: true },
  messages: {
    missing: 'Statement {number} has no "{name}"',
    insert: 'Insert "{name}" with every action of the service: "{action}"',
  },

  *run(policy, { text }) {
    const { statements, dialect } = policy;
    const rules = dialect.elements.statement;
    const rule = ruleOf("action", rules);
    if (rule?.required !== true) return;
    let habit: Habit | undefined;
    for (const statement of statements) {
      const { value, action, notAction, elements, effect, index } = statement;
      if (action !== undefined || notAction !== undefined || isMisnamed("action", elements, rules)) continue;
      if (!isClosed(text, value)) continue;
      habit ??= habitOf(policy);
      const guess = guessAction(statement, habit, dialect);
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

interface Habit {
  readonly services: ReadonlySet<string>;
  /** `name/`, where the policy writes it. */
  readonly prefix: string;
}

function habitOf({ statements, dialect }: Policy): Habit {
  const services = new Set<string>();
  let prefix: string | undefined;
  for (const { text } of statements.flatMap(({ actions }) => actions)) {
    const reading = dialect.readAction(text);
    if (reading.kind !== "action") continue;
    services.add(reading.service);
    prefix ??= reading.prefix;
  }
  return { services, prefix: prefix ?? "" };
}

/** Every action of the service that the statement's resources name, or that all other statements are about. */
function guessAction({ resources }: Statement, habit: Habit, dialect: Dialect): string | undefined {
  const named = new Set<string>();
  for (const { text } of resources) {
    const reading = dialect.readResource(text);
    if (reading.kind === "resource" && !reading.any) named.add(reading.service);
  }
  const services = named.size > 0 ? named : habit.services;
  const [service = ""] = services;
  if (services.size !== 1 || service === "" || service.includes("*")) return undefined;
  return everyAction(`${habit.prefix}${service}`, dialect);
}

/** Dialects differ in how many parts an action has. */
function everyAction(service: string, { readAction }: Dialect): string | undefined {
  const forms = [`${service}:*`, `${service}:*:*`];
  return forms.find((form) => readAction(form).kind === "action");
}
