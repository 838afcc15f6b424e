// What is attached to a user or group in the end: his own policies and those of his groups, each once, and what of it
// nobody can say. All of them count together, as the clouds evaluate them.
import type { Catalog, DialectCatalog } from "../catalog/catalog.js";
import type { Dialect } from "../policy/dialect.js";
import type { Policy } from "../policy/model.js";
import { parsePolicy } from "../policy/parse.js";
import { breaksIn } from "../policy/read.js";
import { NOWHERE, type Span } from "../text/span.js";
import type { AttachedFile } from "./attached-files.js";
import { type Attachment, type Grants, type Holder, plainPath } from "./grants.js";
import { presetPolicy } from "./preset-policy.js";

export interface Effective {
  readonly policies: readonly Policy[];
  /** In the order of the text, the groups first. */
  readonly sources: readonly Source[];
  /** What is attached and does not count. */
  readonly gaps: readonly Gap[];
  /** Equal for those to whom the same is attached. */
  readonly key: string;
}

/** Where some of the policies come from. */
export interface Source {
  readonly attachment: Attachment;
  /** Absent for what is attached to the holder himself. */
  readonly group?: string;
  readonly policies: readonly Policy[];
}

export interface Gap {
  /** The name or path as written; for `unknown-group` the name of the group. */
  readonly text: string;
  /** Where it stands. */
  readonly span: Span;
  readonly reason: GapReason;
}

export type GapReason =
  | "unknown-group"
  | "unknown-preset"
  /** The vendor does not say what it grants. */
  | "undocumented-preset"
  | "missing-file"
  | "unreadable-file"
  /** What could be read of it counts. */
  | "broken-file"
  | "no-policy"
  | "other-dialect";

export interface EffectiveOptions {
  readonly catalog: Catalog;
  readonly fileAt: (path: string) => AttachedFile;
}

/** For those who ask about several users of one file: what is attached to many is looked up once. */
export function createEffective(
  grants: Grants,
  { catalog, fileAt }: EffectiveOptions,
): (holder: Holder) => Effective {
  const facts = grants.dialect && catalog.of(grants.dialect);
  const resolved = new Map<string, Resolved>();

  function resolve(attachment: Attachment): Resolved {
    const id = idOf(attachment);
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const found = attachment.kind === "path" ? ofFile(fileAt(attachment.text), facts) : ofName(attachment);
    resolved.set(id, found);
    return found;
  }

  function ofName({ text }: Attachment): Resolved {
    const preset = facts?.presets.get(text);
    if (facts === undefined || preset === undefined) return { gap: "unknown-preset" };
    const policy = presetPolicy(preset, facts, catalog);
    return policy === undefined ? { gap: "undocumented-preset" } : { policies: [policy] };
  }

  return (holder) => {
    const sources = new Map<string, Source>();
    const gaps = new Map<string, Gap>();
    const attach = (attachment: Attachment, group?: string) => {
      const id = idOf(attachment);
      const { policies, gap } = resolve(attachment);
      if (gap !== undefined)
        gaps.set(id, { text: attachment.text, span: attachment.value.span, reason: gap });
      if (policies !== undefined && !sources.has(id)) {
        sources.set(id, { attachment, policies, ...(group !== undefined && { group }) });
      }
    };
    for (const { text, span } of holder.groups) {
      const group = grants.groups.get(text);
      if (group === undefined) gaps.set(`group:${text}`, { text, span, reason: "unknown-group" });
      for (const attachment of group?.policies ?? []) attach(attachment, text);
    }
    for (const attachment of holder.policies) attach(attachment);
    return {
      policies: [...sources.values()].flatMap(({ policies }) => policies),
      sources: [...sources.values()],
      gaps: [...gaps.values()],
      key: JSON.stringify([...sources.keys(), ...gaps.keys()].sort()),
    };
  };
}

export interface AlikeHolders {
  readonly effective: Effective;
  /** In the order of the text. */
  readonly holders: readonly [Holder, ...Holder[]];
}

/** Those to whom the same is attached, together; users first. */
export function alikeHolders(grants: Grants, options: EffectiveOptions): readonly AlikeHolders[] {
  const effectiveOf = createEffective(grants, options);
  const alike = new Map<string, { effective: Effective; holders: [Holder, ...Holder[]] }>();
  for (const holder of [...grants.users.values(), ...grants.groups.values()]) {
    const effective = effectiveOf(holder);
    const id = `${holder.kind} ${effective.key}`;
    const known = alike.get(id);
    if (known === undefined) alike.set(id, { effective, holders: [holder] });
    else known.holders.push(holder);
  }
  return [...alike.values()];
}

interface Resolved {
  readonly policies?: readonly Policy[];
  readonly gap?: GapReason;
}

function idOf({ kind, text }: Attachment): string {
  return kind === "path" ? `path:${plainPath(text)}` : `name:${text}`;
}

function ofFile(file: AttachedFile, facts: DialectCatalog | undefined): Resolved {
  switch (file.kind) {
    case "policy": {
      const own = file.policies.filter(({ dialect }) => facts === undefined || dialect === facts.dialect);
      if (own.length === 0) return { gap: "other-dialect" };
      return breaksIn(file.file).length > 0 ? { policies: own, gap: "broken-file" } : { policies: own };
    }
    case "missing":
      return { gap: "missing-file" };
    case "foreign":
    case "no-policy":
      return { gap: "no-policy" };
    case "too-large":
    case "unknown":
    case "unreadable":
      return { gap: "unreadable-file" };
    default:
      return file satisfies never;
  }
}

/** All of them as one policy, for a summary: a deny of one takes away what another allows. */
export function together(policies: readonly Policy[], dialect: Dialect): Policy {
  const own = policies.filter((policy) => policy.dialect === dialect);
  const [first = emptyPolicy(dialect)] = own;
  return own.length === 1 ? first : { ...first, statements: own.flatMap(({ statements }) => statements) };
}

function emptyPolicy(dialect: Dialect): Policy {
  return parsePolicy({ kind: "map", span: NOWHERE, entries: [] }, dialect);
}

/** The one that the file tells; else that of the first policy, or the first there is. */
export function dialectFor(
  policies: readonly Policy[],
  { dialect }: Grants,
  { dialects }: Catalog,
): Dialect | undefined {
  return dialect ?? policies[0]?.dialect ?? dialects[0];
}
