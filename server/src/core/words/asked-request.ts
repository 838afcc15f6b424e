// The request that somebody asks about: whether it is one, and what of it nobody knows.
import type { AccessRequest } from "../access/question.js";
import type { Catalog, DialectCatalog } from "../catalog/catalog.js";
import { isPattern } from "../catalog/pattern.js";
import type { ActionReading, Dialect } from "../policy/dialect.js";
import type { Policy } from "../policy/model.js";
import { nearest } from "../text/nearest.js";

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
  const read = readAction(action, policies);
  if ("failure" in read) return read;
  const { readings } = read;
  const facts = catalog.of(read.dialect);
  // The shortest way to say it is understood for every cloud.
  const { anyResource } = facts.dialect;
  const asked = resource === undefined || resource === "*" ? anyResource : resource;
  const wrong = faultOfResource(asked, facts);
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

/** Undefined where a request can be for the text. */
export function faultOfAction(action: string, policies: readonly Policy[]): string | undefined {
  const read = readAction(action, policies);
  return "failure" in read ? read.failure : undefined;
}

/** Undefined where a request can be for the text. */
export function faultOfResource(resource: string, facts: DialectCatalog): string | undefined {
  return resource === "*" || resource === facts.dialect.anyResource ? undefined : noResource(resource, facts);
}

interface ReadAction {
  readonly dialect: Dialect;
  readonly readings: readonly { readonly dialect: Dialect; readonly reading: ActionReading }[];
}

function readAction(action: string, policies: readonly Policy[]): ReadAction | NoRequest {
  const dialects = [...new Set(policies.map(({ dialect }) => dialect))];
  const readings = dialects.map((dialect) => ({ dialect, reading: dialect.readAction(action) }));
  const known = readings.find(({ reading }) => reading.kind !== "malformed");
  if (known === undefined) return { failure: noAction(action, dialects) };
  const { dialect, reading } = known;
  const isSeveral = reading.kind === "action" && isPattern(`${reading.service}:${reading.name}`);
  if (isSeveral) return { failure: `"${action}" is a pattern, and a request is for one action` };
  return { dialect, readings };
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
