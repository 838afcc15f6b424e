// Places of policies in both dialects, marked in the sources by `|`, with what is proposed and said there in English.
import type { Application } from "../../server/src/core/index.js";
import type { Services } from "../../server/src/features/document.js";
import { servicesWith } from "../support/cursor.js";
import { miniCatalog } from "../support/mini-catalog.js";

const APPLICATIONS: readonly Application[] = [
  { sdkAppId: "1400100200", label: "Live prod", account: "100012345678" },
  { sdkAppId: "1400100300" },
];

export const SERVICES: Services = servicesWith(APPLICATIONS, {
  catalog: miniCatalog,
  accounts: { "100012345678": "main account" },
  seenAccounts: ["100099999999"],
  now: () => Date.UTC(2026, 10, 21, 9, 30),
});

export const inCam = (statement: string) => `{"version":"2.0","statement":[${statement}]}`;
export const inOtc = (statement: string) => `{"Version":"1.1","Statement":[${statement}]}`;
export const camCondition = (condition: string) =>
  inCam(`{"effect":"allow","action":["trtc:*"],"resource":["*"],"condition":{${condition}}}`);
const otcCondition = (condition: string, action = "ims:images:get") =>
  inOtc(`{"Effect":"Allow","Action":["${action}"],"Condition":{${condition}}}`);
export const camResource = (resource: string, action = "trtc:RemoveUser") =>
  inCam(`{"effect":"allow","action":["${action}"],"resource":["${resource}"]}`);
export const camAction = (action: string, resource = "*") =>
  inCam(`{"effect":"allow","action":[${action}],"resource":["${resource}"]}`);

/** Name of the place, source, first proposals, first line of the hover. */
export type Row = readonly [string, string, readonly string[], (string | undefined)?];

export const ONE = "qcs::trtc::uin/100012345678:sdkappid/1400100200";

export const DOCUMENTS: readonly Row[] = [
  [
    "an empty document",
    "|",
    ["Tencent Cloud CAM policy", "Open Telekom Cloud IAM policy", "AdministratorAccess"],
  ],
  ["the first name", "{|}", ["version", "statement", "Version"]],
];

