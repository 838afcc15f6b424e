// What a hover on the name of an element says of the statement at hand: how much its actions reach, on what, and when.
import * as l10n from "@vscode/l10n";
import {
  type DialectCatalog,
  describeConditions,
  describeResources,
  type ElementRole,
  MARKDOWN,
  type Statement,
} from "../../core/index.js";
import { actionCounts } from "../action-counts.js";
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
      if (reached.size === 0) return l10n.t("Here: none that the catalog lists.");
      const known = actionCounts(reached);
      const isMore = actions.some(({ text }) => facts.action(text).reachesUnlisted);
      return isMore ? l10n.t("Here: {actions}, and what no list has.", { actions: known }) : here(known);
    }
    case "resource": {
      if (resources.length === 0) return undefined;
      const texts = resources.map(({ text }) => text);
      return here(describeResources(texts, facts, applications, MARKDOWN));
    }
    case "condition": {
      const phrase = describeConditions(statement, facts, MARKDOWN);
      return phrase === null ? undefined : here(phrase);
    }
    default:
      return undefined;
  }
}

function here(what: string): string {
  return l10n.t("Here: {what}.", { what });
}
