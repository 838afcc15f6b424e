// Finds patterns that reach no action. Where the list of a service is complete, that is certain; where it is
// not, only a near miss of a word that its known actions start with is spoken of.
import type { DialectCatalog, Service } from "../catalog/catalog.js";
import { matchesPattern } from "../catalog/pattern.js";
import type { ActionParts } from "../policy/dialect.js";
import { nearest } from "../text/nearest.js";
import { editInString } from "../text/string-part.js";
import { defineCheck } from "./check.js";

export const wildcardMatchesNothing = defineCheck({
  id: "wildcard-matches-nothing",
  title: "Wildcard matches no known action",
  category: "action",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  fixable: ["unsafe"],
  perStatement: true,
  needs: { action: ({ isPattern, reached }) => isPattern && reached.length === 0 },
  messages: {
    case: '"{name}" matches no known action of {product}, whose names are documented as "{meant}"',
    near: '"{name}" matches no known action of {product}, did you mean "{meant}"',
    none: '"{name}" matches none of the {count} actions of {product}',
    write: 'Change to "{meant}"',
  },

  *run({ statements }, { facts }) {
    for (const action of statements.flatMap(({ actions }) => actions)) {
      const { reading, service, isPattern, reached } = facts.action(action.text);
      if (reading.kind !== "action" || service === undefined || !isPattern || reached.length > 0) continue;
      if (service.completeness === "excerpt") continue;
      const { name } = reading;
      const values = { name, product: service.product, count: service.actions.length };
      const meant = meantPattern(reading, service, facts);
      if (meant === undefined) {
        if (service.completeness === "complete") yield { span: action.span, message: "none", values };
        continue;
      }
      const isCase = meant.toLowerCase() === name.toLowerCase();
      yield {
        span: action.span,
        message: isCase ? "case" : "near",
        values: { ...values, meant },
        ...(isCase && { severity: "hint" }),
        fixes: [{ title: "write", safety: "unsafe", edits: [editInString(action, reading.nameSpan, meant)] }],
      };
    }
  },
});

/** Shorter words are near to too many others to say anything about a list that has gaps. */
const SHORTEST = 5;

/** The pattern with its words put right, where that makes it reach something. */
function meantPattern(
  { name, service }: ActionParts,
  list: Service,
  facts: DialectCatalog,
): string | undefined {
  const fold = (text: string) => (facts.dialect.actionCase === "insensitive" ? text.toLowerCase() : text);
  const names = list.actions.map((action) => action.name.split(":"));
  const parts = name.split(":").map((part, at) => {
    const known = names.map((candidate) => candidate[at] ?? "");
    if (known.some((candidate) => matchesPattern(fold(part), fold(candidate)))) return part;
    const wordOf = part.includes("*") ? firstWord : (text: string) => text;
    const word = wordOf(part);
    const near = nearest(word, new Set(known.map(wordOf)));
    const isSure = list.completeness === "complete" || word.length >= SHORTEST;
    if (near === undefined || !(isSure || near.toLowerCase() === word.toLowerCase())) return part;
    return near + part.slice(word.length);
  });
  const meant = parts.join(":");
  if (meant === name || facts.action(`${service}:${meant}`).reached.length === 0) return undefined;
  return meant;
}

/** The verb that a name starts with: `Describe` of `DescribeRoom*`. */
function firstWord(text: string): string {
  return /^[A-Za-z]?[a-z]*/.exec(text)?.[0] ?? "";
}
