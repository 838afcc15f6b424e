// Finds tags in conditions whose key and value are joined by a colon or an equals sign.
import { findKey, findOperator } from "../catalog/conditions.js";
import { operatorsOf } from "../policy/condition.js";
import { placeholdersIn } from "../policy/placeholders.js";
import { shortened } from "../text/shorten.js";
import { overlaps, type Span, spanOf } from "../text/span.js";
import { defineCheck } from "./check.js";

export const tagSeparator = defineCheck({
  id: "tag-separator",
  title: "Tag is not joined by &",
  category: "condition",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["unsafe"],
  perStatement: true,
  needs: { role: "condition" },
  messages: {
    separator: '"{text}" joins the key and the value of a tag by "{found}", where "{key}" has "&"',
    write: 'Write "{meant}"',
  },

  *run(policy, { facts }) {
    for (const { name, keys } of operatorsOf(policy)) {
      // A test for an absent key compares no tag.
      if (findOperator(name, facts)?.type !== "string") continue;
      for (const { key, name: keyName, values } of keys) {
        const known = findKey(keyName, facts);
        if (known?.type !== "tag" || known.tagName !== undefined) continue;
        for (const { kind, text, span } of values) {
          const [first, ...more] = kind === "string" ? separatorsIn(text) : [];
          if (first === undefined || text.includes("&")) continue;
          const meant = `${text.slice(0, first.start)}&${text.slice(first.end)}`;
          const edits = [{ span, text: JSON.stringify(meant) }];
          yield {
            span,
            message: "separator",
            values: {
              text: shortened(text),
              found: text.slice(first.start, first.end),
              key: key.text,
              meant: shortened(meant),
            },
            ...(known.doubtful === true && { severity: "warning" }),
            // The statement begins to reach what it did not before.
            ...(more.length === 0 && { fixes: [{ title: "write", safety: "unsafe", edits }] }),
          };
        }
      }
    }
  },
});

/** A variable may hold a colon in its name, and may stand for all of a tag. */
function separatorsIn(text: string): readonly Span[] {
  const variables = placeholdersIn(text);
  return [...text.matchAll(/[:=：＝＆]/g)]
    .map(({ index }) => spanOf(index, index + 1))
    .filter((found) => !variables.some(({ span }) => overlaps(span, found)));
}
