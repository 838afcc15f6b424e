// What can be written where the cursor `|` stands, in whole and in broken texts.
import { expect, test } from "vitest";
import { contextAt } from "../../server/src/features/cursor.js";
import { serve, splitCursor } from "../support/cursor.js";

const inStatement = (entries: string) => `{"version":"2.0","statement":[{${entries}}]}`;

test.each([
  ["an empty document", "|", "document"],
  ["an empty document with blanks", "\n  |\n", "document"],
  ["an empty object", "{|}", "element-name"],
  ["a half-typed name", '{"ver|"}', "element-name ver"],
  ["a name without quotes", "{ver|}", "element-name ver"],
  ["a name with one quote", '{"ver|\n}', "element-name ver"],
  ["behind a comma", '{"version":"2.0",|}', "element-name"],
  ["where a comma is missing", '{"version":"2.0" |}', "element-name"],
  ["at the end of half a file", '{"version":"2.0","statement":[{"effect":"allow",\n  |', "element-name"],
  ["an open statement in a closed list", '{"statement":[{"effect":"allow",\n  |\n]}', "element-name"],
  ["directly behind a string", '{"version":"2.0"|}', undefined],
  ["directly behind a list", '{"statement":[]|}', undefined],
  ["behind the document", '{"version":"2.0"} |', undefined],
  ["before the document", '| {"version":"2.0"}', undefined],
  ["in a line comment", "{ // version |\n}", undefined],
  ["in a block comment", "{ /* | */ }", undefined],
  ["behind a comment", "{ /* why */ | }", "element-name"],
  ["a version", '{"version": "|"}', "version"],
  ["a version that is a number", '{"version": 2|}', "version 2"],
  ["a value without quotes", '{"version": |}', "version"],
  ["a statement list", '{"version":"2.0","statement":[|]}', "statement"],
  ["no statement list yet", '{"version":"2.0","statement": |}', "statements"],
  ["between statements", '{"version":"2.0","statement":[{"effect":"allow"}, | {}]}', "statement"],
  ["a name in a statement list", '{"version":"2.0","statement":["Qcl|"]}', "statement Qcl"],
  ["an effect", inStatement('"effect":"|"'), "effect"],
  ["a half-typed effect", inStatement('"effect":"al|"'), "effect al"],
  ["an effect above other elements", inStatement('"effect": |\n"action":["trtc:*"]'), "effect"],
  ["a name above other elements", inStatement('"ef|"\n"action":["trtc:*"]'), "element-name ef"],
  ["an action", inStatement('"action":["trtc:De|"]'), "action trtc:De"],
  ["the middle of an action", inStatement('"action":["trtc:De|scribe"]'), "action trtc:De"],
  ["an action that is one string", inStatement('"action":"trtc:De|"'), "action trtc:De"],
  ["an action without its last quote", inStatement('"action":["trtc:De|]'), "action trtc:De"],
  ["an action without quotes", inStatement('"action":[trtc:De|]'), "action trtc:De"],
  ["an action without quotes and list", inStatement('"action": trtc:De|'), "action trtc:De"],
  ["an action with an escaped slash", inStatement('"action":["name\\/trtc:De|"]'), "action name/trtc:De"],
  ["a curly quote", inStatement('"action":[“trtc:De|”]'), "action trtc:De"],
  ["a list that is open", inStatement('"action":["trtc:RemoveUser", |\n"resource":"*"'), "action"],
  ["a number among actions", inStatement('"action":[12|]'), undefined],
  ["a resource", inStatement('"resource":["qcs::|"]'), "resource qcs::"],
  ["a list in a list", inStatement('"action":[["|"]]'), undefined],
  ["an operator", inStatement('"condition":{"|"}'), "operator"],
  ["a condition key", inStatement('"condition":{"ip_equal":{"|"}}'), "condition-key"],
  ["a condition value", inStatement('"condition":{"ip_equal":{"qcs:ip":["|"]}}'), "condition-value"],
  ["an unknown element", inStatement('"sid":"|"'), undefined],
  ["the policy name of a request", '{"PolicyName":"Q|","PolicyDocument":"{}"}', "preset-name Q"],
  ["a policy name in a policy", '{"version":"2.0","statement":[],"policy_name":"|"}', "preset-name"],
  ["a foreign policy", '{"Version":"2012-10-17","Statement":[{"Action":"s3:*","|"}]}', undefined],
  ["a second document", `{"version":"2.0"}\n${inStatement('"action":["trtc:De|"]')}`, "action trtc:De"],
  ["behind two documents", '{"version":"2.0"} {"version":"2.0"} |', undefined],
  ["the policy of a role", '{"role":{"policy":{"Version":"1.1","Statement":[{"|"}]}}}', "element-name"],
])("%s: %s", (_, source, expected) => {
  const { text, offset } = splitCursor(source);
  const context = contextAt(serve(text), offset);
  const typed = context?.slot.text.slice(0, context.slot.at) ?? "";
  expect(context && `${context.kind} ${typed}`.trim()).toBe(expected);
});
