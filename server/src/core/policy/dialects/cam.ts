// The policy language of Tencent Cloud CAM, version 2.0.
// Sources: https://www.tencentcloud.com/document/product/598/10603 (elements), /10604 (syntax),
// /10606 (resources), /10609 (limits).
import { spanOf } from "../../text/span.js";
import type { ActionReading, Dialect, ResourceReading, Segment, SegmentRole } from "../dialect.js";

export const cam: Dialect = {
  id: "cam",
  title: "Tencent Cloud CAM",
  fileSuffix: ".cam.json",
  version: {
    current: "2.0",
    mistaken: {
      "2012-10-17": "the version of AWS policies",
      "2008-10-17": "an old version of AWS policies",
      "1": "the version of Alibaba Cloud policies",
      "1.0": "a version of other clouds' policies",
      "1.1": "the version of Open Telekom Cloud policies",
      "2": "the version without its last digit",
      "5.0": "a version of Huawei Cloud policies",
    },
    // Stands on the policy analyzer page (598/61290) without explanation.
    tolerated: ["3.0"],
  },
  effects: { allow: "allow", deny: "deny", otherCase: "refused" },
  elements: {
    policy: [
      { name: "version", role: "version", required: true, shapes: ["string"] },
      { name: "statement", role: "statement", required: true, shapes: ["list"] },
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
  operatorAffixes: { anyValue: "for_any_value:", allValues: "for_all_value:", ifExists: "_if_exist" },
  limits: { policyLength: 6144 },
  anyResource: "*",
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
  return malformedAction(text, service);
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

function malformedAction(text: string, service: string): ActionReading {
  if (text.includes("：")) return withMeaning("full-width-colon", text, text.replaceAll("：", ":"));
  if (/\s/.test(text)) return withMeaning("blank", text, text.replace(/\s+/g, ""));
  const count = text.split(":").length;
  if (count !== 2) return { kind: "malformed", fault: "parts" };
  if (text.startsWith(":") || text.endsWith(":")) return { kind: "malformed", fault: "empty-part" };
  if (text.includes("/")) return { kind: "malformed", fault: "prefix" };
  if (service.includes("*")) return { kind: "malformed", fault: "service-wildcard" };
  return { kind: "malformed", fault: "character" };
}

function withMeaning(fault: "blank" | "full-width-colon", text: string, meant: string): ActionReading {
  const unambiguous = meant !== text && readAction(meant).kind === "action";
  return { kind: "malformed", fault, ...(unambiguous && { meant }) };
}

const ROLES: readonly SegmentRole[] = ["scheme", "project", "service", "region", "account", "resource"];

function readResource(text: string): ResourceReading {
  const segments = cut(text);
  if (text === "*") {
    return {
      kind: "resource",
      any: true,
      service: "",
      region: "",
      account: "",
      type: "*",
      path: "",
      segments,
    };
  }
  const [scheme, , service, region, account, resource] = segments.map((segment) => segment.text);
  const count = text.split(":").length;
  const malformed = { kind: "malformed", segments: count } as const;
  if (text.includes("：")) {
    const meant = text.replaceAll("：", ":");
    return {
      ...malformed,
      fault: "full-width-colon",
      ...(readResource(meant).kind === "resource" && { meant }),
    };
  }
  if (/\s/.test(text)) {
    const meant = text.replace(/\s+/g, "");
    return { ...malformed, fault: "blank", ...(readResource(meant).kind === "resource" && { meant }) };
  }
  if (scheme !== "qcs") {
    const meant = /^qcs:/i.test(text) ? text.replace(/^qcs/i, "qcs") : undefined;
    const clear = meant !== undefined && readResource(meant).kind === "resource";
    return { ...malformed, fault: "scheme", ...(clear && { meant }) };
  }
  // Object paths may hold colons; a colon before the first slash is a segment too many.
  if (resource === undefined || /^[^/]*:/.test(resource)) return { ...malformed, fault: "segments" };
  if (resource === "") return { ...malformed, fault: "empty-resource" };
  const slash = resource.indexOf("/");
  return {
    kind: "resource",
    any: false,
    service: service ?? "",
    region: region ?? "",
    account: account ?? "",
    type: slash < 0 ? resource : resource.slice(0, slash),
    path: slash < 0 ? "" : resource.slice(slash + 1),
    segments,
  };
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
