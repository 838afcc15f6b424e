// What both dialects share: the curated lists, order, uniqueness, and the wording of notes.

import type {
  ActionText,
  DialectData,
  PresetData,
  PresetText,
  ServiceData,
} from "../../src/core/catalog/data.js";
import type { Overrides } from "./overrides.js";
import { fail, type Place } from "./reader.js";

/** One dialect of the catalog, and the texts that belong to it. */
export interface DialectParts {
  readonly data: DialectData;
  readonly actionTexts: Readonly<Record<string, ActionText>>;
  readonly presetTexts: Readonly<Record<string, PresetText>>;
  readonly operatorTexts: Readonly<Record<string, string>>;
  readonly keyTexts: Readonly<Record<string, string>>;
}

interface OwnParts {
  readonly services: readonly ServiceData[];
  readonly presets: readonly PresetData[];
  readonly actionTexts: readonly [string, ActionText][];
  readonly presetTexts: readonly [string, PresetText][];
  /** Codes without a list that the facts name. */
  readonly furtherCodes: readonly string[];
}

/** Adds the curated lists to what one dialect derived for itself. `place` is the file of the overrides. */
export function sharedParts(overrides: Overrides, place: Place, own: OwnParts): DialectParts {
  const listed = own.services.map((service) => service.code);
  const unlisted = [...overrides.serviceCodes.flatMap((group) => group.codes), ...own.furtherCodes];
  const known = [...listed, ...unlisted];
  failOnTwice(known, place, "service code");
  failOnUnknown(overrides.services, (entry) => entry.code, listed, place, "service");
  failOnUnknown(overrides.serviceAliases, (entry) => entry.service, known, place, "service");
  const presetNames = own.presets.map((preset) => preset.name);
  failOnTwice(presetNames, place, "preset");
  failOnUnknown(overrides.presets, (entry) => entry.name, presetNames, place, "preset");
  const actions = own.services.flatMap(({ code, actions }) => actions.map(({ name }) => `${code}:${name}`));
  const decided = (overrides.actions ?? []).flatMap(({ name, mistakenFor = [] }) => [name, ...mistakenFor]);
  failOnUnknown(decided, (name) => name, actions, place, "action");
  const scopes = own.presets.flatMap((preset) => preset.services);
  failOnUnknown(scopes, (code) => code, known, place, "service");
  const dependencies = own.presets.flatMap((preset) => preset.dependsOn ?? []);
  failOnUnknown(dependencies, (name) => name, presetNames, place, "preset");
  const regions = overrides.regions.flatMap((group) => group.names);
  failOnTwice(regions, place, "region");
  return {
    data: {
      services: own.services
        .map((service) => withDecisions(service, overrides))
        .sort((a, b) => order(a.code, b.code)),
      serviceCodes: unlisted.sort(order),
      serviceCodesComplete: overrides.serviceCodesComplete,
      ...serviceScopes(overrides),
      serviceAliases: dictionary(overrides.serviceAliases.map(({ alias, service }) => [alias, service])),
      presets: [...own.presets].sort(byName),
      operators: overrides.operators.map(withoutTexts).sort(byName),
      keys: overrides.keys.map(withoutTexts).sort(byName),
      regions: regions.sort(order),
      regionsComplete: overrides.regionsComplete,
    },
    actionTexts: dictionary(own.actionTexts),
    presetTexts: dictionary(own.presetTexts),
    operatorTexts: dictionary(overrides.operators.map(({ name, meaning }) => [name, meaning])),
    keyTexts: dictionary(overrides.keys.map(({ name, meaning }) => [name, meaning])),
  };
}

/** Adds to each action what people decided about it. */
function withDecisions(service: ServiceData, { actions = [] }: Overrides): ServiceData {
  const decided = new Map(actions.map((action) => [action.name, action]));
  return {
    ...service,
    actions: service.actions.map((action) => {
      const { access, mistakenFor } = decided.get(`${service.code}:${action.name}`) ?? {};
      return { ...action, ...(access && { access }), ...(mistakenFor && { mistakenFor }) };
    }),
  };
}

function serviceScopes({ serviceCodes }: Overrides): Pick<DialectData, "serviceScopes"> {
  const known = serviceCodes.flatMap(({ codes, scope }) =>
    scope === undefined ? [] : codes.map((code) => [code, scope] as const),
  );
  return known.length === 0 ? {} : { serviceScopes: dictionary(known) };
}

/** Order by code units, which is the same on every machine. */
export function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return order(a.name, b.name);
}

function sentence(words: string): string {
  const closed = /[.!?]$/.test(words) ? words : `${words}.`;
  return closed.charAt(0).toUpperCase() + closed.slice(1);
}

export function joinSentences(parts: readonly (string | undefined)[]): string | undefined {
  const sentences = parts
    .filter((part) => part !== undefined && part !== "")
    .map((part) => sentence(`${part}`));
  return sentences.length === 0 ? undefined : sentences.join(" ");
}

function dictionary<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries([...entries].sort(([a], [b]) => order(a, b)));
}

function withoutTexts<T extends { readonly meaning: string; readonly sources: readonly string[] }>(
  entry: T,
): Omit<T, "meaning" | "sources"> {
  const { meaning: _meaning, sources: _sources, ...rest } = entry;
  return rest;
}

function failOnTwice(names: readonly string[], place: Place, what: string): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) fail(place, `${what} "${twice}" is given twice`);
}

function failOnUnknown<T>(
  entries: readonly T[],
  nameOf: (entry: T) => string,
  known: readonly string[],
  place: Place,
  what: string,
): void {
  const lost = entries.map(nameOf).find((name) => !known.includes(name));
  if (lost !== undefined) fail(place, `${what} "${lost}" is named but not known`);
}
