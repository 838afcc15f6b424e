// Finds actions that no list of their service has. A list may be incomplete: the message says so.
// Patterns are left to `wildcard-matches-nothing`, known names in other case to `action-case`.
import { actionInAnyCase } from "../catalog/action-names.js";
import type { DialectCatalog, ResolvedAction, Service } from "../catalog/catalog.js";
import { distanceWithin, nearest } from "../text/nearest.js";
import { editInString } from "../text/string-part.js";
import { defineCheck } from "./check.js";

export const unknownAction = defineCheck({
  id: "unknown-action",
  title: "Action is not in the catalog",
  category: "action",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  fixable: ["unsafe"],
  perStatement: true,
  needs: { action: isUnknown },
  messages: {
    near: '"{name}" is no known action of {product}, did you mean "{meant}"',
    elsewhere: '"{name}" is no known action of {product}, {other} has one of that name',
    unlisted: '"{name}" is not in the {product} catalog of {date}, which is known to be incomplete',
    unknown: '"{name}" is not among the actions that {product} documents (catalog of {date})',
    write: 'Change to "{meant}"',
  },

  *run({ statements }, { facts, catalog }) {
    for (const action of statements.flatMap(({ actions }) => actions)) {
      const resolved = facts.action(action.text);
      const { reading, service } = resolved;
      if (!isUnknown(resolved) || reading.kind !== "action" || service === undefined) continue;
      const { span } = action;
      const { name } = reading;
      if (actionInAnyCase(service, name) !== undefined) continue;
      const values = { name, product: service.product, date: catalog.date };
      const meant = nearestAction(name, service);
      if (meant !== undefined) {
        const severity = service.completeness === "excerpt" ? "info" : undefined;
        const edits = [editInString(action, reading.nameSpan, meant)];
        yield {
          span,
          message: "near",
          values: { ...values, meant },
          ...(severity && { severity }),
          fixes: [{ title: "write", safety: "unsafe", edits }],
        };
        continue;
      }
      // An excerpt knows only what other services need: there, a near miss is all that can be said.
      if (service.completeness === "excerpt") continue;
      const other = ownerOf(name, facts, service);
      if (other !== undefined) {
        const full = `${other.code}:${name}`;
        const edits = [editInString(action, reading.serviceSpan, other.code)];
        yield {
          span,
          message: "elsewhere",
          values: { ...values, other: other.product },
          fixes: [{ title: "write", values: { meant: full }, safety: "unsafe", edits }],
        };
        continue;
      }
      yield { span, message: service.completeness === "complete" ? "unknown" : "unlisted", values };
    }
  },
});

function isUnknown({ reading, service, action, isPattern }: ResolvedAction): boolean {
  return reading.kind === "action" && service !== undefined && action === undefined && !isPattern;
}

/** Long names of a vendor resemble each other: more than a few edits away, another action is meant. */
function nearestAction(name: string, { actions, completeness }: Service): string | undefined {
  const found = nearest(
    name,
    actions.map((action) => action.name),
  );
  if (found === undefined) return undefined;
  const limit = completeness === "excerpt" ? 1 : 3;
  return distanceWithin(name.toLowerCase(), found.toLowerCase(), limit) === undefined ? undefined : found;
}

/** A service whose list is more than an excerpt and has an action of exactly this name. */
function ownerOf(name: string, facts: DialectCatalog, service: Service): Service | undefined {
  return [...facts.services.values()].find(
    (other) =>
      other !== service &&
      other.completeness !== "excerpt" &&
      facts.action(`${other.code}:${name}`).action !== undefined,
  );
}
