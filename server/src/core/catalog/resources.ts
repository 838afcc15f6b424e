// How far the resources of a statement matter to the actions beside them.

import type { Dialect, ResourceParts } from "../policy/dialect.js";
import type { Statement } from "../policy/model.js";
import { itemsOf } from "../text/value.js";
import type { DialectCatalog, Service } from "./catalog.js";
import { patternsMeet } from "./pattern.js";

/** No permission of the service can be limited to resources. Of an excerpt, nothing of the kind is known. */
export function isWithoutResources(service: Service): boolean {
  return service.completeness !== "excerpt" && service.resourceTemplates.length === 0;
}

/** The services named in a statement's actions whose resources do not count. */
export function servicesWithoutResources(facts: DialectCatalog, statement: Statement): ReadonlySet<Service> {
  const services = new Set<Service>();
  for (const { text } of statement.actions) {
    const { service } = facts.action(text);
    if (service !== undefined && isWithoutResources(service)) services.add(service);
  }
  return services;
}

/** Whether all that the statement allows or denies is of services without resources. */
export function isAllWithoutResources(facts: DialectCatalog, statement: Statement): boolean {
  for (const { text } of statement.actions) {
    const { service } = facts.action(text);
    if (service === undefined || !isWithoutResources(service)) return false;
  }
  return statement.actions.length > 0;
}

/**
 * The resources of a statement that names some, and only some: undefined where one of them is every resource,
 * cannot be read, or where there are none.
 */
export function namedResources(
  facts: DialectCatalog,
  statement: Statement,
): readonly ResourceParts[] | undefined {
  if (statement.resources.length === 0) return undefined;
  if (statement.resources.length !== itemsOf(statement.resource?.value).length) return undefined;
  const named: ResourceParts[] = [];
  for (const { text } of statement.resources) {
    const reading = facts.resource(text);
    if (reading.kind !== "resource" || reading.any) return undefined;
    named.push(reading);
  }
  return named;
}

/** `uin/`: what an account starts with in the documented resources of the service. */
export function accountPrefix(facts: DialectCatalog, code: string): string | undefined {
  for (const template of facts.service(code)?.resourceTemplates ?? []) {
    const reading = facts.resource(template);
    const account = reading.kind === "resource" ? reading.account : "";
    if (account.includes("/")) return account.slice(0, account.indexOf("/") + 1);
  }
  return undefined;
}

/** The documented resources of the service leave the region empty, all of them. */
export function isWithoutRegions(facts: DialectCatalog, service: Service): boolean {
  const named = service.resourceTemplates.flatMap((template) => {
    const reading = facts.resource(template);
    return reading.kind === "resource" && !reading.any ? [reading] : [];
  });
  return named.length > 0 && named.every(({ region }) => region === "");
}

/** Whether a resource can belong to a service: an empty segment is every service, a placeholder may become any. */
export function canBeOfService({ service }: ResourceParts, code: string): boolean {
  return (
    service === code ||
    service === "" ||
    /[$<{]/.test(service) ||
    patternsMeet(service.toLowerCase(), code.toLowerCase())
  );
}

/** Whether it stands word for word in the vendor's guides, as an example. */
export function isSampleResource(
  { account, segments }: ResourceParts,
  { sampleResources }: Dialect,
): boolean {
  if (sampleResources === undefined || account !== sampleResources.account) return false;
  return sampleResources.resources.includes(segments[segments.length - 1]?.text ?? "");
}
