// A third policy language that no cloud has: one Dialect value and a few facts. It differs from both real ones
// in every name, so that whatever works for it reads the dialect and knows none by heart.
import {
  type ActionReading,
  type CatalogData,
  cam,
  createCatalog,
  type Dialect,
  type DialectData,
  otc,
  type ResourceReading,
  type Segment,
  type Span,
} from "../../server/src/core/index.js";
import { miniData } from "./mini-catalog.js";

export const madeUp: Dialect = {
  id: "harbor",
  title: "Harbor Rules",
  fileSuffix: ".harbor.json",
  version: { current: "H7", mistaken: { H6: () => "the version before" }, tolerated: [] },
  effects: { allow: "permit", deny: "forbid", otherCase: "refused" },
  elements: {
    policy: [
      { name: "edition", role: "version", required: true, shapes: ["string"] },
      { name: "rules", role: "statement", required: true, shapes: ["list"] },
    ],
    statement: [
      { name: "verdict", role: "effect", required: true, shapes: ["string"] },
      { name: "may", role: "action", required: true, shapes: ["list", "string"] },
      { name: "where", role: "resource", required: true, shapes: ["list", "string"] },
      { name: "provided", role: "condition", required: false, shapes: ["map"] },
    ],
  },
  actionCase: "sensitive",
  readAction,
  readResource,
  forms: { action: "service:verb", resource: "berth/service/region/account/type/id" },
  operatorAffixes: { anyValue: "some ", allValues: "all ", ifExists: "?" },
  limits: { policyLength: 1000 },
  anyResource: "everywhere",
  reference: "https://example.com/harbor",
};

const HARBOR: DialectData = {
  services: [
    {
      code: "crane",
      product: "Cranes",
      completeness: "complete",
      resourceTemplates: ["berth/crane///mast/${mast}", "everywhere"],
      resourceTypes: ["mast"],
      actions: [
        { name: "look", access: "read", level: "resource" },
        { name: "lower", access: "write", level: "resource" },
        { name: "survey", access: "read", level: "operation" },
      ],
    },
  ],
  serviceCodes: ["pilot"],
  serviceCodesComplete: false,
  serviceAliases: {},
  presets: [{ name: "HarborMaster", product: "Cranes", kind: "preset", access: "full", services: ["crane"] }],
  operators: [{ name: "text is", type: "string" }],
  keys: [{ name: "berth.name", type: "string" }],
  regions: [],
  regionsComplete: false,
};

const data: CatalogData = { ...miniData, dialects: { ...miniData.dialects, [madeUp.id]: HARBOR } };

/** The three dialects together. */
export const threeDialects = createCatalog(data, [cam, otc, madeUp], () => ({
  version: 1,
  actions: { [madeUp.id]: { "crane:lower": { summary: "Lower the hook", sources: [] } } },
  presets: {},
  operators: {},
  keys: {},
}));

function readAction(text: string): ActionReading {
  const [, service, name] = /^([a-z]+|\*):([a-z*]+)$/.exec(text) ?? [];
  if (service === undefined || name === undefined) return { kind: "malformed", fault: "parts" };
  return {
    kind: "action",
    prefix: "",
    service,
    name,
    serviceSpan: { start: 0, end: service.length },
    nameSpan: { start: service.length + 1, end: text.length },
  };
}

const ROLES = ["scheme", "service", "region", "account", "type", "path"] as const;

function readResource(text: string): ResourceReading {
  const any = text === madeUp.anyResource;
  const segments = any ? [] : cut(text);
  const [scheme, service = "", region = "", account = "", type = "", path = ""] = segments.map(
    (segment) => segment.text,
  );
  if (!any && (scheme !== "berth" || segments.length !== ROLES.length)) {
    return { kind: "malformed", fault: "segments", segments: segments.length };
  }
  return { kind: "resource", any, service, region, account, type, path, segments };
}

function cut(text: string): Segment[] {
  let start = 0;
  return text.split("/").flatMap((part, index): Segment[] => {
    const span: Span = { start, end: start + part.length };
    start = span.end + 1;
    const role = ROLES[index] ?? "path";
    return [{ role, text: part, span }];
  });
}
