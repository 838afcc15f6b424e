// Does one list of statements allow something that another does not? The short form of comparing, which stops at the
// first answer.
import type { DialectCatalog } from "../../catalog/catalog.js";
import type { Budget } from "../cells/budget.js";
import type { CompiledStatement } from "../compiled.js";
import { differences } from "./difference.js";

/** Undefined where it was not decided within the budget. */
export function grantsMore(
  after: readonly CompiledStatement[],
  before: readonly CompiledStatement[],
  facts: DialectCatalog,
  budget: Budget,
): boolean | undefined {
  let isOpen = false;
  for (const one of differences({ before, after }, facts, budget)) {
    if (one.kind === "undecided") isOpen = true;
    else if (one.side === "after") return true;
  }
  return isOpen ? undefined : false;
}
