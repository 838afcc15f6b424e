// A file with several documents: whose it is follows from the first, and every policy in it is read.
import { expect, test } from "vitest";
import { documentAt, readPolicyFile, runChecks } from "../../../server/src/core/index.js";
import { miniCatalog } from "../../support/mini-catalog.js";

const OTC = '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:get"] }] }';
const CAM = '{ "version": "2.0", "statement": [{ "effect": "allow", "action": "trtc:*", "resource": "*" }] }';
const AWS =
  '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }] }';
const REQUEST = JSON.stringify({ PolicyName: "rooms", PolicyDocument: CAM });

const read = (text: string, declared = false) =>
  readPolicyFile(text, { dialects: miniCatalog.dialects, declared });

test("each policy has a dialect of its own, and its place in the whole text", () => {
  const text = `${OTC}\n${CAM}\n${OTC}`;
  const { policies, dialect } = read(text);
  expect(policies.map((policy) => policy.dialect.id)).toEqual(["otc", "cam", "otc"]);
  expect(dialect?.id).toBe("otc");
  expect(policies.map(({ span }) => text.slice(span.start, span.end))).toEqual([OTC, CAM, OTC]);
});

test("where content is silent, a document is taken to be in the language of the first", () => {
  const { policies } = read(`${OTC}\n{ "VERSION": "" }`);
  expect(policies.map((policy) => policy.dialect.id)).toEqual(["otc", "otc"]);
});

test("the first document says whether the file is ours", () => {
  expect(read(`{ "name": "x" }\n${OTC}`).isOurs).toBe(false);
  expect(read(`${AWS}\n${OTC}`).isOurs).toBe(false);
  expect(read(`${AWS}\n${OTC}`, true)).toMatchObject({ foreign: { vendor: "AWS" }, policies: [] });
});

test("what stands behind a policy and is none of ours is left alone", () => {
  const { policies } = read(`${OTC}\n${AWS}\n{ "name": "x" }\n[1, 2]`);
  expect(policies.length).toBe(1);
});

test("requests one after the other", () => {
  const { embedded, policies } = read(`${REQUEST}\n${REQUEST}\n${CAM}`);
  expect(embedded.map(({ file }) => file.policies.length)).toEqual([1, 1]);
  expect(policies.length).toBe(1);
});

test("findings stand in each document once, and the file is told to be split", () => {
  const text = `${CAM}\n${CAM.replace("allow", "alow")}`;
  const found = runChecks(read(text), miniCatalog, { text }).map(({ check, span }) => [check, span.start]);
  expect(found).toContainEqual(["several-documents", CAM.length + 1]);
  expect(found.filter(([check]) => check === "unknown-effect")).toEqual([
    ["unknown-effect", text.indexOf('"alow"')],
  ]);
  expect(found.map(([check]) => check)).not.toContain("json-syntax");
});

test("the document at an offset", () => {
  const file = read(`${OTC}\n\n${CAM}`);
  expect(documentAt(file, 3)).toBe(file.root);
  expect(documentAt(file, OTC.length + 4)).toBe(file.further?.[0]);
});
