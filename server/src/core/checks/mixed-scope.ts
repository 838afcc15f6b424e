// Finds policies whose actions are of services of both kinds: those that are granted for the whole account, and
// those that are granted project by project.
import type { DialectCatalog } from "../catalog/catalog.js";
import { type ServiceScope, scopeOfService } from "../catalog/service-scope.js";
import type { Policy, Statement } from "../policy/model.js";
import { moveActions } from "../policy/split-statement.js";
import type { TextEdit } from "../text/edit.js";
import type { StringValue } from "../text/value.js";
import { defineCheck } from "./check.js";

export const mixedScope = defineCheck({
  id: "mixed-scope",
  title: "Policy has actions of global and of project-level services",
  category: "action",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  // A file holds one policy: the fix goes as far as statements that can be moved to another one.
  fixable: ["unsafe"],
  // Project-level services stand nearly everywhere.
  needs: { action: ({ text }, facts) => scopeOf(text, facts) === "global" },
  messages: {
    global:
      '"{text}" is of a global service and "{first}" of a project-level one, and the services of a policy are of one kind',
    project:
      '"{text}" is of a project-level service and "{first}" of a global one, and the services of a policy are of one kind',
    first: '"{first}" stands here',
    "move-global":
      "Move the actions of global services to statements of their own, ready for a second policy",
    "move-project":
      "Move the actions of project-level services to statements of their own, ready for a second policy",
  },

  *run(policy, { facts, text: source }) {
    let first: Placed | undefined;
    for (const statement of policy.statements) {
      for (const value of statement.actions) {
        const scope = scopeOf(value.text, facts);
        if (scope === undefined) continue;
        first ??= { value, scope };
        if (scope === first.scope) continue;
        const edits = source === "" ? [] : moveApart(source, policy, scope, facts);
        yield {
          span: value.span,
          message: scope,
          values: { text: value.text, first: first.value.text },
          related: [{ span: first.value.span, message: "first" }],
          ...(edits.length > 0 && { fixes: [{ title: `move-${scope}`, safety: "unsafe", edits }] }),
        };
        return;
      }
    }
  },
});

interface Placed {
  readonly value: StringValue;
  readonly scope: ServiceScope;
}

function scopeOf(text: string, facts: DialectCatalog): ServiceScope | undefined {
  const { reading } = facts.action(text);
  return reading.kind === "action" ? scopeOfService(reading.service, facts) : undefined;
}

/** Takes the actions of that kind out of every statement that has others too. */
function moveApart(
  source: string,
  policy: Policy,
  scope: ServiceScope,
  facts: DialectCatalog,
): readonly TextEdit[] {
  const mixed = policy.statements.flatMap((statement) => {
    const moved = new Set(statement.actions.filter(({ text }) => scopeOf(text, facts) === scope));
    return moved.size > 0 && moved.size < statement.actions.length ? [{ statement, moved }] : [];
  });
  const { statements: most = Number.POSITIVE_INFINITY } = policy.dialect.limits;
  if (policy.statements.length + mixed.length > most) return [];
  return mixed.flatMap(({ statement, moved }: { statement: Statement; moved: ReadonlySet<StringValue> }) =>
    moveActions(source, policy, statement, moved),
  );
}
