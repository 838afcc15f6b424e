// Finds operators that compare the tags of a resource or request, of which there may be several, without saying that
// one of them is enough. A negated operator is left alone: with the prefix it would say something else.
import { findKey, findOperator } from "../catalog/conditions.js";
import { writtenAmong } from "../policy/condition.js";
import { writeOperatorName } from "../policy/operator-name.js";
import { defineCheck } from "./check.js";

export const multivaluePrefix = defineCheck({
  id: "multivalue-prefix",
  title: "Tags are compared without a prefix for several values",
  category: "condition",
  severity: "hint",
  confidence: "medium",
  since: "0.1.0",
  fixable: ["unsafe"],
  perStatement: true,
  needs: { role: "condition" },
  messages: {
    prefix: '"{name}" compares "{key}", which may have several values, without "{prefix}"',
    write: 'Write "{meant}"',
  },

  *run({ statements, dialect }, { facts }) {
    const prefix = dialect.operatorAffixes.anyValue;
    for (const { operators } of statements) {
      const isWritten = writtenAmong(operators);
      for (const { key, name, keys } of operators) {
        const operator = findOperator(name, facts);
        if (operator?.type !== "string" || operator.negated === true || name.quantifier !== undefined)
          continue;
        const tags = keys.filter((compared) => isTags(findKey(compared.name, facts)));
        const [first] = tags;
        if (first === undefined) continue;
        const meant = writeOperatorName(
          operator.name,
          { quantifier: "any", ifExists: name.ifExists },
          dialect,
        );
        const edits = [{ span: key.span, text: JSON.stringify(meant) }];
        yield {
          span: key.span,
          message: "prefix",
          values: { name: key.text, key: first.key.text, prefix, meant },
          // No page says how several values are compared without the prefix, and other keys do not want it.
          ...(tags.length === keys.length &&
            !isWritten(meant) && { fixes: [{ title: "write", safety: "unsafe", edits }] }),
        };
      }
    }
  },
});

function isTags(key: ReturnType<typeof findKey>): boolean {
  return key?.type === "tag" && key.tagName === undefined;
}
