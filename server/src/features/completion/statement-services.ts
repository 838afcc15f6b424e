// Which services a statement speaks about, so that what belongs to them is offered first.
import type { DialectCatalog, Statement, StringValue } from "../../core/index.js";

/** Codes, in the order of the text; the string that is being written does not count. */
export function servicesOf(
  { actions, resources }: Statement,
  facts: DialectCatalog,
  current?: StringValue,
): Set<string> {
  const codes = new Set<string>();
  const add = (code: string) => {
    if (code !== "" && code !== "*") codes.add(facts.service(code)?.code ?? code);
  };
  for (const action of actions) {
    if (action === current) continue;
    const { reading } = facts.action(action.text);
    if (reading.kind === "action") add(reading.service);
  }
  for (const resource of resources) {
    if (resource === current) continue;
    const reading = facts.resource(resource.text);
    if (reading.kind === "resource" && !reading.any) add(reading.service);
  }
  return codes;
}

/** Every service that the statement names is known to have no resource-level authorization. */
export function hasNoResources(statement: Statement, facts: DialectCatalog): boolean {
  const codes = servicesOf({ ...statement, resources: [] }, facts);
  if (codes.size === 0) return false;
  return [...codes].every((code) => {
    const service = facts.service(code);
    return service?.completeness === "complete" && service.resourceTemplates.length === 0;
  });
}
