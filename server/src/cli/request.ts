// The request that a command line asks about: whether it is one, and what of it nobody knows.
import {
  type AccessRequest,
  type Catalog,
  type Dialect,
  type DialectCatalog,
  isPattern,
  nearest,
  type Policy,
} from "../core/index.js";

export interface AskedRequest {
  readonly action: string;
  readonly resource: string | undefined;
  readonly context: AccessRequest["context"];
}

export interface ReadRequest {
  readonly request: AccessRequest;
  /** The facts of the cloud that has such actions. */
  readonly facts: DialectCatalog;
  /** What is probably not meant. */
  readonly warnings: readonly string[];
  readonly notes: readonly string[];
}

export interface NoRequest {
  readonly failure: string;
}

/** `policies` are those that are asked; there is at least one. */
export function readRequest(
  { action, resource, context }: AskedRequest,
  policies: readonly Policy[],
  catalog: Catalog,
): ReadRequest | NoRequest {
  const dialects = [...new Set(policies.map(({ dialect }) => dialect))];
  const readings = dialects.map((dialect) => ({ dialect, reading: dialect.readAction(action) }));
  const dialect = readings.find(({ reading }) => reading.kind !== "malformed")?.dialect;
  if (dialect === undefined) return { failure: noAction(action, dialects) };
  const facts = catalog.of(dialect);
  const resolved = facts.action(action);
  if (resolved.isPattern || action === "*") {
    return { failure: `"${action}" is a pattern, and a request is for one action` };
  }
  // The shortest way to say it is understood for every cloud.
  const asked = resource === undefined || resource === "*" ? dialect.anyResource : resource;
  const wrong = asked === dialect.anyResource ? undefined : noResource(asked, facts);
  if (wrong !== undefined) return { failure: wrong };
  return {
    request: { action, resource: asked, context },
    facts,
    warnings: unlisted(action, facts, catalog.date),
    notes: [
      ...readings.flatMap(({ dialect: other, reading }) =>
        reading.kind === "malformed" ? [`policies of ${other.title} say nothing about "${action}"`] : [],
      ),
      ...unasked(Object.keys(context), policies, facts),
    ],
  };
}

function noAction(action: string, dialects: readonly Dialect[]): string {
  const forms = dialects.map(({ title, forms }) => `${title} writes ${forms.action}`).join(", ");
  const meant = dialects.map((dialect) => dialect.readAction(action)).find((one) => one.kind === "malformed");
  const suggestion =
    meant?.kind === "malformed" && meant.meant !== undefined ? `, did you mean "${meant.meant}"` : "";
  return `"${action}" is no action${suggestion || `: ${forms}`}`;
}

function noResource(text: string, facts: DialectCatalog): string | undefined {
  const reading = facts.resource(text);
  if (reading.kind === "malformed") {
    if (reading.meant !== undefined) return `"${text}" is no resource, did you mean "${reading.meant}"`;
    const { title, forms } = facts.dialect;
    return `"${text}" is no resource: ${title} writes ${forms.resource}`;
  }
  if (reading.any) return undefined;
  // A region of a resource may be left open, as nearly everybody does.
  const isOne = reading.segments.every((segment) => segment.role === "region" || !isPattern(segment.text));
  return isOne ? undefined : `"${text}" is a pattern, and a request is for one resource`;
}

function unlisted(text: string, facts: DialectCatalog, date: string): readonly string[] {
  const { reading, service, action } = facts.action(text);
  if (reading.kind !== "action" || action !== undefined) return [];
  const meant =
    service === undefined
      ? serviceLike(reading.service, facts)
      : nearest(
          reading.name,
          service.actions.map(({ name }) => name),
        );
  const suggestion =
    meant === undefined
      ? ""
      : `, did you mean "${service === undefined ? `${meant}:${reading.name}` : `${service.code}:${meant}`}"`;
  return [`the catalog of ${date} does not list the action "${text}"${suggestion}`];
}

function serviceLike(code: string, { data, services }: DialectCatalog): string | undefined {
  const alias = data.serviceAliases[code];
  if (alias !== undefined) return alias;
  const known = [...services.keys(), ...data.serviceCodes];
  return known.includes(code) ? undefined : nearest(code, known);
}

/** Keys of the request that no condition mentions change nothing; often they are written wrongly. */
function unasked(keys: readonly string[], policies: readonly Policy[], facts: DialectCatalog): string[] {
  const asked = new Set(
    policies.flatMap(({ statements }) =>
      statements.flatMap(({ operators }) =>
        operators.flatMap((operator) => operator.keys.map(({ name }) => name)),
      ),
    ),
  );
  return keys
    .filter((key) => !asked.has(key))
    .map((key) => {
      const meant =
        nearest(key, asked) ?? (facts.keys.has(key) ? undefined : nearest(key, facts.keys.keys()));
      return `no condition asks about "${key}"${meant === undefined ? "" : `, did you mean "${meant}"`}`;
    });
}
