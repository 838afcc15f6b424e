// Whether a statement speaks of all there is, or only of applications that it names or of what carries a tag.
import type { ResourceParts } from "../policy/dialect.js";
import type { Policy, Statement } from "../policy/model.js";
import { requiresInStatement } from "../policy/walk.js";
import type { DialectCatalog } from "./catalog.js";
import { namedResources } from "./resources.js";

/** Its resources leave nothing out, and no tag is asked for. */
export function isOnEverything(statement: Statement, { dialect }: Policy, facts: DialectCatalog): boolean {
  if (isLimitedByTags(statement, facts)) return false;
  if (statement.resource === undefined) return !requiresInStatement(dialect, "resource");
  return statement.resources.some(({ text }) => {
    if (text === dialect.anyResource) return true;
    const reading = facts.resource(text);
    return reading.kind === "resource" && leavesNothingOut(reading);
  });
}

/** Every resource that it names is one, or some, of a type: `sdkappid/1400100200`, but not `sdkappid/*`. */
function isLimitedToNamed(statement: Statement, facts: DialectCatalog): boolean {
  const named = namedResources(facts, statement);
  return named?.every(({ path }) => path !== "" && !isAll(path)) === true;
}

/** It names applications or asks for a tag, or nobody can tell: resources are missing or malformed. */
export function mayBeLimited(statement: Statement, { dialect }: Policy, facts: DialectCatalog): boolean {
  if (isLimitedToNamed(statement, facts) || isLimitedByTags(statement, facts)) return true;
  if (statement.resource === undefined) return requiresInStatement(dialect, "resource");
  return (
    statement.resources.length === 0 ||
    statement.resources.some(({ text }) => facts.resource(text).kind === "malformed")
  );
}

/** The statement applies only to what carries a tag, or to requests that name one. */
function isLimitedByTags({ condition }: Statement, { keys }: DialectCatalog): boolean {
  if (condition?.value?.kind !== "map") return false;
  return condition.value.entries.some(({ value }) => {
    if (value?.kind !== "map") return false;
    return value.entries.some(({ key }) => keys.get(key.text.replace(/\/.*$/, ""))?.type === "tag");
  });
}

function leavesNothingOut({ service, region, account, type, path }: ResourceParts): boolean {
  return (
    (service === "" || isAll(service)) &&
    (region === "" || isAll(region)) &&
    (isAll(account) || account === "uin/*") &&
    isAll(type) &&
    (path === "" || isAll(path))
  );
}

function isAll(text: string): boolean {
  return /^\*+$/.test(text);
}
