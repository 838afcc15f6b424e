// Where every service or region of a cloud is known, one that resembles none is found too, also in resources.
import { expect, test } from "vitest";
import {
  type Catalog,
  cam,
  checks,
  createCatalog,
  type DialectData,
  readPolicyFile,
  runChecks,
} from "../../../server/src/core/index.js";
import { miniCatalog, miniData } from "../../support/mini-catalog.js";

test("services of resources", () => {
  const text = policyOn("qcs::xyz::uin/1:thing/*");
  expect(findingsIn(text, "resource-service", miniCatalog)).toEqual([]);
  expect(findingsIn(text, "resource-service", catalogWith({ serviceCodesComplete: true }))).toEqual([
    '"xyz" is no service code of Tencent Cloud CAM',
  ]);
});

test("regions", () => {
  const text = policyOn("qcs::cvm:me-newtown:uin/1:instance/*");
  expect(findingsIn(text, "unknown-region", miniCatalog)).toEqual([]);
  expect(findingsIn(text, "unknown-region", catalogWith({ regionsComplete: true }))).toEqual([
    '"me-newtown" is no region of Tencent Cloud CAM in the catalog of 2026-11',
  ]);
});

function policyOn(resource: string): string {
  const statement = { effect: "allow", action: "cvm:*", resource };
  return JSON.stringify({ version: "2.0", statement: [statement] });
}

function catalogWith(facts: Partial<DialectData>): Catalog {
  const { cam: data } = miniData.dialects;
  if (data === undefined) throw new Error("the small catalog has no cam");
  const complete = { ...miniData, dialects: { cam: { ...data, ...facts } } };
  return createCatalog(complete, [cam], () => miniCatalog.texts());
}

function findingsIn(text: string, id: string, catalog: Catalog): string[] {
  const file = readPolicyFile(text, { dialects: [cam], declared: true });
  const active = checks.filter((check) => check.id === id);
  return runChecks(file, catalog, { checks: active, text }).map(({ message }) => message);
}
