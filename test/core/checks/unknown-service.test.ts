// Where every service code of a cloud is known, a code that resembles none is found too.
import { expect, test } from "vitest";
import { cam, checks, createCatalog, readPolicyFile, runChecks } from "../../../server/src/core/index.js";
import { miniCatalog, miniData } from "../../support/mini-catalog.js";

const text = '{ "version": "2.0", "statement": [{ "effect": "allow", "action": "xyz:*", "resource": "*" }] }';

test("a code that resembles none is left alone where the list has gaps", () => {
  expect(findingsBy(miniCatalog)).toEqual([]);
});

test("a code that resembles none is found where the list is complete", () => {
  const { cam: data } = miniData.dialects;
  if (data === undefined) throw new Error("the small catalog has no cam");
  const complete = { ...miniData, dialects: { cam: { ...data, serviceCodesComplete: true } } };
  const catalog = createCatalog(complete, [cam], () => miniCatalog.texts());
  expect(findingsBy(catalog)).toEqual(['"xyz" is no service code of Tencent Cloud CAM']);
});

function findingsBy(catalog: typeof miniCatalog): string[] {
  const file = readPolicyFile(text, { dialects: [cam], declared: true });
  const active = checks.filter(({ id }) => id === "unknown-service");
  return runChecks(file, catalog, { checks: active, text }).map(({ message }) => message);
}
