// Finds effects that are not one of the dialect's two words. Other case of them is told apart by severity.
import type { EffectRule } from "../policy/dialect.js";
import { nearest } from "../text/nearest.js";
import { defineCheck } from "./check.js";

export const unknownEffect = defineCheck({
  id: "unknown-effect",
  title: "Effect is neither allow nor deny",
  category: "statement",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["safe", "unsafe"],
  perStatement: true,
  needs: { slip: true },
  messages: {
    unknown: '"{text}" is no effect; {title} knows "{allow}" and "{deny}"',
    near: '"{text}" is no effect, did you mean "{meant}"',
    case: '{title} writes the effect "{meant}", not "{text}"',
    write: 'Write "{meant}"',
  },

  *run({ statements, dialect }) {
    const { allow, deny, otherCase } = dialect.effects;
    for (const { effect, decision } of statements) {
      if (effect?.value?.kind !== "string") continue;
      const { text, span } = effect.value;
      if (text === allow || text === deny) continue;
      const values = { text, title: dialect.title, allow, deny };
      const known = decision && wordFor(decision, dialect.effects);
      const meant = known ?? nearest(text, [allow, deny]);
      if (meant === undefined) {
        yield { span, message: "unknown", values };
        continue;
      }
      const isCase = known !== undefined && text.trim() === text;
      const edits = [{ span, text: JSON.stringify(meant) }];
      yield {
        span,
        message: isCase ? "case" : "near",
        values: { ...values, meant },
        ...(isCase && otherCase === "accepted" && { severity: "hint" }),
        fixes: [{ title: "write", safety: known === undefined ? "unsafe" : "safe", edits }],
      };
    }
  },
});

function wordFor(decision: "allow" | "deny", effects: EffectRule): string {
  return decision === "allow" ? effects.allow : effects.deny;
}
