// Words the documentation of actions of Open Telekom Cloud. The vendor has no column of access levels,
// so every level says what it rests on.

import type { ActionText } from "../../src/core/catalog/data.js";
import { joinSentences } from "./dialect-parts.js";
import type { OtcAction, OtcDependencyService } from "./facts-otc.js";

export function imsActionText(action: OtcAction): ActionText {
  const inferred = action.accessSource.startsWith("inferred");
  // Behind a semicolon, an inferred basis names what the level does not show.
  const basisNote = inferred
    ? action.accessSource.split("; ")[1]
    : `Basis of the access level: ${action.accessSource}`;
  const note = joinSentences([
    action.scope.includes("enterpriseProject")
      ? undefined
      : "Project level only: without effect when granted through Enterprise Management",
    action.roleNote,
    action.dependencyNote,
    ...apiNotes(action),
    basisNote,
  ]);
  return {
    summary: action.summary,
    group: action.name.split(":")[1] ?? action.name,
    accessBasis: inferred ? "inferred" : "stated",
    ...(note === undefined ? {} : { note }),
    apis: action.apis,
    sources: action.sources,
  };
}

export function dependencyActionText(service: OtcDependencyService, name: string): ActionText {
  const [, type = "", operation = ""] = name.split(":");
  const neededBy = service.requiredByIms.find((entry) => entry.name === name)?.neededBy ?? [];
  const note = joinSentences([neededBy.length === 0 ? undefined : `Needed by ${neededBy.join(", ")}`]);
  return {
    // Only the name was collected, so the summary says no more than the name does.
    summary: `Operation ${operation} on ${type} of ${service.product}`,
    group: type,
    ...(note === undefined ? {} : { note }),
    sources: service.sources,
  };
}

/** One sentence for each set of further actions, and one for each remark on a single API. */
function apiNotes(action: OtcAction): readonly string[] {
  const byFurther = new Map<string, string[]>();
  for (const detail of action.apiDetails) {
    const further = detail.alsoRequires?.join(", ");
    if (further !== undefined) byFurther.set(further, [...(byFurther.get(further) ?? []), detail.api]);
  }
  const deprecated = action.apiDetails.filter((detail) => detail.deprecated === true);
  return [
    ...[...byFurther].map(([further, apis]) => `Also needs ${further} for ${apis.join("; ")}`),
    ...action.apiDetails.flatMap(({ api, note }) => (note === undefined ? [] : [`${api}: ${note}`])),
    ...(deprecated.length === 0 ? [] : [`Deprecated: ${deprecated.map((detail) => detail.api).join("; ")}`]),
  ];
}
