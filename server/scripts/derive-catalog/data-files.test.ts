// What the files under `server/data` promise: they follow their schemas, they are what the derivation makes
// of the facts, and they hold every action that the facts hold.

import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import type { CatalogData, CatalogTexts, DialectData } from "../../src/core/catalog/data.js";
import { deriveCatalog } from "./derive.js";
import { inputFiles, readInputs } from "./inputs.js";
import { printJson } from "./print.js";

const data = new URL("../../data/", import.meta.url);
const catalogText = read("catalog.json");
const textsText = read("texts.json");
const catalog: CatalogData = JSON.parse(catalogText);
const texts: CatalogTexts = JSON.parse(textsText);
const services = Object.entries(catalog.dialects).flatMap(([dialect, { services }]) =>
  services.map((service) => ({ dialect, ...service })),
);

test("running the derivation again changes nothing", () => {
  const derived = deriveCatalog(readInputs(data));
  expect(printJson(derived.catalog)).toBe(catalogText);
  expect(printJson(derived.texts)).toBe(textsText);
});

test.each([
  ["catalog.json", "catalog"],
  ["texts.json", "texts"],
  [inputFiles.camOverrides, "overrides"],
  [inputFiles.otcOverrides, "overrides"],
])("%s follows its schema", (file, schema) => {
  const ajv = new Ajv({ allErrors: true });
  const validate = ajv.compile(JSON.parse(read(`schema/${schema}.schema.json`)));
  validate(JSON.parse(read(file)));
  expect(validate.errors).toBeNull();
});

test("the catalog holds names and flags only", () => {
  expect(catalogText).not.toContain("://");
  expect(catalogText).not.toMatch(/"(summary|note|sources|meaning)"/);
  expect(catalogText.endsWith("}\n")).toBe(true);
});

describe.each(Object.entries(catalog.dialects))("dialect %s", (dialect, part) => {
  test.each(Object.entries(namesIn(part)))("%s are sorted and unique", (_list, names) => {
    expect(names).toEqual([...new Set(names)].sort());
  });

  test("has a text for every action, preset, operator and key, and no other", () => {
    const actions = part.services.flatMap(({ code, actions }) =>
      actions.map(({ name }) => `${code}:${name}`),
    );
    expect(Object.keys(texts.actions[dialect] ?? {})).toEqual(actions.sort());
    expect(Object.keys(texts.presets[dialect] ?? {})).toEqual(part.presets.map(({ name }) => name));
    expect(Object.keys(texts.operators[dialect] ?? {})).toEqual(part.operators.map(({ name }) => name));
    expect(Object.keys(texts.keys[dialect] ?? {})).toEqual(part.keys.map(({ name }) => name));
  });

  test("says what a level rests on exactly where there is a level", () => {
    for (const { code, actions } of part.services) {
      for (const { name, access } of actions) {
        const text = texts.actions[dialect]?.[`${code}:${name}`];
        expect(text?.accessBasis !== undefined, `${code}:${name}`).toBe(access !== undefined);
        expect(text?.sources.length, `${code}:${name}`).toBeGreaterThan(0);
      }
    }
  });

  test("marks a preset as published exactly where its document is given", () => {
    for (const { name, published } of part.presets) {
      expect(texts.presets[dialect]?.[name]?.document !== undefined, name).toBe(published === true);
    }
  });

  test("names only codes that it knows", () => {
    const known = [...part.serviceCodes, ...part.services.map(({ code }) => code)];
    const named = [
      ...part.presets.flatMap(({ services }) => services),
      ...Object.values(part.serviceAliases),
    ];
    expect(named.filter((code) => !known.includes(code))).toEqual([]);
    expect(Object.keys(part.serviceAliases).filter((alias) => known.includes(alias))).toEqual([]);
  });
});

test("says how complete each list is, and on which scope a service is granted", () => {
  expect(
    services.map(({ dialect, code, completeness, scope }) => [dialect, code, completeness, scope]),
  ).toEqual([
    ["cam", "im", "partial", undefined],
    ["cam", "trtc", "partial", undefined],
    ["otc", "bms", "excerpt", "project"],
    ["otc", "cbr", "excerpt", "project"],
    ["otc", "csbs", "excerpt", "project"],
    ["otc", "ecs", "excerpt", "project"],
    ["otc", "evs", "excerpt", "project"],
    ["otc", "ims", "complete", "project"],
    ["otc", "kms", "excerpt", "project"],
    ["otc", "obs", "excerpt", "global"],
  ]);
});

test.each([
  ["im", 156],
  ["trtc", 178],
  ["ims", 13],
])("%s has all %i actions of the facts", (code, count) => {
  const service = services.find((candidate) => candidate.code === code);
  expect(service?.actions).toHaveLength(count);
  expect(service?.actions.filter(({ access }) => access === undefined)).toEqual([]);
});

test("gives no level to services that were read for names only", () => {
  const excerpts = services.filter(({ completeness }) => completeness === "excerpt");
  expect(
    excerpts.flatMap(({ actions }) => actions).filter((action) => action.access ?? action.level),
  ).toEqual([]);
});

test("knows Tencent's own ims as a code without a list", () => {
  expect(catalog.dialects.cam?.serviceCodes).toContain("ims");
});

test("has 10 presets of Tencent Cloud and 25 of Open Telekom Cloud", () => {
  expect(catalog.dialects.cam?.presets).toHaveLength(10);
  expect(catalog.dialects.otc?.presets).toHaveLength(25);
});

function namesIn(part: DialectData): Record<string, readonly string[]> {
  return {
    services: part.services.map(({ code }) => code),
    "service codes": part.serviceCodes,
    aliases: Object.keys(part.serviceAliases),
    presets: part.presets.map(({ name }) => name),
    operators: part.operators.map(({ name }) => name),
    keys: part.keys.map(({ name }) => name),
    regions: part.regions,
    ...Object.fromEntries(
      part.services.map(({ code, actions }) => [`actions of ${code}`, actions.map(({ name }) => name)]),
    ),
  };
}

function read(file: string): string {
  return readFileSync(new URL(file, data), "utf8");
}
