// The policy language of Tencent Cloud CAM, version 2.0.
// Sources: https://www.tencentcloud.com/document/product/598/10603 (elements), /10604 (syntax),
// /10606 (resources), /10609 (limits).
import * as l10n from "@vscode/l10n";
import { spanOf } from "../../text/span.js";
import type { ActionReading, Dialect, ResourceReading, Segment, SegmentRole } from "../dialect.js";
import { hasBlank, hasFullWidth, withoutBlanks, withoutFullWidth } from "./strings.js";

export const cam: Dialect = {
  id: "cam",
  get title() {
    return l10n.t("Tencent Cloud CAM");
  },
  fileSuffix: ".cam.json",
  version: {
    current: "2.0",
    mistaken: {
      "2012-10-17": () => l10n.t("the version of AWS policies"),
      "2008-10-17": () => l10n.t("an old version of AWS policies"),
      "1": () => l10n.t("the version of Alibaba Cloud policies"),
      "1.0": () => l10n.t("a version of other clouds' policies"),
      "1.1": () => l10n.t("the version of Open Telekom Cloud policies"),
      "2": () => l10n.t("the version without its last digit"),
      "5.0": () => l10n.t("a version of Huawei Cloud policies"),
    },
    // Stands on the policy analyzer page (598/61290) without explanation.
    tolerated: ["3.0"],
  },
  effects: { allow: "allow", deny: "deny", otherCase: "refused" },
  elements: {
    policy: [
      { name: "version", role: "version", required: true, shapes: ["string"] },
      // A bare object stands in some twenty official samples, old and current.
      { name: "statement", role: "statement", required: true, shapes: ["list"], tolerated: "map" },
      { name: "principal", role: "principal", required: false, shapes: ["map", "string"], reserved: true },
    ],
    statement: [
      { name: "effect", role: "effect", required: true, shapes: ["string"] },
      { name: "action", role: "action", required: true, shapes: ["list", "string"] },
      { name: "resource", role: "resource", required: true, shapes: ["list", "string"] },
      { name: "condition", role: "condition", required: false, shapes: ["map"] },
      { name: "principal", role: "principal", required: false, shapes: ["map", "string"], reserved: true },
    ],
  },
  actionCase: "sensitive",
  readAction,
  readResource,
  forms: { action: "service:Name", resource: "qcs::service:region:uin/account:type/id" },
  operatorAffixes: { anyValue: "for_any_value:", allValues: "for_all_value:", ifExists: "_if_exist" },
  // https://www.tencentcloud.com/document/product/598/58420
  conditions: {
    globalKeys: "qcs:",
    keyValues: { "qcs:owner_uin": "account", "vpc:region": "region" },
  },
  limits: { policyLength: 6144 },
  // https://github.com/tencentyun/intlcloud-documents (CAM user guide, policy variables; SCF, versions and aliases).
  variables: ["${uin}", "${owner_uin}", "${app_id}", "$LATEST", "$DEFAULT"],
  // https://www.tencentcloud.com/document/product/647/39551 and its siblings.
  sampleResources: {
    account: "uin/12345678",
    resources: ["sdkappid/1400000000", "sdkappid/1400000001", "sdkappid/1400000002"],
  },
  // https://github.com/tencentyun/qcloud-documents (CAM, why a deny has no effect).
  listsEscapeDeny: true,
  anyResource: "*",
  // The element reference limits principals to the trust policies of roles and the policies of buckets.
  principalDocuments: [
    { kind: "role", action: /^(?:name\/)?sts:/ },
    // Some pages about buckets print a blank after each colon.
    { kind: "bucket", resource: /^qcs:[^:]*:\s*cos:/ },
    // A page on condition keys prints one for every resource.
    { kind: "bucket", action: /^(?:name\/)?cos:/ },
    // The access policy of an archive vault: the API documentation of CAS prints one with a principal.
    { kind: "vault", resource: /^qcs:[^:]*:cas:/ },
  ],
  // https://www.tencentcloud.com/document/product/598/32248, error codes PolicyNameError and DescriptionLengthOverlimit.
  requestFields: [
    ...["PolicyName", "policyName"].map((name) => ({
      name,
      shortest: 1,
      longest: 128,
      forbidden: /[^A-Za-z0-9+=,.@_-]/u,
      get allowed() {
        return l10n.t("English letters, digits and + = , . @ - _");
      },
    })),
    ...["Description", "description"].map((name) => ({ name, longest: 300, unit: "bytes" as const })),
  ],
  reference: "https://www.tencentcloud.com/document/product/598/10603",
};

const ACTION = /^(name\/)?([^:/]+):([^:/]+)$/;
const SERVICE = /^(?:[A-Za-z0-9_-]+|\*)$/;
const API_NAME = /^[A-Za-z0-9_.*-]+$/;