export const CAM: readonly Row[] = [
  ["the name of the version", '{"ver|sion":"2.0","statement":[]}', ["version"], "**Grants nothing**"],
  [
    "a version",
    '{"version":"|2.0","statement":[]}',
    ["2.0"],
    "**2.0** · the version of Tencent Cloud CAM policies",
  ],
  [
    "another cloud's version",
    '{"version":"|5.0","statement":[]}',
    ["2.0"],
    "**5.0** · a version of Huawei Cloud policies; Tencent Cloud CAM policies have `2.0`",
  ],
  [
    "the place of the statements",
    '{"version":"2.0","statement":|}',
    ["[…]", "allow statement", "deny statement"],
  ],
  ["the list of statements", inCam("|"), ["allow statement", "deny statement", "allow read of Chat"]],
  [
    "the list of statements of one service",
    inCam('{"action":["trtc:*"]}, |'),
    ["allow statement", "deny statement", "allow read of TRTC"],
  ],
  ["the name of a missing element", inCam('{"effect":"allow", "|"}'), ["action", "resource", "condition"]],
  ["an effect", inCam('{"effect":"|allow"}'), ["allow", "deny"], "**Grants nothing**"],
  [
    "the name of the actions",
    inCam('{"act|ion":["trtc:RemoveUser"]}'),
    ["effect", "action", "resource"],
    "Here: 1 write action.",
  ],
  ["an empty action", inCam('{"action":["|"]}'), ["im:", "trtc:", "im:CreateGroup"]],
  [
    "an action of the statement's service",
    camAction('"trtc:RemoveUser", "|"'),
    ["trtc:", "trtc:CreateTrtcApp", "trtc:DescribeDetailEvent"],
  ],
  [
    "an action behind its service",
    camAction('"trtc:|"', ONE),
    ["trtc:DescribeRoomInfo", "trtc:DescribeUserInfo", "trtc:DismissRoom"],
  ],
  [
    "an action behind a prefix",
    camAction('"name/trtc:Rem|oveUser"'),
    ["trtc:CreateTrtcApp", "trtc:DescribeDetailEvent", "trtc:DescribeDurationPackages"],
    "**trtc:RemoveUser** · TRTC",
  ],
  [
    "a wildcard",
    camAction('"trtc:|*Room*"'),
    ["trtc:CreateTrtcApp", "trtc:DescribeDetailEvent", "trtc:DescribeDurationPackages"],
    "**trtc:\\*Room\\*** reaches 1 read and 1 write action",
  ],
  [
    "an action of another service",
    camAction('"cos:|GetObject"'),
    ["cos:*"],
    "There is no catalog of actions for `cos`.",
  ],
  [
    "an empty resource",
    camResource("|"),
    [ONE, "qcs::trtc:::sdkappid/1400100300", "qcs::trtc::uin/100012345678:sdkappid/*"],
  ],
  [
    "every resource",
    camResource("|*"),
    [ONE, "qcs::trtc:::sdkappid/1400100300", "qcs::trtc::uin/100012345678:sdkappid/*"],
    "**Everything**: every resource of every service that the statement's actions name.",
  ],
  [
    "the scheme of a resource",
    `${camResource("qc|s::trtc::uin/1:sdkappid/1")}`,
    [ONE, "qcs::trtc:::sdkappid/1400100300", "qcs::trtc::uin/100012345678:sdkappid/*"],
    "**App 1**",
  ],
  [
    "the service of a resource",
    camResource("qcs::tr|tc::uin/1:sdkappid/1"),
    ["trtc", "im", "cam"],
    "**trtc** · TRTC",
  ],
  [
    "the rest of a resource",
    camResource("qcs::|"),
    [
      "trtc::uin/100012345678:sdkappid/1400100200",
      "trtc:::sdkappid/1400100300",
      "trtc::uin/100012345678:sdkappid/*",
    ],
  ],
  [
    "the region of a service without regions",
    camResource("qcs::trtc:ap-gu|angzhou:uin/1:sdkappid/1"),
    [],
    "**ap-guangzhou** · region",
  ],
  [
    "the region of another service",
    camResource("qcs::cos:|ap-nowhere:uin/1:a/b", "cos:GetObject"),
    ["ap-guangzhou", "ap-shanghai"],
    "**ap-nowhere** · region",
  ],
  [
    "the account of a resource",
    camResource("qcs::trtc::uin/|100012345678:sdkappid/1"),
    ["uin/100012345678", "uin/100099999999"],
    "**uin/100012345678** · account \\(main account\\)",
  ],
  [
    "the account of another service",
    camResource("qcs::cos:ap-guangzhou:|", "cos:GetObject"),
    ["uin/100012345678", "uin/100099999999"],
  ],
  [
    "the application of a resource",
    camResource("qcs::trtc::uin/100012345678:sdkappid/|1400100200"),
    ["sdkappid/1400100200", "sdkappid/*"],
    "**App 1400100200 (Live prod)**",
  ],
  [
    "some applications",
    camResource("qcs::trtc::uin/100012345678:sdkappid/14|001002*"),
    ["sdkappid/1400100200", "sdkappid/*"],
    "**Applications `14001002*` of uin/100012345678**",
  ],
  [
    "the name of a condition",
    inCam('{"cond|ition":{"ip_equal":{"qcs:ip":["10.0.0.0/8"]}}}'),
    ["effect", "action", "resource"],
    "Here: only from `10.0.0.0/8`.",
  ],
  ["the place of a condition", inCam('{"condition":|}'), ["{…}"]],
  ["an operator", camCondition('"|"'), ["date_less_than", "ip_equal", "ip_not_equal"]],
  [
    "an operator over a key",
    camCondition('"str|ing_equal":{"qcs:ip":["1.2.3.4"]}'),
    ["ip_equal", "ip_not_equal", "null_equal"],
    "**string_equal** · text",
  ],
  [
    "an operator with a prefix",
    camCondition('"for_any_value:string|_equal":{}'),
    ["for_any_value:date_less_than", "for_any_value:ip_equal", "for_any_value:ip_not_equal"],
    "**for_any_value:string_equal** · text",
  ],
  [
    "an operator with a suffix",
    camCondition('"ip_equal|_if_exist":{}'),
    ["date_less_than_if_exist", "ip_equal_if_exist", "ip_not_equal_if_exist"],
    "**ip_equal_if_exist** · IP address or range",
  ],
  [
    "a key of addresses",
    camCondition('"ip_equal":{"|"}'),
    ["qcs:ip", "qcs:current_time", "qcs:resource_tag"],
  ],
  [
    "a key of dates",
    camCondition('"date_less_than":{"qcs:|current_time":[]}'),
    ["qcs:current_time", "qcs:ip", "qcs:resource_tag"],
    "**qcs:current_time** · date and time",
  ],
  ["a key of text", camCondition('"string_equal":{"|"}'), ["qcs:resource_tag", "qcs:mfa", "qcs:tag"]],
  [
    "a flag",
    camCondition('"bool_equal":{"qcs:mfa":["|true"]}'),
    ["true", "false"],
    "**true** · true or false",
  ],
  [
    "a date",
    camCondition('"date_less_than":{"qcs:current_time":["|2030-01-31T00:00:00Z"]}'),
    ["2026-11-21T09:30:00Z", "2026-11-22T00:00:00Z", "2026-11-28T00:00:00Z"],
    "**2030-01-31T00:00:00Z** · date and time",
  ],
  [
    "an address",
    camCondition('"ip_equal":{"qcs:ip":["|10.0.0.0/8"]}'),
    ["203.0.113.0/24", "203.0.113.1", "10.0.0.0/8"],
    "**10.0.0.0/8** · IP address or range",
  ],
  [
    "an address that another condition names",
    camCondition('"ip_not_equal":{"qcs:ip":"192.0.2.0/24"},"ip_equal":{"qcs:ip":["|"]}'),
    ["192.0.2.0/24", "203.0.113.0/24", "203.0.113.1"],
  ],
  [
    "a tag",
    camCondition('"string_equal":{"qcs:resource_tag":["|team&live"]}'),
    ["key&value"],
    "**team&live** · tag, written key&value",
  ],
  [
    "an account",
    camCondition('"string_equal":{"qcs:owner_uin":["|"]}'),
    ["100012345678", "100099999999", "${uin}"],
  ],
  [
    "a region",
    camCondition('"string_equal":{"vpc:region":["|ap-guangzhou"]}'),
    ["ap-guangzhou", "ap-shanghai", "${uin}"],
    "**ap-guangzhou** · text",
  ],
  [
    "a name of a preset",
    '{"PolicyName":"|QcloudTRTCFullAccess","PolicyDocument":"{}"}',
    ["AdministratorAccess", "QcloudAVCFullAccess", "QcloudTRTCFullAccess"],
    "**QcloudTRTCFullAccess** · TRTC",
  ],
  [
    "a name of a preset in another spelling",
    '{"policy_name":"|","policy_document":"{}"}',
    ["AdministratorAccess", "QcloudAVCFullAccess", "QcloudTRTCFullAccess"],
  ],
];

