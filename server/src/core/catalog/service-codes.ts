// Which service is meant by a code that does not exist. The lists of codes are incomplete, so only names that are
// known to be something else, and near misses of known codes, are spoken of.
import { distanceWithin, nearest } from "../text/nearest.js";
import type { DialectCatalog } from "./catalog.js";

export interface CodeGuess {
  readonly reason: "alias" | "case" | "near";
  readonly meant: string;
}

/** Below this length, codes lie so close together that a near miss says nothing. */
const SHORTEST = 4;

/** Whether the code is listed; case counts only where the dialect's actions have case. */
export function isServiceCode(code: string, { dialect, service, data }: DialectCatalog): boolean {
  if (service(code) !== undefined) return true;
  const fold = (text: string) => (dialect.actionCase === "insensitive" ? text.toLowerCase() : text);
  return data.serviceCodes.some((known) => fold(known) === fold(code));
}

/** Of a code that is not listed. `likely` are codes of which something else speaks. */
export function guessServiceCode(
  code: string,
  { services, data }: DialectCatalog,
  likely: Iterable<string>,
): CodeGuess | undefined {
  const lower = code.toLowerCase();
  const alias = data.serviceAliases[lower];
  if (alias !== undefined) return { reason: "alias", meant: alias };
  const codes = [...services.keys(), ...data.serviceCodes];
  const sameCode = codes.find((known) => known.toLowerCase() === lower);
  if (sameCode !== undefined) return { reason: "case", meant: sameCode };
  for (const known of likely) {
    if (lower[0] === known[0] && distanceWithin(lower, known, 1) !== undefined) {
      return { reason: "near", meant: known };
    }
  }
  if (code.length < SHORTEST) return undefined;
  const long = codes.filter(
    (known) => known.length >= SHORTEST && distanceWithin(lower, known, 1) !== undefined,
  );
  const meant = nearest(code, long);
  return meant === undefined ? undefined : { reason: "near", meant };
}
