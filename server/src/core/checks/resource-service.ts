// Finds service segments of resources that are no service. The lists of codes are incomplete, so only names that
// are known to be something else, and near misses of known codes, are spoken of.
import { isPattern } from "../catalog/pattern.js";
import { remember } from "../catalog/remember.js";
import { isAllWithoutResources } from "../catalog/resources.js";
import { guessServiceCode, isServiceCode } from "../catalog/service-codes.js";
import type { Statement } from "../policy/model.js";
import { hasPlaceholder } from "../policy/placeholders.js";
import { editInString } from "../text/string-part.js";
import { defineCheck } from "./check.js";

export const resourceService = defineCheck({
  id: "resource-service",
  title: "Service of a resource does not exist",
  category: "resource",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  fixable: ["unsafe"],
  perStatement: true,
  needs: {
    resource: (_, reading, facts) =>
      reading.kind === "resource" && reading.service !== "" && facts.service(reading.service) === undefined,
  },
  messages: {
    alias: '"{code}" is no service code of {title}, resources of {product} name "{meant}"',
    case: '"{code}" is no service code of {title}, which writes it "{meant}"',
    near: '"{code}" is no known service code of {title}, did you mean "{meant}"',
    unknown: '"{code}" is no service code of {title}',
    write: 'Change the service to "{meant}"',
  },

  *run({ statements, dialect: { title } }, { facts }) {
    const isCode = remember((code) => isServiceCode(code, facts));
    const codesOf = ({ actions }: Statement) =>
      actions.flatMap(({ text }) => {
        const { reading } = facts.action(text);
        return reading.kind === "action" ? [reading.service.toLowerCase()] : [];
      });
    for (const statement of statements) {
      for (const resource of statement.resources) {
        const reading = facts.resource(resource.text);
        if (reading.kind !== "resource" || reading.any) continue;
        const { service: code } = reading;
        // An empty segment is every service; a placeholder is left to a check of its own.
        if (code === "" || isPattern(code) || isCode(code) || hasPlaceholder(code)) continue;
        if (isAllWithoutResources(facts, statement)) break;
        const { span } = resource;
        const segment = reading.segments.find(({ role }) => role === "service");
        const guess = guessServiceCode(code, facts, codesOf(statement).filter(isCode));
        // Pages of other products print their codes in capitals too, and no page says whether case counts.
        if (guess?.reason === "case" && facts.service(guess.meant) === undefined) continue;
        if (guess === undefined || segment === undefined) {
          if (facts.data.serviceCodesComplete) yield { span, message: "unknown", values: { code, title } };
          continue;
        }
        const { reason, meant } = guess;
        yield {
          span,
          message: reason,
          values: { code, title, meant, product: facts.service(meant)?.product ?? meant },
          fixes: [{ title: "write", safety: "unsafe", edits: [editInString(resource, segment.span, meant)] }],
        };
      }
    }
  },
});
