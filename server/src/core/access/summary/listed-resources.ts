// The resources of one list in a form in which they can be compared with each other.
import type { DialectCatalog } from "../../catalog/catalog.js";
import { unfilledPlaceholders } from "../../policy/placeholders.js";
import type { ListValue, StringValue } from "../../text/value.js";
import { type Scope, scopeOf } from "./scope.js";

export interface ListedResource {
  readonly item: StringValue;
  readonly scope: Scope;
}

/** Without those that are malformed, at fault where scopes do not look, or not filled in yet. */
export function listedResources({ items }: ListValue, facts: DialectCatalog): readonly ListedResource[] {
  const listed: ListedResource[] = [];
  for (const item of items) {
    if (item.kind !== "string") continue;
    const reading = facts.resource(item.text);
    if (reading.kind !== "resource") continue;
    const { service, segments } = reading;
    // Scopes fold the case of a service and have no project: two that differ there are not the same.
    if (facts.dialect.actionCase === "sensitive" && service !== service.toLowerCase()) continue;
    if (segments.some(({ role, text }) => role === "project" && text !== "")) continue;
    if (unfilledPlaceholders(item.text, reading, facts.dialect).length > 0) continue;
    listed.push({ item, scope: scopeOf(item.text, reading) });
  }
  return listed;
}
