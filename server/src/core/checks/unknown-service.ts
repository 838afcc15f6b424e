// Finds service codes that do not exist. The lists of codes are incomplete, so only names that are known to be
// something else, and near misses of known codes, are spoken of.
import type { DialectCatalog, Service } from "../catalog/catalog.js";
import type { ActionParts } from "../policy/dialect.js";
import { distanceWithin, nearest } from "../text/nearest.js";
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
  perStatement: true,
  messages: {
    alias: '"{code}" is no service code of {title}, actions of {product} start with "{meant}:"',
    case: '"{code}" is no service code of {title}, which writes it "{meant}"',
    near: '"{code}" is no known service code of {title}, did you mean "{meant}"',
    unknown: '"{code}" is no service code of {title}',
    write: 'Change the service to "{meant}"',
  },

  *run({ statements, dialect }, { facts }) {
    const fold = (code: string) => (dialect.actionCase === "insensitive" ? code.toLowerCase() : code);
    for (const action of statements.flatMap(({ actions }) => actions)) {
      const { reading, service } = facts.action(action.text);
      // Nearly every action is of a service with a list: the codes of the others need not be collected.
      if (service !== undefined || reading.kind !== "action" || reading.service === "*") continue;
      const codes = [...facts.services.keys(), ...facts.data.serviceCodes];
      if (codes.some((code) => fold(code) === fold(reading.service))) continue;
      const guess = guessFor(reading, facts, codes);
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
        message: guess.message,
        values: { code: reading.service, title: dialect.title, meant, product },
        fixes: [
          { title: "write", safety: "unsafe", edits: [editInString(action, reading.serviceSpan, meant)] },
        ],
      };
    }
  },
});

interface Guess {
  readonly message: "alias" | "case" | "near";
  readonly meant: string;
}

/** Below this length, codes lie so close together that a near miss says nothing. */
const SHORTEST = 4;

function guessFor(
  { service, name }: ActionParts,
  facts: DialectCatalog,
  codes: readonly string[],
): Guess | undefined {
  const lower = service.toLowerCase();
  const alias = facts.data.serviceAliases[lower];
  if (alias !== undefined && Object.hasOwn(facts.data.serviceAliases, lower))
    return { message: "alias", meant: alias };
  const sameCode = codes.find((code) => code.toLowerCase() === lower);
  if (sameCode !== undefined) return { message: "case", meant: sameCode };
  const owner = [...facts.services.values()].find((candidate) => isSlipOf(lower, candidate, name, facts));
  if (owner !== undefined) return { message: "near", meant: owner.code };
  if (service.length < SHORTEST) return undefined;
  const long = codes.filter(
    (code) => code.length >= SHORTEST && distanceWithin(lower, code, 1) !== undefined,
  );
  const meant = nearest(service, long);
  return meant === undefined ? undefined : { message: "near", meant };
}

/** A short code, one edit away, is meant where its service has exactly this action. */
function isSlipOf(written: string, { code }: Service, name: string, facts: DialectCatalog): boolean {
  if (written[0] !== code[0] || distanceWithin(written, code, 1) === undefined) return false;
  return facts.action(`${code}:${name}`).action !== undefined;
}
