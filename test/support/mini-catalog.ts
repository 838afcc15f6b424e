// A small made-up catalog for tests, so that new facts about the clouds break no test. Names are those of the
// real services; what they can do is chosen to show one case each.
import type { ActionData, CatalogData, CatalogTexts, DialectData } from "../../server/src/core/index.js";
import { cam, createCatalog, otc } from "../../server/src/core/index.js";

const read = (name: string, rest: Partial<ActionData> = {}): ActionData => ({
  name,
  access: "read",
  ...rest,
});
const write = (name: string, rest: Partial<ActionData> = {}): ActionData => ({
  name,
  access: "write",
  ...rest,
});

const CAM: DialectData = {
  services: [
    {
      code: "im",
      product: "Chat",
      completeness: "partial",
      resourceTemplates: ["qcs::im::uin/${uin}:sdkappid/${sdkappid}", "qcs::im::uin/${uin}:sdkappid/*", "*"],
      resourceTypes: ["sdkappid"],
      actions: [
        write("CreateGroup", { level: "resource" }),
        { name: "DescribeApp", access: "list", level: "resource" },
        read("DescribeBizTypes", { level: "operation" }),
        read("DescribeGroups", { level: "resource" }),
        { name: "RemoveUser", access: "write", exampleOnly: true },
      ],
    },
    {
      code: "trtc",
      product: "TRTC",
      completeness: "partial",
      resourceTemplates: [
        "qcs::trtc::uin/${uin}:sdkappid/${sdkappid}",
        "qcs::trtc::uin/${uin}:sdkappid/*",
        "*",
      ],
      resourceTypes: ["sdkappid"],
      actions: [
        write("CreateTrtcApp", { level: "operation" }),
        read("DescribeDetailEvent", { level: "operation" }),
        read("DescribeDurationPackages", { level: "operation" }),
        read("DescribeRoomInfo", { level: "resource" }),
        read("DescribeUserInfo", { level: "resource" }),
        read("DescribeVocabulary", { replacedBy: "DescribeUserInfo" }),
        write("DismissRoom", { level: "resource" }),
        write("ModifyMixConf", { level: "operation" }),
        write("RemoveUser", { level: "resource" }),
      ],
    },
  ],
  serviceCodes: ["cam", "cos", "cvm", "ims", "sts", "vpc"],
  serviceCodesComplete: false,
  serviceAliases: { avc: "im", chat: "im", tim: "im" },
  presets: [
    { name: "AdministratorAccess", product: "All products", kind: "preset", access: "full", services: [] },
    { name: "QcloudAVCFullAccess", product: "Chat", kind: "preset", access: "full", services: ["im"] },
    { name: "QcloudTRTCFullAccess", product: "TRTC", kind: "preset", access: "full", services: ["trtc"] },
    {
      name: "QcloudTRTCReadonlyAccess",
      product: "TRTC",
      kind: "preset",
      access: "read-only",
      services: ["trtc"],
    },
  ],
  operators: [
    { name: "bool_equal", type: "boolean" },
    { name: "date_less_than", type: "date" },
    { name: "ip_equal", type: "ip" },
    { name: "ip_not_equal", type: "ip", negated: true },
    { name: "null_equal", type: "null" },
    { name: "numeric_less_than_equal", type: "number" },
    { name: "string_equal", type: "string" },
    { name: "string_like", type: "string", doubtful: true, wildcards: "*" },
    { name: "string_not_equal", type: "string", negated: true },
  ],
  keys: [
    { name: "qcs:current_time", type: "date" },
    { name: "qcs:ip", type: "ip" },
    { name: "qcs:mfa", type: "string", doubtful: true },
    { name: "qcs:resource_tag", type: "tag" },
    { name: "qcs:tag", type: "tag", doubtful: true, takesName: true },
  ],
  regions: ["ap-guangzhou", "ap-shanghai"],
  regionsComplete: false,
};

const OTC: DialectData = {
  services: [
    {
      code: "ecs",
      product: "Elastic Cloud Server",
      completeness: "excerpt",
      scope: "project",
      resourceTemplates: [],
      resourceTypes: [],
      actions: [{ name: "cloudServers:get" }, { name: "cloudServers:list" }],
    },
    {
      code: "ims",
      product: "Image Management Service",
      completeness: "complete",
      scope: "project",
      resourceTemplates: [],
      resourceTypes: [],
      actions: [
        write("images:create", { mistakenFor: ["ims:serverImages:create"] }),
        write("images:delete"),
        read("images:get"),
        { name: "images:list", access: "list" },
        write("serverImages:create", {
          dependencies: ["ecs:cloudServers:get", "ECS:cloudServers:list", "obs:bucket:*"],
        }),
      ],
    },
  ],
  serviceCodes: ["iam", "kms", "obs"],
  serviceCodesComplete: false,
  serviceScopes: { iam: "global", obs: "global" },
  serviceAliases: {},
  presets: [
    { name: "IMS FullAccess", product: "IMS", kind: "policy", access: "full", services: ["ims"] },
    { name: "IMS ReadOnlyAccess", product: "IMS", kind: "policy", access: "read-only", services: ["ims"] },
  ],
  operators: [
    { name: "Bool", type: "boolean" },
    { name: "DateLessThan", type: "date" },
    { name: "IpAddress", type: "ip", doubtful: true, onlyKeysOf: "obs" },
    { name: "Null", type: "null" },
    { name: "NumberLessThan", type: "number" },
    { name: "StringEquals", type: "string" },
    { name: "StringLike", type: "string", doubtful: true, onlyKeysOf: "obs", wildcards: "*" },
    { name: "StringMatch", type: "string", wildcards: "*?" },
  ],
  keys: [
    { name: "g:CurrentTime", type: "date" },
    { name: "g:MFAAge", type: "number" },
    { name: "g:MFAPresent", type: "boolean" },
    { name: "g:UserName", type: "string" },
  ],
  regions: ["eu-de", "eu-nl"],
  regionsComplete: false,
};

export const miniData: CatalogData = { version: 1, date: "2026-11", dialects: { cam: CAM, otc: OTC } };

const TEXTS: CatalogTexts = {
  version: 1,
  actions: {
    cam: {
      "trtc:DescribeRoomInfo": {
        summary: "List the rooms of an application",
        group: "room-management",
        accessBasis: "stated",
        sources: ["https://example.com/trtc"],
      },
      "trtc:DismissRoom": {
        summary: "Close a room",
        group: "room-management",
        accessBasis: "inferred",
        note: "Ends the call for everybody.",
        sources: ["https://example.com/trtc"],
      },
    },
    otc: {
      "ims:images:get": {
        summary: "Show an image",
        accessBasis: "inferred",
        apis: ["GET /v2/images/{image_id}"],
        sources: ["https://example.com/ims"],
      },
    },
  },
  presets: { cam: {}, otc: {} },
  operators: { cam: {}, otc: {} },
  keys: { cam: {}, otc: {} },
};

export const miniCatalog = createCatalog(miniData, [cam, otc], () => TEXTS);
