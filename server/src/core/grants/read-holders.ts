// The users and groups of a grants file, with what is attached to each of them.
import * as l10n from "@vscode/l10n";
import { readEntries, readFields } from "../checks/reading/file-parts.js";
import { quoted, type Words } from "../text/quoted.js";
import type { StringValue, Value } from "../text/value.js";
import { type Attachment, type Holder, isPath } from "./grants.js";
import type { GrantsLog } from "./grants-log.js";
import { readNames } from "./read-names.js";

export const HOLDER_KEYS: Readonly<Record<Holder["kind"], readonly string[]>> = {
  group: ["policies"],
  user: ["groups", "policies"],
};

const WORDS: Readonly<Record<Holder["kind"], Readonly<Record<"what" | "place" | "name", Words>>>> = {
  group: {
    what: () => l10n.t("A group"),
    place: () => l10n.t("a group"),
    name: () => l10n.t("The name of a group"),
  },
  user: {
    what: () => l10n.t("A user"),
    place: () => l10n.t("a user"),
    name: () => l10n.t("The name of a user"),
  },
};

/** In the order of the text, those that stand twice among them. */
export function readHolders(
  value: Value | undefined,
  kind: Holder["kind"],
  log: GrantsLog,
): readonly Holder[] {
  readEntries(value, () => quoted(`${kind}s`), log);
  if (value?.kind !== "map") return [];
  return value.entries.flatMap((entry): Holder[] => {
    const { key, value: inner } = entry;
    const { text: name, span } = key;
    if (name.trim() === "") log.report(span, "empty", { what: WORDS[kind].name() });
    return inner === undefined ? [] : [{ kind, name, key, entry, ...readHolder(inner, kind, log) }];
  });
}

export function byName(holders: readonly Holder[]): ReadonlyMap<string, Holder> {
  return new Map(holders.map((holder) => [holder.name, holder]));
}

function readHolder(value: Value, kind: Holder["kind"], log: GrantsLog) {
  const { what, place } = WORDS[kind];
  const nested = kind === "group" ? { saidElsewhere: "groups" } : {};
  const fields = readFields(value, { what, place, keys: HOLDER_KEYS[kind], ...nested }, log);
  const written = fields.get("groups");
  const { names, list } = readNames(fields.get("policies")?.value, "policies", log);
  if (kind === "group" && written !== undefined) log.report(written.key.span, "nested-groups");
  const groups = kind === "user" ? readNames(written?.value, "groups", log).names : [];
  return { policies: names.flatMap((name) => readAttachment(name, log)), groups, ...(list && { list }) };
}

function readAttachment(value: StringValue, log: GrantsLog): Attachment[] {
  const { text, span } = value;
  if (!isPath(text)) return [{ kind: "name", text, value }];
  if (/^(?:[\\/]|[a-z][a-z0-9+.-]*:)/i.test(text)) {
    log.report(span, "absolute-path", { text });
    return [];
  }
  if (text.includes("\\")) {
    log.report(span, "backslash", { text }, { meant: text.replaceAll("\\", "/") });
    return [];
  }
  return [{ kind: "path", text, value }];
}
