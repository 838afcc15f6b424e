// Whether a service is granted for a whole account or project by project, as far as a page says so.
import type { DialectCatalog } from "./catalog.js";

export type ServiceScope = "global" | "project";

export function scopeOfService(code: string, facts: DialectCatalog): ServiceScope | undefined {
  const listed = facts.service(code)?.scope;
  const { serviceScopes } = facts.data;
  if (listed !== undefined || serviceScopes === undefined) return listed;
  const folded = facts.dialect.actionCase === "insensitive" ? code.toLowerCase() : code;
  return Object.hasOwn(serviceScopes, folded) ? serviceScopes[folded] : undefined;
}
