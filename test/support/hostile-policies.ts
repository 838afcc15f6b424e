// Policies built to explode: pairs in which everything overlaps with everything.
import type { CamStatement, OtcStatement, PolicyData } from "./naive-evaluator.js";

export type HostilePair = readonly [before: PolicyData, after: PolicyData];

const ANY = "qcs::trtc::uin/1:sdkappid/*";

export const HOSTILE_POLICIES: Readonly<Record<string, HostilePair>> = {
  "40 overlapping wildcards of actions": changedAtTheEnd(
    upTo(40).map((at) => ({
      effect: at % 3 === 2 ? "deny" : "allow",
      action: actionPattern(at),
      resource: ANY,
    })),
  ),
  "40 overlapping wildcards of resources": changedAtTheEnd(
    upTo(40).map((at) => ({
      effect: at % 3 === 2 ? "deny" : "allow",
      action: "trtc:*",
      resource: `qcs::trtc::uin/*${at % 10}*:sdkappid/*${at}*${(at * 7) % 40}*`,
    })),
  ),
  "40 overlapping wildcards of both, each with conditions": changedAtTheEnd(
    upTo(40).map((at) => ({
      effect: at % 3 === 2 ? "deny" : "allow",
      action: actionPattern(at),
      resource: `qcs::trtc:*${at % 7}*:uin/*${at % 10}*:sdkappid/*${at}*${(at * 7) % 40}*`,
      condition: { string_like: { "qcs:resource_tag": [`*${at}*`, `${at}&*`] } },
    })),
  ),
  "10 keys with 10 values each": changedAtTheEnd(
    upTo(12).map((at) => ({
      effect: at % 3 === 2 ? "deny" : "allow",
      action: "trtc:*",
      resource: "*",
      condition: {
        [at % 2 === 0 ? "string_like" : "for_all_value:string_like"]: Object.fromEntries(
          upTo(10).map((key) => [
            `qcs:request_tag_${key}`,
            upTo(10).map((value) => `*${(at + value) % 10}*${key}*${value}*`),
          ]),
        ),
      },
    })),
  ),
  "for_all_value within for_any_value": changedAtTheEnd(
    upTo(20).map((at) => ({
      effect: at % 4 === 3 ? "deny" : "allow",
      action: "trtc:*",
      resource: "*",
      condition: {
        "for_all_value:string_like": { "qcs:resource_tag": tagPatterns(at) },
        "for_any_value:string_not_like": { "qcs:resource_tag": tagPatterns(at + 5) },
        "for_all_value:string_not_equal_if_exist": { "qcs:resource_tag": tagPatterns(at + 9) },
      },
    })),
  ),
  "long alternating patterns": changedAtTheEnd(
    upTo(20).map((at) => ({
      effect: at % 3 === 2 ? "deny" : "allow",
      action: `trtc:${"*a*b".repeat(20 + at)}*`,
      resource: `qcs::trtc::uin/1:sdkappid/${"*1*2*3".repeat(20 + at)}*`,
      condition: { string_like: { "qcs:resource_tag": [`${"*a*b".repeat(30 + at)}*`] } },
    })),
  ),
  "an action, a resource and a value of 20,000 stars": changedAtTheEnd([
    {
      effect: "allow",
      action: `trtc:${"a*".repeat(10_000)}`,
      resource: `qcs::trtc::uin/1:sdkappid/${"1*".repeat(10_000)}`,
      condition: { string_like: { "qcs:resource_tag": ["a*".repeat(10_000), "*b".repeat(10_000)] } },
    },
    {
      effect: "deny",
      action: `trtc:${"*a".repeat(10_000)}`,
      resource: `qcs::trtc::uin/1:sdkappid/${"*1".repeat(10_000)}`,
    },
    { effect: "allow", action: "trtc:*", resource: "*" },
  ]),
  "10,000 applications": changedAtTheEnd(
    upTo(10).map((at) => ({
      effect: at % 3 === 2 ? "deny" : "allow",
      action: "trtc:*",
      resource: upTo(1000).map((id) => `qcs::trtc::uin/1:sdkappid/${1_400_000_000 + at * 700 + id}`),
    })),
  ),
  "10,000 addresses, moments and numbers": changedAtTheEnd(
    upTo(10).map((at) => ({
      effect: at % 3 === 2 ? "deny" : "allow",
      action: "trtc:*",
      resource: "*",
      condition: {
        ip_equal: { "qcs:ip": upTo(400).map((one) => `10.${at}.${one % 256}.0/${20 + (one % 12)}`) },
        date_not_equal: {
          "qcs:current_time": upTo(300).map((one) => new Date(1e12 + at * 7e6 + one * 1e6).toISOString()),
        },
        numeric_not_equal: { "qcs:read_only_action": upTo(300).map((one) => String(at * 100 + one)) },
      },
    })),
  ),
  "1,000 statements": changedAtTheEnd(
    upTo(1000).map((at) => ({
      effect: at % 5 === 4 ? "deny" : "allow",
      action: ["trtc:*", `trtc:Describe${at}*`, `im:*${at % 10}`],
      resource: [`qcs::trtc::uin/1:sdkappid/${1400 + at}*`, `qcs::im::uin/*:sdkappid/*${at % 100}`],
      ...(at % 2 === 0 && {
        condition: { ip_equal: { "qcs:ip": [`10.${at % 250}.0.0/16`, `10.${at % 200}.0.0/14`] } },
      }),
    })),
  ),
  "1,000 statements on images": imagesChangedAtTheEnd(
    upTo(1000).map((at) => ({
      Effect: at % 5 === 4 ? "Deny" : "Allow",
      Action: [`*:*:*${"abcdefgilst"[at % 11]}*`, "ims:images:*"],
      Condition: {
        StringMatch: { "g:UserName": [`*${at}?*`, `?${at}*`] },
        "ForAllValues:StringEquals": { "g:ProjectName": [`p${at % 30}`, `p${at % 7}`] },
      },
    })),
  ),
};

function changedAtTheEnd(statement: readonly CamStatement[]): HostilePair {
  const last: CamStatement = { effect: "allow", action: "trtc:Remove*", resource: "qcs::trtc::uin/7:*" };
  return [
    { version: "2.0", statement },
    { version: "2.0", statement: [...statement.slice(0, -1), last] },
  ];
}

function imagesChangedAtTheEnd(Statement: readonly OtcStatement[]): HostilePair {
  const last: OtcStatement = { Effect: "Allow", Action: ["ims:*:delete"] };
  return [
    { Version: "1.1", Statement },
    { Version: "1.1", Statement: [...Statement.slice(0, -1), last] },
  ];
}

function actionPattern(at: number): string {
  const letters = "abcdefghilmnoprstuv";
  const letter = (place: number) => letters[place % letters.length] ?? "a";
  return `trtc:*${letter(at)}*${letter(at * 3 + 1)}*${at % 2 === 0 ? letter(at * 5 + 2) : ""}*`;
}

function tagPatterns(at: number): string[] {
  return upTo(6).map((value) => `*${(at + value) % 13}*&*${(at * value) % 11}*`);
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at);
}
