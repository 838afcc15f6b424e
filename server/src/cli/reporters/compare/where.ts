// On what, and under which conditions, a statement counts; few applications are named one by one.
import {
  type DialectCatalog,
  describeConditions,
  describeResources,
  enumerate,
  type Statement,
  type Style,
} from "../../../core/index.js";
import type { ComparedFile } from "./compared.js";

/** Resources that are spelled out before they are counted. */
const NAMED_RESOURCES = 3;
const EVERYTHING = "everything";

export interface Where {
  readonly resources: string;
  readonly conditions: string | null;
}

export function whereOf(
  texts: readonly string[],
  statement: Statement,
  { applications }: ComparedFile,
  facts: DialectCatalog,
  style: Style,
): Where {
  const each = new Set(texts.map((one) => describeResources([one], facts, applications, style)));
  const isShort = each.size <= NAMED_RESOURCES && !each.has(EVERYTHING);
  return {
    resources: isShort ? enumerate([...each]) : describeResources(texts, facts, applications, style),
    conditions: describeConditions(statement, facts, style),
  };
}

export function wordsOf({ resources, conditions }: Where): string {
  return conditions === null ? resources : `${resources}, ${conditions}`;
}
