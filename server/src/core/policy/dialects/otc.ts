// The policy language of Open Telekom Cloud IAM, version 1.1.
// Sources: https://docs.otc.t-systems.com/identity-access-management/umn/user_guide/permissions/policy_syntax.html
// and the error codes of the same service's API reference (IAM.10xx).
import * as l10n from "@vscode/l10n";
import { spanOf } from "../../text/span.js";
import type { ActionReading, Dialect, ResourceReading, Segment, SegmentRole } from "../dialect.js";
import { fillPlaceholders } from "../placeholders.js";
import { hasBlank, hasFullWidth, withoutBlanks, withoutFullWidth } from "./strings.js";

export const otc: Dialect = {
  id: "otc",
  title: "Open Telekom Cloud IAM",
  fileSuffix: ".otc.json",
  version: {
    current: "1.1",
    mistaken: {
      "1.0": () => l10n.t("the version of roles, which only the provider can define"),
      "2.0": () => l10n.t("the version of Tencent Cloud policies"),
      "2012-10-17": () => l10n.t("the version of AWS policies"),
      "2008-10-17": () => l10n.t("an old version of AWS policies"),
      "1": () => l10n.t("the version of Alibaba Cloud policies"),
      "5.0": () => l10n.t("the version of Huawei Cloud identity policies, which are not documented here"),
    },
    tolerated: [],
  },
  // The text of IAM.1029 and some provider pages write the effects in lower case.
  effects: { allow: "Allow", deny: "Deny", otherCase: "accepted" },
  elements: {
    policy: [
      { name: "Version", role: "version", required: true, shapes: ["string"] },
      { name: "Statement", role: "statement", required: true, shapes: ["list"] },
      // Never mentioned for policies of this service: one more habit of other clouds.
      { name: "Principal", role: "principal", required: false, shapes: ["map", "string"], reserved: true },
    ],
    statement: [
      { name: "Effect", role: "effect", required: true, shapes: ["string"] },
      { name: "Action", role: "action", required: true, shapes: ["list"] },
      { name: "Resource", role: "resource", required: false, shapes: ["list", "map"] },
      { name: "Condition", role: "condition", required: false, shapes: ["map"] },
      // Known from the error table only (IAM.1031).
      { name: "NotAction", role: "not-action", required: false, shapes: ["list"], reserved: true },
      { name: "Principal", role: "principal", required: false, shapes: ["map", "string"], reserved: true },
    ],
  },
  actionCase: "insensitive",
  readAction,
  readResource,
  forms: { action: "service:type:operation", resource: "service:region:account:type:path" },
  operatorAffixes: { anyValue: "ForAnyValue:", allValues: "ForAllValues:", ifExists: "IfExists" },
  conditions: {
    globalKeys: "g:",
    refusesUnknownKeys: true,
    // No page says whether case counts.
    operatorCase: "accepted",
    nullTakesBoolean: true,
    keyValues: { "g:ServiceName": "service" },
    valuesInLists: true,
    // From the same guide as the characters of resources.
    strangeCharacter: /[^A-Za-z0-9,./_@#$%&-]/u,
  },
  quotesConditionValues: true,
  refusesEmptyCondition: true,
  limits: {
    policyLength: 6144,
    actionLength: 128,
    statements: 8,
    actions: 100,
    resources: 10,
    // IAM.1042; comments of the client library and the API text of Huawei Cloud say 128.
    resourceLength: 1500,
    doubtfulResourceLength: 128,
    conditions: 10,
    conditionValueLength: 1024,
    conditionKeys: 10,
  },
  // IAM.1037 to IAM.1039; the actions stand on the pages about agencies, an older and a newer name of one action.
  uriResources: {
    key: "uri",
    actions: ["iam:agencies:assume", "iam:tokens:assume"],
    prefix: "/iam/agencies/",
    count: 20,
    length: 128,
  },
  anyResource: "*",
  // Error codes IAM.1001 to IAM.1009 and the reference of POST /v3.0/OS-ROLE/roles.
  wrapper: ["role", "policy"],
  requestFields: [
    { name: "display_name", required: true, shortest: 1, longest: 64, forbidden: /\s/u },
    {
      name: "type",
      required: true,
      values: ["AX", "XA"],
      get allowed() {
        return l10n.t('"AX" (account) or "XA" (project)');
      },
    },
    { name: "description", longest: 256 },
    { name: "catalog", refused: true },
    { name: "flag", refused: true },
    { name: "name", refused: true },
  ],
  answerFields: ["id", "links"],
  reference:
    "https://docs.otc.t-systems.com/identity-access-management/umn/user_guide/permissions/policy_syntax.html",
};

const PART = /^[A-Za-z0-9*]+$/;
const SERVICE = /^(?:[A-Za-z0-9-]+|\*)$/;

function readAction(text: string): ActionReading {
  const kind = "malformed";
  if (text.length > 128) return { kind, fault: "too-long" };
  const cut = text.split(":");
  const [service = "", type = "", operation = ""] = cut;
  if (cut.length === 3 && SERVICE.test(service) && PART.test(type) && PART.test(operation)) {
    return {
      kind: "action",
      prefix: "",
      service,
      name: text.slice(service.length + 1),
      serviceSpan: spanOf(0, service.length),
      nameSpan: spanOf(service.length + 1, text.length),
    };
  }
  if (hasFullWidth(text)) return { kind, fault: "full-width", ...meant(text, withoutFullWidth(text)) };
  if (hasBlank(text)) return { kind, fault: "blank", ...meant(text, withoutBlanks(text)) };
  if (cut.length !== 3) {
    // `ims:*` and `*` are written for the same thing in other languages.
    return { kind, fault: "parts", ...(type === "*" && cut.length === 2 && meant(text, `${text}:*`)) };
  }
  if (cut.includes("")) return { kind, fault: "empty-part" };
  if (/^[A-Za-z0-9*-]+$/.test(service) && service.includes("*") && PART.test(type + operation)) {
    return { kind, fault: "service-wildcard", doubtful: true };
  }
  const found = /[^A-Za-z0-9*:]/u.exec(text)?.[0];
  return { kind, fault: "character", ...(found !== undefined && { found }) };
}

/** A repair that gives an action is the only thing that can be meant. */
function meant(text: string, repaired: string): { readonly meant?: string } {
  return repaired !== text && readAction(repaired).kind === "action" ? { meant: repaired } : {};
}

const ROLES: readonly SegmentRole[] = ["service", "region", "account", "type", "path"];

/**
 * What the guide of the object storage does not allow in a resource; placeholders are left for others to judge.
 * https://docs.otc.t-systems.com/object-storage-service/permissions-configuration-guide/
 */
const STRANGE = /[^A-Za-z0-9_*./\\:-]/u;

function readResource(text: string): ResourceReading {
  const cut = text.split(":");
  const malformed = { kind: "malformed", segments: cut.length } as const;
  if (text === "*") return { ...malformed, fault: "bare-any", doubtful: true };
  if (hasFullWidth(text))
    return { ...malformed, fault: "full-width", ...meantResource(text, withoutFullWidth(text)) };
  if (hasBlank(text)) return { ...malformed, fault: "blank", ...meantResource(text, withoutBlanks(text)) };
  if (cut.length !== 5) return { ...malformed, fault: "segments" };
  const found = STRANGE.exec(fillPlaceholders(text, ""))?.[0];
  if (found !== undefined) return { ...malformed, fault: "character", found };
  if (cut.includes("")) {
    return {
      ...malformed,
      fault: "empty-segment",
      ...meantResource(text, cut.map((cell) => cell || "*").join(":")),
    };
  }
  const segments = place(text);
  const [service = "", region = "", account = "", type = "", path = ""] = cut;
  return { kind: "resource", any: false, service, region, account, type, path, segments };
}

function meantResource(text: string, repaired: string): { readonly meant?: string } {
  return repaired !== text && readResource(repaired).kind === "resource" ? { meant: repaired } : {};
}

function place(text: string): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  for (const role of ROLES) {
    const colon = role === "path" ? -1 : text.indexOf(":", start);
    const end = colon < 0 ? text.length : colon;
    segments.push({ role, text: text.slice(start, end), span: spanOf(start, end) });
    start = end + 1;
  }
  return segments;
}