function readAction(text: string): ActionReading {
  // A feature set is a permission of its own kind: https://www.tencentcloud.com/document/product/598/10603.
  if (/^(?:permid|actionName)\//.test(text)) return { kind: "other" };
  if (text === "*") return parts("", "*", "*", 0, 0);
  const match = ACTION.exec(text);
  const [, prefix = "", service = "", name = ""] = match ?? [];
  if (match !== null && SERVICE.test(service) && API_NAME.test(name)) {
    return parts(prefix, service, name, prefix.length, prefix.length + service.length + 1);
  }
  return malformedAction(text);
}

function parts(
  prefix: string,
  service: string,
  name: string,
  serviceStart: number,
  nameStart: number,
): ActionReading {
  return {
    kind: "action",
    prefix,
    service,
    name,
    serviceSpan: spanOf(serviceStart, serviceStart + service.length),
    nameSpan: spanOf(nameStart, nameStart + name.length),
  };
}

function malformedAction(text: string): ActionReading {
  const kind = "malformed";
  if (hasFullWidth(text)) return { kind, fault: "full-width", ...meant(text, withoutFullWidth(text)) };
  if (hasBlank(text)) return { kind, fault: "blank", ...meant(text, withoutBlanks(text)) };
  const bare = text.replace(/^name\//, "");
  const [service = "", name = "", ...more] = bare.split(":");
  if (more.length > 0 || !bare.includes(":")) return { kind, fault: "parts" };
  if (service === "" || name === "") return { kind, fault: "empty-part" };
  const wrongPrefix = /^([^:/]*\/)[^/]*$/.exec(bare)?.[1];
  if (wrongPrefix !== undefined) {
    const isNear = /^names?\/$/i.test(wrongPrefix);
    return {
      kind,
      fault: "prefix",
      found: wrongPrefix,
      ...(isNear && meant(text, `name/${bare.slice(wrongPrefix.length)}`)),
    };
  }
  if (service.includes("*") && API_NAME.test(service)) return { kind, fault: "service-wildcard" };
  const found = /[^A-Za-z0-9_.*:-]/u.exec(bare)?.[0];
  return { kind, fault: "character", ...(found !== undefined && { found }) };
}

/** A repair that gives an action is the only thing that can be meant. */
function meant(text: string, repaired: string): { readonly meant?: string } {
  return repaired !== text && readAction(repaired).kind === "action" ? { meant: repaired } : {};
}

const ROLES: readonly SegmentRole[] = ["scheme", "project", "service", "region", "account", "resource"];

/** Nearly every resource: printable ASCII without a colon too many. One look at it says all there is. */
const PLAIN_RESOURCE =
  /^qcs:([!-9;-~]*):([!-9;-~]*):([!-9;-~]*):([!-9;-~]*):(([!-.0-9;-~]+)(?:\/([!-9;-~]*))?)$/;

function readResource(text: string): ResourceReading {
  const plain = PLAIN_RESOURCE.exec(text);
  if (plain === null) return readUnusualResource(text);
  const [, project = "", service = "", region = "", account = "", resource = "", type = "", path = ""] =
    plain;
  const second = 4 + project.length;
  const third = second + 1 + service.length;
  const fourth = third + 1 + region.length;
  const fifth = fourth + 1 + account.length;
  const segments: readonly Segment[] = [
    { role: "scheme", text: "qcs", span: spanOf(0, 3) },
    { role: "project", text: project, span: spanOf(4, second) },
    { role: "service", text: service, span: spanOf(second + 1, third) },
    { role: "region", text: region, span: spanOf(third + 1, fourth) },
    { role: "account", text: account, span: spanOf(fourth + 1, fifth) },
    { role: "resource", text: resource, span: spanOf(fifth + 1, text.length) },
  ];
  return { kind: "resource", any: false, service, region, account, type, path, segments };
}

function readUnusualResource(text: string): ResourceReading {
  const segments = cut(text);
  const nothing = { service: "", region: "", account: "", path: "" };
  if (text === "*") return { kind: "resource", any: true, ...nothing, type: "*", segments };
  const [scheme, , service = "", region = "", account = "", resource] = segments.map((part) => part.text);
  const malformed = { kind: "malformed", segments: text.split(":").length } as const;
  if (hasFullWidth(text))
    return { ...malformed, fault: "full-width", ...meantResource(text, withoutFullWidth(text)) };
  if (hasBlank(text)) return { ...malformed, fault: "blank", ...meantResource(text, withoutBlanks(text)) };
  if (scheme !== "qcs") {
    return { ...malformed, fault: "scheme", ...meantResource(text, text.replace(/^qcs:/i, "qcs:")) };
  }
  // Object paths may hold colons; a colon before the first slash, or after an account, is one too many.
  if (resource === undefined || /^[^/]*:|^ui[nd]\/[^/]*:/.test(resource)) {
    return { ...malformed, fault: "segments", ...meantResource(text, withSixSegments(text)) };
  }
  if (resource === "") return { ...malformed, fault: "empty-resource" };
  const slash = resource.indexOf("/");
  const type = slash < 0 ? resource : resource.slice(0, slash);
  const path = slash < 0 ? "" : resource.slice(slash + 1);
  return { kind: "resource", any: false, service, region, account, type, path, segments };
}

function meantResource(text: string, repaired: string): { readonly meant?: string } {
  return repaired !== text && readResource(repaired).kind === "resource" ? { meant: repaired } : {};
}

/** The account shows which segment before it is one too few or one too many. */
function withSixSegments(text: string): string {
  const cells = text.split(":");
  const account = cells.findIndex((cell) => /^ui[nd]\//.test(cell));
  const projectIsEmpty = cells[1] === "";
  if (account === 3) return cells.toSpliced(projectIsEmpty ? 3 : 1, 0, "").join(":");
  if (account === 5 && projectIsEmpty && cells[2] === "") return cells.toSpliced(1, 1).join(":");
  if (account === 5 && cells[3] === "" && cells[4] === "") return cells.toSpliced(3, 1).join(":");
  return text;
}

/** The last of the six segments keeps any further colons: object paths may hold them. */
function cut(text: string): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  for (const role of ROLES) {
    const colon = role === "resource" ? -1 : text.indexOf(":", start);
    const end = colon < 0 ? text.length : colon;
    segments.push({ role, text: text.slice(start, end), span: spanOf(start, end) });
    if (colon < 0) break;
    start = end + 1;
  }
  return segments;
}
