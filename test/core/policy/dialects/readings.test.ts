// How the two dialects read strings that are not well-formed: what is at fault, and what must have been meant.
import { describe, expect, test } from "vitest";
import { cam, type Dialect, otc } from "../../../../server/src/core/index.js";

describe("actions of cam", () => {
  test.each([
    ["name/trtc:DismissRoom", "name/ trtc DismissRoom"],
    ["*", " * *"],
    ["*:*", " * *"],
    ["trtc:*Room*", " trtc *Room*"],
    ["permid/280655", "other"],
    ["trtc: DismissRoom", "blank: trtc:DismissRoom"],
    ["\u200btrtc:DismissRoom\u00a0", "blank: trtc:DismissRoom"],
    ["trtc:Dismiss Room", "blank"],
    ["ｔｒｔｃ：DismissRoom", "full-width: trtc:DismissRoom"],
    ["Name/trtc:DismissRoom", "prefix: name/trtc:DismissRoom"],
    ["api/trtc:DismissRoom", "prefix"],
    ["trtc", "parts"],
    ["trtc::DismissRoom", "parts"],
    ["trtc:", "empty-part"],
    [":DismissRoom", "empty-part"],
    ["name/:DismissRoom", "empty-part"],
    ["t*:DismissRoom", "service-wildcard"],
    ["trtc:Dismiss/Room", "character"],
    ["trtc:DismissRoom,", "character"],
    ["", "parts"],
  ])("%j is %s", (text, expected) => expect(actionOf(cam, text)).toBe(expected));
});

describe("actions of otc", () => {
  test.each([
    ["ims:images:get", " ims images:get"],
    ["*:*:*", " * *:*"],
    ["ims:*:get*", " ims *:get*"],
    ["ims:images: get", "blank: ims:images:get"],
    ["ims：images：get", "full-width: ims:images:get"],
    ["ims:*", "parts: ims:*:*"],
    ["*", "parts"],
    ["s3:GetObject", "parts"],
    ["ims::get", "empty-part"],
    ["i*:images:get", "service-wildcard"],
    ["ims:images:get_all", "character"],
    [`ims:images:${"x".repeat(118)}`, "too-long"],
  ])("%j is %s", (text, expected) => expect(actionOf(otc, text)).toBe(expected));
});

describe("resources of cam", () => {
  const right = "qcs::trtc::uin/1:sdkappid/2";
  test.each([
    ["*", "any"],
    [right, "trtc||uin/1|sdkappid|2"],
    ["qcs:id/0:cvm:ap-guangzhou:uin/1:instance/*", "cvm|ap-guangzhou|uin/1|instance|*"],
    ["qcs::cos:gz:uid/1:prefix//1/b/a:c", "cos|gz|uid/1|prefix|/1/b/a:c"],
    ["qcs::trtc:uin/1:sdkappid/2", `segments: ${right}`],
    ["qcs:trtc::uin/1:sdkappid/2", `segments: ${right}`],
    ["qcs::trtc:::uin/1:sdkappid/2", `segments: ${right}`],
    ["qcs:::trtc::uin/1:sdkappid/2", `segments: ${right}`],
    ["qcs::trtc:sdkappid/2", "segments"],
    ["QCS::trtc::uin/1:sdkappid/2", `scheme: ${right}`],
    ["arn:aws:s3:::bucket", "scheme"],
    ["qcs::trtc::uin/1:", "empty-resource"],
    [" qcs::trtc::uin/1: sdkappid/2", `blank: ${right}`],
    ["qcs：：trtc：：uin／1：sdkappid/2", `full-width: ${right}`],
  ])("%j is %s", (text, expected) => expect(resourceOf(cam, text)).toBe(expected));
});

describe("resources of otc", () => {
  test.each([
    ["obs:*:*:bucket:logs", "obs|*|*|bucket|logs"],
    ["*", "bare-any"],
    ["obs:::bucket:logs", "empty-segment: obs:*:*:bucket:logs"],
    ["obs:*:*:bucket", "segments"],
    ["obs:*:*:object:a:b", "segments"],
    ["obs:*:*:object: a", "blank: obs:*:*:object:a"],
    ["obs:*:*:object:ä", "character"],
    ["obs:*:*:bucket:${bucket}", "obs|*|*|bucket|${bucket}"],
  ])("%j is %s", (text, expected) => expect(resourceOf(otc, text)).toBe(expected));
});

function actionOf(dialect: Dialect, text: string): string {
  const reading = dialect.readAction(text);
  if (reading.kind === "other") return "other";
  if (reading.kind === "malformed") return faultOf(reading);
  expect(text.slice(reading.nameSpan.start, reading.nameSpan.end)).toBe(reading.name);
  return `${reading.prefix} ${reading.service} ${reading.name}`;
}

function resourceOf(dialect: Dialect, text: string): string {
  const reading = dialect.readResource(text);
  if (reading.kind === "malformed") return faultOf(reading);
  if (reading.any) return "any";
  return [reading.service, reading.region, reading.account, reading.type, reading.path].join("|");
}

function faultOf({ fault, meant }: { fault: string; meant?: string }): string {
  return meant === undefined ? fault : `${fault}: ${meant}`;
}
