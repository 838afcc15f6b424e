// What an action string of a policy means, by the facts: every kind of string once.
import { describe, expect, test } from "vitest";
import { cam, type Dialect, otc } from "../../../server/src/core/index.js";
import { miniCatalog } from "../../support/mini-catalog.js";

interface Meaning {
  readonly kind: "action" | "other" | "malformed";
  readonly isPattern: boolean;
  readonly service: string | undefined;
  readonly action: string | undefined;
  readonly reached: readonly string[];
  readonly reachesUnlisted: boolean;
}

function meaningOf(dialect: Dialect, text: string): Meaning {
  const resolved = miniCatalog.of(dialect).action(text);
  expect(resolved.text).toBe(text);
  return {
    kind: resolved.reading.kind,
    isPattern: resolved.isPattern,
    service: resolved.service?.code,
    action: resolved.action?.fullName,
    reached: resolved.reached.map(({ fullName }) => fullName),
    reachesUnlisted: resolved.reachesUnlisted,
  };
}

const nothing: Meaning = {
  kind: "action",
  isPattern: false,
  service: undefined,
  action: undefined,
  reached: [],
  reachesUnlisted: false,
};

const known = (service: string, name: string): Meaning => ({
  ...nothing,
  service,
  action: `${service}:${name}`,
  reached: [`${service}:${name}`],
});

const TRTC = [
  "trtc:CreateTrtcApp",
  "trtc:DescribeDetailEvent",
  "trtc:DescribeDurationPackages",
  "trtc:DescribeRoomInfo",
  "trtc:DescribeUserInfo",
  "trtc:DescribeVocabulary",
  "trtc:DismissRoom",
  "trtc:ModifyMixConf",
  "trtc:RemoveUser",
];
const IM = ["CreateGroup", "DescribeApp", "DescribeBizTypes", "DescribeGroups", "RemoveUser"].map(
  (name) => `im:${name}`,
);
const IMS = ["images:create", "images:delete", "images:get", "images:list", "serverImages:create"].map(
  (name) => `ims:${name}`,
);

describe("CAM", () => {
  test.each<[string, string, Meaning]>([
    ["known", "trtc:DismissRoom", known("trtc", "DismissRoom")],
    ["known, with prefix", "name/trtc:DismissRoom", known("trtc", "DismissRoom")],
    ["unknown", "trtc:Dismiss", { ...nothing, service: "trtc", reachesUnlisted: true }],
    ["known in other case", "trtc:dismissRoom", { ...nothing, service: "trtc", reachesUnlisted: true }],
    ["service in other case", "TRTC:DismissRoom", { ...nothing, reachesUnlisted: true }],
    [
      "pattern",
      "trtc:D*Room*",
      {
        ...nothing,
        isPattern: true,
        service: "trtc",
        reached: ["trtc:DescribeRoomInfo", "trtc:DismissRoom"],
        reachesUnlisted: true,
      },
    ],
    [
      "pattern that reaches nothing",
      "trtc:Delete*",
      { ...nothing, isPattern: true, service: "trtc", reachesUnlisted: true },
    ],
    [
      "whole service",
      "trtc:*",
      { ...nothing, isPattern: true, service: "trtc", reached: TRTC, reachesUnlisted: true },
    ],
    ["all services", "*", { ...nothing, isPattern: true, reached: [...IM, ...TRTC], reachesUnlisted: true }],
    [
      "all services in two parts",
      "*:*",
      { ...nothing, isPattern: true, reached: [...IM, ...TRTC], reachesUnlisted: true },
    ],
    [
      "a name of all services",
      "*:RemoveUser",
      { ...nothing, isPattern: true, reached: ["im:RemoveUser", "trtc:RemoveUser"], reachesUnlisted: true },
    ],
    ["service without a list", "cos:GetObject", { ...nothing, reachesUnlisted: true }],
    ["service without a list, pattern", "cos:*", { ...nothing, isPattern: true, reachesUnlisted: true }],
    ["service that does not exist", "nothing:Get", { ...nothing, reachesUnlisted: true }],
    [
      "a name that every object has",
      "trtc:constructor",
      { ...nothing, service: "trtc", reachesUnlisted: true },
    ],
    ["a service that every object has", "constructor:Get", { ...nothing, reachesUnlisted: true }],
    ["feature set", "permid/280655", { ...nothing, kind: "other" }],
    ["malformed", "trtc", { ...nothing, kind: "malformed" }],
    ["empty", "", { ...nothing, kind: "malformed" }],
    ["blank", "trtc: DismissRoom", { ...nothing, kind: "malformed" }],
  ])("%s: %s", (_, text, expected) => {
    expect(meaningOf(cam, text)).toEqual(expected);
  });
});

describe("OTC", () => {
  test.each<[string, string, Meaning]>([
    ["known", "ims:images:get", known("ims", "images:get")],
    ["known in other case", "IMS:Images:GET", known("ims", "images:get")],
    ["unknown, of a complete list", "ims:images:paint", { ...nothing, service: "ims" }],
    ["pattern", "ims:images:*", { ...nothing, isPattern: true, service: "ims", reached: IMS.slice(0, 4) }],
    [
      "pattern in other case",
      "ims:IMAGES:L*",
      { ...nothing, isPattern: true, service: "ims", reached: ["ims:images:list"] },
    ],
    [
      "pattern over types",
      "ims:*:create",
      {
        ...nothing,
        isPattern: true,
        service: "ims",
        reached: ["ims:images:create", "ims:serverImages:create"],
      },
    ],
    ["whole service", "ims:*:*", { ...nothing, isPattern: true, service: "ims", reached: IMS }],
    [
      "all services",
      "*:*:*",
      {
        ...nothing,
        isPattern: true,
        reached: ["ecs:cloudServers:get", "ecs:cloudServers:list", ...IMS],
        reachesUnlisted: true,
      },
    ],
    ["known, of an excerpt", "ecs:cloudServers:get", known("ecs", "cloudServers:get")],
    ["unknown, of an excerpt", "ecs:servers:get", { ...nothing, service: "ecs", reachesUnlisted: true }],
    [
      "pattern, of an excerpt",
      "ecs:*:get",
      {
        ...nothing,
        isPattern: true,
        service: "ecs",
        reached: ["ecs:cloudServers:get"],
        reachesUnlisted: true,
      },
    ],
    ["service without a list", "KMS:*:*", { ...nothing, isPattern: true, reachesUnlisted: true }],
    ["malformed", "ims:images", { ...nothing, kind: "malformed" }],
    ["star alone", "*", { ...nothing, kind: "malformed" }],
  ])("%s: %s", (_, text, expected) => {
    expect(meaningOf(otc, text)).toEqual(expected);
  });
});

test("an alias is what the facts say, and nothing that every object has", () => {
  const { serviceAliases } = miniCatalog.of(cam).data;
  expect(serviceAliases.avc).toBe("im");
  expect(serviceAliases.constructor).toBeUndefined();
});

test("what was asked once is answered alike again", () => {
  const facts = miniCatalog.of(cam);
  const first = facts.action("trtc:D*");
  for (let at = 0; at < 60_000; at++) facts.action(`trtc:D${at}`);
  expect(facts.action("trtc:D*")).toEqual(first);
});
