// Which words of a statement make the difference between two policies.
import { describe, expect, test } from "vitest";
import { cam, changedElement, compare, type Policy, readPolicyFile } from "../../../server/src/core/index.js";
import { miniCatalog } from "../../support/mini-catalog.js";

const ONE = "qcs::trtc:::sdkappid/1";
const TWO = "qcs::trtc:::sdkappid/2";

type Some = string | readonly string[];

function allow(action: Some, resource: Some = ONE, condition?: object): object {
  return { effect: "allow", action, resource, ...(condition && { condition }) };
}

const from = (...addresses: readonly string[]) => ({ ip_equal: { "qcs:ip": addresses } });
const notFrom = (...addresses: readonly string[]) => ({ ip_not_equal: { "qcs:ip": addresses } });
const DENY = { effect: "deny", action: "trtc:*", resource: ONE };

function policyOf(statements: readonly object[]): { readonly text: string; readonly policy: Policy } {
  const text = JSON.stringify({ version: "2.0", statement: statements });
  const [policy] = readPolicyFile(text, { dialects: [cam], declared: true }).policies;
  if (policy === undefined) throw new Error("the text holds no policy");
  return { text, policy };
}

/** The words as they stand in the later text, each once. */
function changed(before: readonly object[], after: readonly object[]): readonly string[] {
  const [was, is] = [policyOf(before), policyOf(after)];
  const { gained } = compare([was.policy], [is.policy], miniCatalog);
  const found = gained.map((item) => {
    const { start, end } = changedElement(item, [was.policy], miniCatalog).span;
    return is.text.slice(start, end);
  });
  return [...new Set(found)];
}

describe("what is gained comes from", () => {
  test.each<[string, readonly object[], readonly object[], readonly string[]]>([
    ["an action", [allow("trtc:RemoveUser")], [allow(["trtc:RemoveUser", "trtc:Dis*"])], ['"trtc:Dis*"']],
    ["a new statement", [], [allow("trtc:RemoveUser")], ['"trtc:RemoveUser"']],
    ["a resource", [allow("trtc:RemoveUser")], [allow("trtc:RemoveUser", [ONE, TWO])], [`"${TWO}"`]],
    ["a wider resource", [allow("trtc:RemoveUser")], [allow("trtc:RemoveUser", "*")], ['"*"']],
    [
      "every resource, for what can be allowed on everything only",
      [allow("trtc:CreateTrtcApp")],
      [allow("trtc:CreateTrtcApp", [ONE, "*"])],
      ['"*"'],
    ],
    [
      "an address",
      [allow("trtc:RemoveUser", ONE, from("10.0.0.1"))],
      [allow("trtc:RemoveUser", ONE, from("10.0.0.1", "10.0.0.2"))],
      ['"10.0.0.2"'],
    ],
    [
      "an exclusion that is gone",
      [allow("trtc:RemoveUser", ONE, notFrom("10.0.0.1", "10.0.0.2"))],
      [allow("trtc:RemoveUser", ONE, notFrom("10.0.0.2"))],
      ['"qcs:ip"'],
    ],
    [
      "a part of the condition that is gone",
      [allow("trtc:RemoveUser", ONE, { ...from("10.0.0.1"), bool_equal: { "qcs:mfa": "true" } })],
      [allow("trtc:RemoveUser", ONE, from("10.0.0.1"))],
      ['"condition"'],
    ],
    [
      "another operator",
      [allow("trtc:RemoveUser", ONE, from("10.0.0.1"))],
      [allow("trtc:RemoveUser", ONE, notFrom("10.0.0.1"))],
      ['"qcs:ip"'],
    ],
    [
      "a condition that is gone",
      [allow("trtc:RemoveUser", ONE, from("10.0.0.1"))],
      [allow("trtc:RemoveUser", ONE)],
      [JSON.stringify(allow("trtc:RemoveUser", ONE))],
    ],
    [
      "a condition that is gone, on fewer resources",
      [allow("trtc:RemoveUser", "qcs::trtc:::sdkappid/*", from("10.0.0.1"))],
      [allow("trtc:RemoveUser", ONE)],
      [JSON.stringify(allow("trtc:RemoveUser", ONE))],
    ],
    [
      "a deny that is gone",
      [allow("trtc:RemoveUser"), DENY],
      [allow("trtc:RemoveUser")],
      [JSON.stringify(allow("trtc:RemoveUser"))],
    ],
    [
      "two lists, each on its own",
      [allow("trtc:RemoveUser", ONE), allow("trtc:DismissRoom", TWO)],
      [allow(["trtc:RemoveUser", "trtc:DismissRoom"], [ONE, TWO])],
      [`"${TWO}"`, `"${ONE}"`],
    ],
  ])("%s", (_name, before, after, expected) => {
    expect(changed(before, after)).toEqual(expected);
  });
});
