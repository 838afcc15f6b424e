// The request that somebody asks about: whether it is one, and what of it nobody knows.
import * as l10n from "@vscode/l10n";
import type { AccessRequest } from "../access/question.js";
import type { Catalog, DialectCatalog } from "../catalog/catalog.js";
import { isPattern } from "../catalog/pattern.js";
import type { ActionReading, Dialect } from "../policy/dialect.js";
import type { Policy } from "../policy/model.js";
import { nearest } from "../text/nearest.js";
import { fill } from "./fill.js";
import { sequence } from "./lists.js";

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
        reading.kind === "malformed" ? [silence(other, action)] : [],
      ),
      ...unasked(Object.keys(context), policies, facts),
    ],
  };
}

function silence({ title }: Dialect, action: string): string {
  return fill(l10n.t('policies of {title} say nothing about "{action}"'), { title, action });
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
  if (isSeveral) {
    return { failure: fill(l10n.t('"{action}" is a pattern, and a request is for one action'), { action }) };
  }
  return { dialect, readings };
}

function noAction(action: string, dialects: readonly Dialect[]): string {
  const wrong = dialects.map((dialect) => dialect.readAction(action)).find((one) => one.kind === "malformed");
  const meant = wrong?.kind === "malformed" ? wrong.meant : undefined;
  if (meant !== undefined) {
    return fill(l10n.t('"{action}" is no action, did you mean "{meant}"'), { action, meant });
  }
  const forms = dialects.map(({ title, forms }) =>
    fill(l10n.t("{title} writes {form}"), { title, form: forms.action }),
  );
  return fill(l10n.t('"{action}" is no action: {forms}'), { action, forms: sequence(forms) });
}

function noResource(text: string, facts: DialectCatalog): string | undefined {
  const reading = facts.resource(text);
  if (reading.kind === "malformed") {
    const { meant } = reading;
    if (meant !== undefined) {
      return fill(l10n.t('"{text}" is no resource, did you mean "{meant}"'), { text, meant });
    }
    const { title, forms } = facts.dialect;
    const form = fill(l10n.t("{title} writes {form}"), { title, form: forms.resource });
    return fill(l10n.t('"{text}" is no resource: {form}'), { text, form });
  }
  if (reading.any) return undefined;
  // A region of a resource may be left open, as nearly everybody does.
  const isOne = reading.segments.every((segment) => segment.role === "region" || !isPattern(segment.text));
  return isOne
    ? undefined
    : fill(l10n.t('"{text}" is a pattern, and a request is for one resource'), { text });
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
  if (meant === undefined) {
    return [fill(l10n.t('the catalog of {date} does not list the action "{text}"'), { date, text })];
  }
  const name = service === undefined ? `${meant}:${reading.name}` : `${service.code}:${meant}`;
  const template = l10n.t('the catalog of {date} does not list the action "{text}", did you mean "{meant}"');
  return [fill(template, { date, text, meant: name })];
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
      return meant === undefined
        ? fill(l10n.t('no condition asks about "{key}"'), { key })
        : fill(l10n.t('no condition asks about "{key}", did you mean "{meant}"'), { key, meant });
    });
}
