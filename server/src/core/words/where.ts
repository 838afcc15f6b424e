// On what, and under which conditions, a statement counts; few applications are named one by one.
import * as l10n from "@vscode/l10n";
import type { Application } from "../catalog/applications.js";
import type { DialectCatalog } from "../catalog/catalog.js";
import type { Statement } from "../policy/model.js";
import { describeConditions } from "./conditions.js";
import { fill } from "./fill.js";
import { enumerate } from "./lists.js";
import { areEverything, describeResources } from "./resources.js";
import type { Style } from "./style.js";

/** What words need to know besides what they are about. */
export interface Wording {
  readonly facts: DialectCatalog;
  readonly applications: readonly Application[];
  readonly style: Style;
}

export interface Where {
  readonly resources: string;
  readonly isEverything: boolean;
  readonly conditions: string | null;
}

/** Resources that are spelled out before they are counted. */
const NAMED_RESOURCES = 3;

export function whereOf(
  texts: readonly string[],
  statement: Statement,
  { facts, applications, style }: Wording,
): Where {
  const isEverything = areEverything(texts, facts);
  const each = new Set(texts.map((one) => describeResources([one], facts, applications, style)));
  const isShort = each.size <= NAMED_RESOURCES && !isEverything;
  return {
    resources: isShort ? enumerate([...each]) : describeResources(texts, facts, applications, style),
    isEverything,
    conditions: describeConditions(statement, facts, style),
  };
}

/** `app 1400100200 (Live prod), only from 10.0.0.0/8`. */
export function whereInWords({ resources, conditions }: Pick<Where, "resources" | "conditions">): string {
  if (conditions === null) return resources;
  return fill(l10n.t({ message: "{resources}, {conditions}", comment: ["where something counts"] }), {
    resources,
    conditions,
  });
}
