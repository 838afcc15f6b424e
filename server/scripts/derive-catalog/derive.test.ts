// How facts turn into the catalog, on inputs small enough to read.

import { expect, test } from "vitest";
import { deriveCatalog } from "./derive.js";
import { printJson } from "./print.js";
import { smallInputs } from "./small-inputs.js";

const { catalog, texts } = deriveCatalog(smallInputs());

test("takes the newest month of all inputs", () => {
  expect(catalog.date).toBe("2026-11");
});

test("sorts actions and turns the resource level into a level", () => {
  expect(catalog.dialects.cam?.services[0]?.actions).toEqual([
    { name: "CreateRoom", access: "write", level: "operation" },
    { name: "DescribeRoom", access: "read", level: "resource" },
  ]);
});

test("leaves out the level where no source says", () => {
  const inputs = smallInputs();
  Object.assign(inputs.tencentFacts.services[0]?.actions[1] ?? {}, { resourceLevel: null, resource: null });
  const derived = deriveCatalog(inputs).catalog.dialects.cam;
  expect(derived?.services[0]?.actions[0]).toEqual({ name: "CreateRoom", access: "write" });
});

test("keeps resource strings of the service and leaves the bare asterisk to the language", () => {
  expect(catalog.dialects.cam?.services[0]).toMatchObject({
    resourceTemplates: ["qcs::demo::uin/<uin>:sdkappid/<id>"],
    resourceTypes: ["sdkappid"],
  });
});

test("says what an access level rests on", () => {
  expect(texts.actions.cam?.["demo:CreateRoom"]?.accessBasis).toBe("stated");
  expect(texts.actions.cam?.["demo:DescribeRoom"]?.accessBasis).toBe("inferred");
  expect(texts.actions.otc?.["img:images:get"]?.accessBasis).toBe("inferred");
});

test("merges names that others depend on with names known otherwise, without patterns and levels", () => {
  expect(catalog.dialects.otc?.services[0]?.actions).toEqual([
    { name: "volumes:delete" },
    { name: "volumes:get" },
  ]);
  expect(texts.actions.otc?.["disk:volumes:get"]).toEqual({
    summary: "Operation get on volumes of Disks",
    group: "volumes",
    note: "Needed by img:images:get.",
    sources: ["github:example/disk"],
  });
});

test("keeps dependencies as the vendor prints them and says where an action has no effect", () => {
  expect(catalog.dialects.otc?.services[1]?.actions[0]?.dependencies).toEqual([
    "disk:volumes:get",
    "disk:*:*",
  ]);
  expect(texts.actions.otc?.["img:images:get"]?.note).toBe(
    "Project level only: without effect when granted through Enterprise Management.",
  );
});

test("adds what people mistake an action for, and the scopes of services without a list", () => {
  const because = { reason: "As the page says.", sources: ["https://docs.example.org/page"] };
  const inputs = smallInputs();
  Object.assign(inputs.otcOverrides, {
    actions: [{ name: "img:images:get", mistakenFor: ["disk:volumes:get"], ...because }],
    serviceCodes: [{ codes: ["store", "keys"], scope: "global", ...because }],
  });
  const derived = deriveCatalog(inputs).catalog.dialects.otc;
  expect(derived?.services[1]?.actions[0]?.mistakenFor).toEqual(["disk:volumes:get"]);
  expect(derived?.serviceScopes).toEqual({ keys: "global", store: "global" });
  expect(catalog.dialects.otc?.serviceScopes).toBeUndefined();
});

test("stops at a decision on an action that no list has", () => {
  const inputs = smallInputs();
  const decision = { name: "img:images:gett", mistakenFor: ["img:images:get"], reason: "Made up." };
  Object.assign(inputs.otcOverrides, {
    actions: [{ ...decision, sources: ["https://docs.example.org/page"] }],
  });
  expect(() => deriveCatalog(inputs)).toThrow('action "img:images:gett" is named but not known');
});

test("never publishes a guessed document", () => {
  expect(catalog.dialects.otc?.presets[1]).toEqual({
    name: "IMG Administrator",
    product: "IMG",
    kind: "role",
    access: "full",
    services: ["img"],
    dependsOn: ["Disk Viewer"],
  });
  expect(texts.presets.otc?.["IMG Administrator"]).toEqual({
    summary: "Everything on images",
    note: "Depends on Disk Viewer (per guide). Internal name: img_adm.",
    sources: ["github:example/img docs/permissions.rst"],
  });
});

test("passes on a published document with its source", () => {
  const inputs = smallInputs();
  Object.assign(inputs.tencentFacts.presetPolicies[0] ?? {}, {
    document: { version: "2.0" },
    documentSource: "https://docs.example.org/published",
  });
  const derived = deriveCatalog(inputs);
  expect(derived.catalog.dialects.cam?.presets[0]?.published).toBe(true);
  expect(derived.texts.presets.cam?.QcloudDemoFullAccess).toMatchObject({
    document: '{\n  "version": "2.0"\n}',
    documentSource: "https://docs.example.org/published",
  });
});

test("does not depend on the order of the facts", () => {
  const inputs = smallInputs();
  inputs.tencentFacts.services[0]?.actions.reverse();
  inputs.otcFacts.dependencyServices[0]?.otherKnownActions.reverse();
  inputs.camOverrides.serviceCodes[0]?.codes.reverse();
  inputs.otcOverrides.services.reverse();
  expect(printJson(deriveCatalog(inputs))).toBe(printJson({ catalog, texts }));
});

test("prints an entry on one line and ends with a newline", () => {
  expect(printJson({ list: [{ name: "a", tags: ["b"] }], none: [], deep: { entry: { name: "c" } } })).toBe(
    [
      "{",
      '  "list": [',
      '    {"name":"a","tags":["b"]}',
      "  ],",
      '  "none": [],',
      '  "deep": {',
      '    "entry": {"name":"c"}',
      "  }",
      "}",
      "",
    ].join("\n"),
  );
});
