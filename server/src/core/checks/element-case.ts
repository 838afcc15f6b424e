// Finds elements that are written in another case than the dialect's own.
import type { Element, Policy } from "../policy/model.js";
import { defineCheck } from "./check.js";

export const elementCase = defineCheck({
  id: "element-case",
  title: "Element is written in other case",
  category: "document",
  severity: "error",
  confidence: "medium",
  since: "0.1.0",
  fixable: ["safe"],
  perStatement: true,
  needs: { slip: true },
  messages: {
    case: '{title} writes this element "{meant}", not "{name}"',
    write: 'Write "{meant}"',
  },

  *run(policy) {
    for (const elements of elementLists(policy)) {
      for (const element of elements) {
        const { key, rule } = element;
        // Elements that custom policies cannot have are the subject of other checks.
        if (rule === undefined || rule.reserved === true || rule.name === key.text) continue;
        const edits = [{ span: key.span, text: JSON.stringify(rule.name) }];
        yield {
          span: key.span,
          message: "case",
          values: { title: policy.dialect.title, name: key.text, meant: rule.name },
          ...(isOnlyOne(element, elements) && { fixes: [{ title: "write", safety: "safe", edits }] }),
        };
      }
    }
  },
});

function elementLists({ elements, statements }: Policy): readonly (readonly Element[])[] {
  return [elements, ...statements.map((statement) => statement.elements)];
}

/** Beside the element itself, the right name would stand twice. */
function isOnlyOne({ key, rule }: Element, elements: readonly Element[]): boolean {
  return !elements.some((element) => element.rule === rule && element.key !== key);
}
