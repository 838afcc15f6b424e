// The policy language of Open Telekom Cloud IAM, version 1.1.
// Sources: https://docs.otc.t-systems.com/identity-access-management/umn/user_guide/permissions/policy_syntax.html
// and the error codes of the same service's API reference (IAM.10xx).
import { spanOf } from "../../text/span.js";
import type { ActionReading, Dialect, ResourceReading, Segment, SegmentRole } from "../dialect.js";

export const otc: Dialect = {
  id: "otc",
  title: "Open Telekom Cloud IAM",
  fileSuffix: ".otc.json",
  version: {
    current: "1.1",
    mistaken: {
      "1.0": "the version of roles, which only the provider can define",
      "2.0": "the version of Tencent Cloud policies",
      "2012-10-17": "the version of AWS policies",
      "2008-10-17": "an old version of AWS policies",
      "1": "the version of Alibaba Cloud policies",
      "5.0": "the version of Huawei Cloud identity policies, which are not documented here",
    },
    tolerated: [],
  },
  // The text of IAM.1029 and some provider pages write the effects in lower case.
  effects: { allow: "Allow", deny: "Deny", otherCase: "accepted" },
  elements: {
    policy: [
      { name: "Version", role: "version", required: true, shapes: ["string"] },
      { name: "Statement", role: "statement", required: true, shapes: ["list"] },
    ],
    statement: [
      { name: "Effect", role: "effect", required: true, shapes: ["string"] },
      { name: "Action", role: "action", required: true, shapes: ["list"] },
      { name: "Resource", role: "resource", required: false, shapes: ["list", "map"] },
      { name: "Condition", role: "condition", required: false, shapes: ["map"] },
      // Known from the error table only (IAM.1031).
      { name: "NotAction", role: "not-action", required: false, shapes: ["list"], reserved: true },
    ],
  },
  actionCase: "insensitive",
  readAction,
  readResource,
  operatorAffixes: { anyValue: "ForAnyValue:", allValues: "ForAllValues:", ifExists: "IfExists" },
  limits: {
    policyLength: 6144,
    actionLength: 128,
    statements: 8,
    actions: 100,
    resources: 10,
    conditions: 10,
  },
  anyResource: "*",
  reference:
    "https://docs.otc.t-systems.com/identity-access-management/umn/user_guide/permissions/policy_syntax.html",
};

const PART = /^[A-Za-z0-9*]+$/;
const SERVICE = /^(?:[A-Za-z0-9-]+|\*)$/;

function readAction(text: string): ActionReading {
  if (text.length > 128) return { kind: "malformed", fault: "too-long" };
  if (text.includes("：")) return withMeaning("full-width-colon", text.replaceAll("：", ":"));
  if (/\s/.test(text)) return withMeaning("blank", text.replace(/\s+/g, ""));
  const cut = text.split(":");
  const [service = "", type = "", operation = ""] = cut;
  if (cut.length !== 3) return { kind: "malformed", fault: "parts" };
  if (cut.includes("")) return { kind: "malformed", fault: "empty-part" };
  if (!PART.test(type) || !PART.test(operation)) return { kind: "malformed", fault: "character" };
  if (!SERVICE.test(service)) {
    return { kind: "malformed", fault: service.includes("*") ? "service-wildcard" : "character" };
  }
  return {
    kind: "action",
    prefix: "",
    service,
    name: text.slice(service.length + 1),
    serviceSpan: spanOf(0, service.length),
    nameSpan: spanOf(service.length + 1, text.length),
  };
}

function withMeaning(fault: "blank" | "full-width-colon", meant: string): ActionReading {
  return { kind: "malformed", fault, ...(readAction(meant).kind === "action" && { meant }) };
}

const ROLES: readonly SegmentRole[] = ["service", "region", "account", "type", "path"];

function readResource(text: string): ResourceReading {
  const cut = text.split(":");
  const malformed = { kind: "malformed", segments: cut.length } as const;
  if (text === "*") return { ...malformed, fault: "bare-any" };
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
  if (cut.length < 5) return { ...malformed, fault: "segments" };
  const segments = place(text);
  const [service = "", region = "", account = "", type = "", path = ""] = segments.map(
    (segment) => segment.text,
  );
  if (segments.some((segment) => segment.text === "")) {
    const meant = segments.map((segment) => segment.text || "*").join(":");
    return { ...malformed, fault: "empty-segment", meant };
  }
  return { kind: "resource", any: false, service, region, account, type, path, segments };
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
