// Hints, drawn into the text where an editor shows them.
import { expect, test } from "vitest";
import { inlayHints, resolveInlayHint } from "../../server/src/features/inlay-hints.js";
import { toOffset, toRange } from "../../server/src/features/to-lsp.js";
import { serve } from "../support/cursor.js";
import { services } from "../support/served.js";

/** The text with each hint behind the string that it is about, in angle brackets. */
function drawn(text: string): string {
  const document = serve(text);
  const all = toRange(document.lines, { start: 0, end: text.length });
  let result = text;
  for (const { position, label } of inlayHints(document, all, services).toReversed()) {
    const at = toOffset(document.lines, position);
    result = `${result.slice(0, at)}<${label}>${result.slice(at)}`;
  }
  return result;
}

/** Of the lists of actions and resources alone. */
function hinted(actions: readonly string[], resources: readonly string[]): string {
  const [action, resource] = [JSON.stringify(actions), JSON.stringify(resources)];
  const text = drawn(
    `{"version":"2.0","statement":[{"effect":"allow","action":${action},"resource":${resource}}]}`,
  );
  return text.slice(text.indexOf('"action":'), -3).replaceAll('"', "");
}

test("a wildcard says how much it reaches", () => {
  expect(hinted(["trtc:*", "im:Describe*", "cvm:*", "*", "trtc:Nothing*"], ["*"])).toBe(
    "action:[trtc:*<5 read, 4 write, and more>,im:Describe*<3 read, and more>,cvm:*<actions that no list has>,*<every action>,trtc:Nothing*<actions that no list has>],resource:[*]",
  );
});

test("a complete list has no more", () => {
  expect(
    drawn('{"Version":"1.1","Statement":[{"Effect":"Allow","Action":["ims:images:*","IMS:Images:Get*"]}]}'),
  ).toContain('["ims:images:*"<2 read, 2 write>,"IMS:Images:Get*"<1 read>]');
});

test("a name that tells its access has no hint, and none is made up for what nobody knows", () => {
  expect(hinted(["trtc:RemoveUser", "trtc:DescribeRoomInfo", "trtc:NewAction", "malformed"], ["*"])).toBe(
    "action:[trtc:RemoveUser,trtc:DescribeRoomInfo,trtc:NewAction,malformed],resource:[*]",
  );
});

test("beside actions that can be limited, those that cannot are told", () => {
  expect(hinted(["trtc:RemoveUser", "trtc:ModifyMixConf"], ["*"])).toBe(
    "action:[trtc:RemoveUser,trtc:ModifyMixConf<operation-level>],resource:[*]",
  );
  expect(hinted(["trtc:CreateTrtcApp", "trtc:ModifyMixConf"], ["*"])).not.toContain("<");
});

test("an application has the label of the team", () => {
  const app = "qcs::trtc::uin/100012345678:sdkappid";
  expect(hinted(["trtc:RemoveUser"], [`${app}/1400100200`, `${app}/1400100201`, `${app}/*`])).toBe(
    `action:[trtc:RemoveUser],resource:[${app}/1400100200<Live prod>,${app}/1400100201,${app}/*]`,
  );
});

test("inside a string they stand behind the strings of the policy", () => {
  const policy = '{"version":"2.0","statement":[{"effect":"allow","action":"im:*","resource":"*"}]}';
  expect(drawn(JSON.stringify({ PolicyDocument: policy }))).toContain(
    '\\"im:*\\"<3 read, 2 write, and more>,',
  );
});

test("only the statements in sight are looked at", () => {
  const statement = '{"effect":"allow","action":"im:*","resource":"*"}';
  const document = serve(`{"version":"2.0","statement":[\n${statement},\n${statement},\n${statement}\n]}`);
  const second = { start: { line: 2, character: 0 }, end: { line: 2, character: 99 } };
  expect(inlayHints(document, second, services).map(({ position }) => position.line)).toEqual([2]);
});

test("the explanation is that of the hover, and comes late", () => {
  const document = serve('{"version":"2.0","statement":[{"effect":"allow","action":"im:*","resource":"*"}]}');
  const range = toRange(document.lines, { start: 0, end: document.text.length });
  const [hint] = inlayHints(document, range, services);
  if (hint === undefined) throw new Error("there is a hint");
  expect(hint.tooltip).toBeUndefined();
  expect(resolveInlayHint(hint, services).tooltip).toMatchObject({
    value: expect.stringContaining("reaches 3 read and 2 write actions"),
  });
  for (const data of [undefined, null, {}, { dialect: "x", kind: "action", text: "" }]) {
    expect(resolveInlayHint({ ...hint, data }, services)).toEqual({ ...hint, data });
  }
});
