// What a hover on the name of an element says of the statement at hand: how much its actions reach, on what, and when.
import {
  counts,
  type DialectCatalog,
  describeConditions,
  describeResources,
  type ElementRole,
  MARKDOWN,
  type Statement,
} from "../../core/index.js";
import type { Services } from "../document.js";

export function statementHere(
  role: ElementRole,
  statement: Statement,
  facts: DialectCatalog,
  { applications }: Services,
): string | undefined {
  const { actions, resources } = statement;
  switch (role) {
    case "action": {
      if (actions.length === 0) return undefined;
      const reached = new Set(actions.flatMap(({ text }) => facts.action(text).reached));
      const of = (...levels: (string | undefined)[]) =>
        [...reached].filter(({ access }) => levels.includes(access)).length;
      const isMore = actions.some(({ text }) => facts.action(text).reachesUnlisted);
      const known = counts(of("read", "list"), of("write"), of(undefined));
      return `Here: ${reached.size === 0 ? "none that the catalog lists" : known}${isMore && reached.size > 0 ? ", and what no list has" : ""}.`;
    }
    case "resource": {
      if (resources.length === 0) return undefined;
      const texts = resources.map(({ text }) => text);
      return `Here: ${describeResources(texts, facts, applications, MARKDOWN)}.`;
    }
    case "condition": {
      const phrase = describeConditions(statement, facts, MARKDOWN);
      return phrase === null ? undefined : `Here: ${phrase}.`;
    }
    default:
      return undefined;
  }
}
