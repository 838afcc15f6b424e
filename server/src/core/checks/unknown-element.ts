// Finds elements that the grammar does not have: misspelled ones, those of other places in the policy, and
// those of other policy languages.
import type { ElementRule } from "../policy/dialect.js";
import { elementMeant, isLoneStatement } from "../policy/element-names.js";
import type { Element } from "../policy/model.js";
import { removeEntry } from "../text/remove-entry.js";
import type { MapValue } from "../text/value.js";
import { defineCheck, type FixSafety } from "./check.js";

/** Elements of AWS policies. Some only label a policy; without a negated one it would say the opposite. */
const AWS = ["sid", "id", "principal", "notprincipal", "notaction", "notresource"];
const LABELS = ["sid", "id"];
const NEGATED = ["notprincipal", "notaction", "notresource"];

export const unknownElement = defineCheck({
  id: "unknown-element",
  title: "Element is not part of the grammar",
  category: "document",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["safe", "unsafe"],
  perStatement: true,
  needs: { slip: true },
  messages: {
    near: '"{name}" is no element of {title} policies, did you mean "{meant}"',
    aws: '"{name}" is an element of AWS policies that {title} does not have',
    role: '"{name}" is an element of roles, not of policies',
    "in-policy": '"{name}" is an element of the policy, not of a statement',
    "in-statement": '"{name}" is an element of a statement, not of the policy',
    unknown: '"{name}" is no element of {title} policies',
    write: 'Write "{meant}"',
    remove: 'Remove "{name}"',
  },

  *run(policy, { text }) {
    const { dialect, statements } = policy;
    const { elements } = dialect;
    // Where the whole document is one statement, that is the finding.
    const isLone = isLoneStatement(policy);
    yield* inMap(policy.value, policy.elements, elements.policy, elements.statement, "in-statement");
    for (const statement of statements) {
      yield* inMap(statement.value, statement.elements, elements.statement, elements.policy, "in-policy");
    }

    function* inMap(
      map: MapValue,
      written: readonly Element[],
      rules: readonly ElementRule[],
      elsewhere: readonly ElementRule[],
      misplaced: "in-policy" | "in-statement",
    ) {
      const taken = new Set(written.map(({ rule }) => rule));
      for (const [index, element] of written.entries()) {
        if (element.rule !== undefined) continue;
        const { span, text: name } = element.key;
        const values = { name, title: dialect.title };
        const meant = elementMeant(name, rules);
        if (meant !== undefined) {
          // Where the right name stands already, writing it again would only make a new fault.
          const isFree = !taken.has(meant);
          taken.add(meant);
          const edits = [{ span, text: JSON.stringify(meant.name) }];
          const fixes = isFree ? [{ title: "write", safety: "safe", edits } as const] : [];
          yield { span, message: "near", values: { ...values, meant: meant.name }, fixes } as const;
          continue;
        }
        const lower = name.toLowerCase();
        const isElsewhere = elsewhere.some((rule) => rule.name.toLowerCase() === lower);
        if (isElsewhere && isLone) continue;
        const isRemovable = !isElsewhere && !NEGATED.includes(lower);
        const message = isElsewhere ? misplaced : originOf(lower);
        const safety: FixSafety = LABELS.includes(lower) ? "safe" : "unsafe";
        const fix = {
          title: "remove",
          safety,
          edits: [removeEntry(text, map, element.entry, index)],
        } as const;
        yield { span, message, values, ...(isRemovable && { fixes: [fix] }) } as const;
      }
    }
  },
});

function originOf(name: string): "aws" | "role" | "unknown" {
  if (AWS.includes(name)) return "aws";
  return name === "depends" ? "role" : "unknown";
}
