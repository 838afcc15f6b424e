// Finds service codes that do not exist. The lists of codes are incomplete, so only names that are known to be
// something else, and near misses of known codes, are spoken of.
import type { DialectCatalog, ResolvedAction } from "../catalog/catalog.js";
import { guessServiceCode, isServiceCode } from "../catalog/service-codes.js";
import { editInString } from "../text/string-part.js";
import { defineCheck } from "./check.js";

export const unknownService = defineCheck({
  id: "unknown-service",
  title: "Service of an action does not exist",
  category: "action",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  fixable: ["unsafe"],
  // The code that is meant is in lower case anyway.
  supersedes: ["service-case"],
  perStatement: true,
  needs: { action: isOfUnknownService },
  messages: {
    alias: '"{code}" is no service code of {title}, actions of {product} start with "{meant}:"',
    case: '"{code}" is no service code of {title}, which writes it "{meant}"',
    near: '"{code}" is no known service code of {title}, did you mean "{meant}"',
    unknown: '"{code}" is no service code of {title}',
    write: 'Change the service to "{meant}"',
  },

  *run({ statements, dialect }, { facts }) {
    for (const action of statements.flatMap(({ actions }) => actions)) {
      const resolved = facts.action(action.text);
      const { reading } = resolved;
      if (reading.kind !== "action" || !isOfUnknownService(resolved, facts)) continue;
      const guess = guessServiceCode(reading.service, facts, havingAction(reading.name, facts));
      if (guess === undefined) {
        if (!facts.data.serviceCodesComplete) continue;
        yield {
          span: action.span,
          message: "unknown",
          values: { code: reading.service, title: dialect.title },
        };
        continue;
      }
      const { meant } = guess;
      const product = facts.service(meant)?.product ?? meant;
      yield {
        span: action.span,
        message: guess.reason,
        values: { code: reading.service, title: dialect.title, meant, product },
        fixes: [
          { title: "write", safety: "unsafe", edits: [editInString(action, reading.serviceSpan, meant)] },
        ],
      };
    }
  },
});

/** Nearly every action is of a service with a list: the codes of the others need not be collected. */
function isOfUnknownService({ reading, service }: ResolvedAction, facts: DialectCatalog): boolean {
  if (service !== undefined || reading.kind !== "action" || reading.service === "*") return false;
  return !isServiceCode(reading.service, facts);
}

/** A short code, one edit away, is meant where its service has exactly this action. */
function havingAction(name: string, { services, action }: DialectCatalog): readonly string[] {
  return [...services.keys()].filter((code) => action(`${code}:${name}`).action !== undefined);
}
