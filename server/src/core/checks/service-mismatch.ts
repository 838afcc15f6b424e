// Finds actions of a service that none of the resources beside them is of: the pair grants or denies nothing.
import type { DialectCatalog, ResolvedAction, Service } from "../catalog/catalog.js";
import { canBeOfService, isWithoutResources, namedResources } from "../catalog/resources.js";
import { guessServiceCode, isServiceCode } from "../catalog/service-codes.js";
import type { ResourceParts } from "../policy/dialect.js";
import { nameList } from "../text/name-list.js";
import { defineCheck } from "./check.js";

export const serviceMismatch = defineCheck({
  id: "service-mismatch",
  title: "No resource of the statement is of the action's service",
  category: "resource",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  perStatement: true,
  needs: { services: true },
  messages: {
    allow: '"{text}" is of {code}, but the resources are of {others}: for it this statement grants nothing',
    deny: '"{text}" is of {code}, but the resources are of {others}: for it this statement denies nothing',
    none: '"{text}" is of {code}, but the resources of this statement are of {others}',
  },

  *run({ statements }, { facts }) {
    for (const statement of statements) {
      const resources = namedResources(facts, statement);
      if (resources === undefined) continue;
      for (const { text, span } of statement.actions) {
        const action = facts.action(text);
        // Other services may act on each other's resources; of those with a list it is known that they do not.
        const { service } = action;
        if (service === undefined || isWithoutResources(service) || isOfOperationLevel(action)) continue;
        if (resources.some((resource) => canBeOfService(resource, service.code))) continue;
        if (isOfResources(action, resources, facts) || hasSlip(service, resources, facts)) continue;
        const message = statement.decision ?? "none";
        const others = nameList([...new Set(resources.map((resource) => resource.service))]);
        yield { span, message, values: { text, code: service.code, others } };
      }
    }
  },
});

/** These want every resource, whatever service: `operation-level-action` says so. */
function isOfOperationLevel({ reached }: ResolvedAction): boolean {
  return reached.length > 0 && reached.every(({ level }) => level === "operation");
}

/** The name is unknown here and known there: the service is written wrong, and `unknown-action` says so. */
function isOfResources(
  { reading, action, isPattern }: ResolvedAction,
  resources: readonly ResourceParts[],
  facts: DialectCatalog,
): boolean {
  if (reading.kind !== "action" || action !== undefined || isPattern) return false;
  return resources.some(({ service }) => facts.action(`${service}:${reading.name}`).action !== undefined);
}

/** The code of the service is written wrong in a resource, and `resource-service` says so. */
function hasSlip(owner: Service, resources: readonly ResourceParts[], facts: DialectCatalog): boolean {
  return resources.some(
    ({ service }) =>
      !isServiceCode(service, facts) && guessServiceCode(service, facts, [owner.code])?.meant === owner.code,
  );
}