export const OTC: readonly Row[] = [
  ["the name of the version", '{"Ver|sion":"1.1","Statement":[]}', ["Version"], "**Grants nothing**"],
  [
    "a version",
    '{"Version":"|1.1","Statement":[]}',
    ["1.1"],
    "**1.1** · the version of Open Telekom Cloud IAM policies",
  ],
  [
    "the list of statements",
    inOtc("|"),
    ["Allow statement", "Deny statement", "Allow read of Image Management Service"],
  ],
  [
    "the name of a missing element",
    inOtc('{"Action":["obs:bucket:*"], "|"}'),
    ["Effect", "Resource", "Condition"],
  ],
  [
    "an effect",
    inOtc('{"Effect":"|Deny","Action":["ims:images:delete"]}'),
    ["Allow", "Deny"],
    "**Denies: 1 write action**",
  ],
  [
    "an action",
    inOtc('{"Action":["ims:images:|get"]}'),
    ["ims:images:create", "ims:images:delete", "ims:images:get"],
    "**ims:images:get** · Image Management Service",
  ],
  [
    "an action that another needs",
    inOtc('{"Action":["ims:serverImages:create", "ecs:|"]}'),
    ["ecs:cloudServers:get", "ecs:cloudServers:list", "ecs:*:*"],
  ],
  [
    "a wildcard",
    inOtc('{"Action":["ims:|*:get"]}'),
    ["ims:images:create", "ims:images:delete", "ims:images:get"],
    "**ims:\\*:get** reaches 1 read action",
  ],
  ["a resource of a service without any", inOtc('{"Action":["ims:images:get"],"Resource":["|"]}'), []],
  ["a resource", inOtc('{"Action":["obs:bucket:*"],"Resource":["|"]}'), ["obs:*:*:"]],
  [
    "the service of a resource",
    inOtc('{"Action":["obs:bucket:*"],"Resource":["ob|s:*:*:bucket:a"]}'),
    ["obs:*:*:"],
    "There is no catalog of actions for `obs`.",
  ],
  [
    "the region of a resource",
    inOtc('{"Action":["obs:bucket:*"],"Resource":["obs:|eu-de:*:bucket:a"]}'),
    ["*", "eu-de", "eu-nl"],
    "**eu-de** · region",
  ],
  [
    "the account of a resource",
    inOtc('{"Action":["obs:bucket:*"],"Resource":["obs:*:|*:bucket:a"]}'),
    ["*"],
    "**Resource**",
  ],
  [
    "the type of a resource",
    inOtc('{"Action":["obs:bucket:*"],"Resource":["obs:*:*:bucket:a","obs:*:*:|"]}'),
    ["bucket"],
  ],
  ["the path of a resource", inOtc('{"Action":["obs:bucket:*"],"Resource":["obs:*:*:bucket:|"]}'), ["*"]],
  ["an operator", otcCondition('"|"'), ["Bool", "DateLessThan", "NumberLessThan"]],
  [
    "an operator of one service",
    otcCondition('"|"', "obs:bucket:*"),
    ["Bool", "DateLessThan", "NumberLessThan"],
  ],
  [
    "an operator with a suffix",
    otcCondition('"Bool|IfExists":{}'),
    ["BoolIfExists", "DateLessThanIfExists", "NumberLessThanIfExists"],
    "**BoolIfExists** · true or false",
  ],
  ["a key", otcCondition('"Bool":{"|"}'), ["g:MFAPresent", "g:CurrentTime", "g:MFAAge"]],
  [
    "a flag",
    otcCondition('"Bool":{"g:MFAPresent":["|true"]}'),
    ["true", "false"],
    "**true** · true or false",
  ],
  ["a test for an absent key", otcCondition('"Null":{"g:UserName":["|"]}'), ["true", "false"]],
  [
    "a service",
    otcCondition('"StringEquals":{"g:ServiceName":["|ims"]}'),
    ["ims", "ecs", "iam"],
    "**ims** · text",
  ],
  ["a number", otcCondition('"NumberLessThan":{"g:MFAAge":["|600"]}'), [], "**600** · number"],
  [
    "a name of a preset",
    '{"role":{"policy":{"Version":"1.1","Statement":[]}},"policyName":"|"}',
    ["IMS FullAccess", "IMS ReadOnlyAccess"],
  ],
  [
    "a field of the request",
    '{"role":{"|":"","policy":{"Version":"1.1","Statement":[]}}}',
    ["display_name", "type", "description"],
  ],
  [
    "the type of a policy",
    '{"role":{"type":"|AX","policy":{"Version":"1.1","Statement":[]}}}',
    ["AX", "XA"],
    '**type** · required · "AX" (account) or "XA" (project)',
  ],
  ["a list that the dialect does not have", '{"Version":"1.1","Statement":[],"Depends":[|]}', []],
];
