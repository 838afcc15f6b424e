// Grants files for tests: a catalog with presets that depend on others or were renamed, and a folder of policies in
// memory that paths lead to.
import {
  type AttachedFile,
  type Catalog,
  cam,
  createAttachedFiles,
  createCatalog,
  createEffective,
  type Effective,
  type FileText,
  type Finding,
  type Holder,
  indexLines,
  judgeGrants,
  otc,
  type PresetData,
  plainPath,
  readGrants,
} from "../../server/src/core/index.js";
import type { ServedDocument } from "../../server/src/features/document.js";
import { miniCatalog, miniData } from "./mini-catalog.js";

const PRESETS: Readonly<Record<string, readonly PresetData[]>> = {
  cam: [
    {
      name: "QcloudChatReadOnlyAccess",
      product: "Chat",
      kind: "preset",
      access: "read-only",
      services: ["im"],
    },
    {
      name: "QcloudIMReadOnlyAccess",
      product: "Chat",
      kind: "preset",
      access: "read-only",
      services: ["im"],
      renamedTo: "QcloudChatReadOnlyAccess",
    },
  ],
  otc: [
    {
      name: "IMS Administrator",
      product: "IMS",
      kind: "role",
      access: "full",
      services: ["ims"],
      dependsOn: ["Tenant Administrator"],
    },
    {
      name: "Server Administrator",
      product: "ECS",
      kind: "role",
      access: "mixed",
      services: ["ecs"],
      dependsOn: ["IMS Administrator", "Tenant Guest"],
    },
    { name: "Tenant Administrator", product: "All products", kind: "role", access: "full", services: [] },
    { name: "Tenant Guest", product: "All products", kind: "role", access: "read-only", services: [] },
    {
      name: "ECS ReadOnlyAccess",
      product: "ECS",
      kind: "policy",
      access: "read-only",
      services: ["ecs"],
      published: true,
    },
  ],
};

const PUBLISHED =
  '{"Version":"1.1","Statement":[{"Effect":"Allow","Action":["ecs:cloudServers:get","ims:images:list"]}]}';

const dialects = Object.fromEntries(
  Object.entries(miniData.dialects).map(([id, data]) => [
    id,
    { ...data, presets: [...data.presets, ...(PRESETS[id] ?? [])] },
  ]),
);

export const grantsCatalog: Catalog = createCatalog({ ...miniData, dialects }, [cam, otc], () => {
  const texts = miniCatalog.texts();
  const published = { "ECS ReadOnlyAccess": { document: PUBLISHED, sources: [] } };
  return { ...texts, presets: { ...texts.presets, otc: published } };
});

/** Policies as they lie beside a grants file. */
export const FILES: Readonly<Record<string, string>> = {
  "recording.policy.json": JSON.stringify({
    version: "2.0",
    statement: [
      {
        effect: "allow",
        action: ["trtc:RemoveUser", "trtc:DescribeRoomInfo"],
        resource: ["qcs::trtc::uin/100012345678:sdkappid/1400100200"],
      },
    ],
  }),
  "no-rooms.policy.json": JSON.stringify({
    version: "2.0",
    statement: [{ effect: "deny", action: ["trtc:DescribeRoomInfo"], resource: ["*"] }],
  }),
  "policies/chat.policy.json": JSON.stringify({
    version: "2.0",
    statement: [{ effect: "allow", action: ["im:CreateGroup"], resource: ["*"] }],
  }),
  "images.otc.json": JSON.stringify({
    Version: "1.1",
    Statement: [{ Effect: "Allow", Action: ["ims:images:delete"] }],
  }),
  "aws.policy.json": JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Sid: "a", Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::a" }],
  }),
  "settings.json": "[]",
};

const FAULTY: Readonly<Record<string, FileText>> = {
  "huge.policy.json": { kind: "too-large" },
  "locked.policy.json": { kind: "unreadable" },
  "elsewhere.policy.json": { kind: "unknown" },
};

export function fileText(path: string, files: Readonly<Record<string, string>> = FILES): FileText {
  const text = Object.hasOwn(files, path) ? files[path] : undefined;
  if (text !== undefined) return { kind: "text", text };
  return (Object.hasOwn(FAULTY, path) ? FAULTY[path] : undefined) ?? { kind: "missing" };
}

export function fileAt(files: Readonly<Record<string, string>> = FILES): (path: string) => AttachedFile {
  return createAttachedFiles((path) => fileText(path, files), grantsCatalog.dialects);
}

export function findingsIn(text: string): readonly Finding[] {
  const reading = readGrants(text, grantsCatalog);
  return judgeGrants(reading, { catalog: grantsCatalog, fileAt: fileAt(), paths: () => Object.keys(FILES) });
}

/** What is attached to a user or group of a text. */
export function effectiveOf(name: string, text: string): Effective {
  const { grants } = readGrants(text, grantsCatalog);
  const holder: Holder | undefined = grants.users.get(name) ?? grants.groups.get(name);
  if (holder === undefined) throw new Error(`nobody is called ${name}`);
  return createEffective(grants, { catalog: grantsCatalog, fileAt: fileAt() })(holder);
}

/** A grants file as the features are given it. */
export function servedGrants(text: string): ServedDocument {
  const reading = readGrants(text, grantsCatalog);
  const { root, problems, dialect } = reading.grants;
  return {
    uri: "file:///project/team.grants.json",
    version: 1,
    text,
    lines: indexLines(text),
    file: {
      ...{ problems, policies: [], embedded: [], isOurs: true },
      ...(root && { root }),
      ...(dialect && { dialect }),
    },
    findings: () => findingsIn(text),
    suppressed: () => [],
    withText: servedGrants,
    grants: {
      grants: reading.grants,
      files: () => fileAt(),
      paths: () => ["recording.policy.json", "policies/chat.policy.json", "../other.policy.json"],
      uriOf: (path) => `file:///project/${plainPath(path)}`,
    },
  };
}
