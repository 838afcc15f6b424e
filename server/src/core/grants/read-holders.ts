// The users and groups of a grants file, with what is attached to each of them.
import type { StringValue, Value } from "../text/value.js";
import { type Attachment, type Holder, isPath } from "./grants.js";
import type { GrantsLog } from "./grants-log.js";
import { GROUP, readEntries, readFields, readNames } from "./read-parts.js";

export const HOLDER_KEYS: Readonly<Record<Holder["kind"], readonly string[]>> = {
  group: ["policies"],
  user: ["groups", "policies"],
};

export function readHolders(
  value: Value | undefined,
  kind: Holder["kind"],
  log: GrantsLog,
): ReadonlyMap<string, Holder> {
  const holders = new Map<string, Holder>();
  if (value?.kind !== "map") {
    readEntries(value, `"${kind}s"`, log);
    return holders;
  }
  const entries = new Map(value.entries.map((entry) => [entry.key, entry]));
  for (const [name, field] of readEntries(value, `"${kind}s"`, log)) {
    const entry = entries.get(field.key);
    if (name.trim() === "") log.report(field.key.span, "empty", { what: `The name of a ${kind}` });
    if (entry !== undefined) {
      holders.set(name, { kind, name, key: field.key, entry, ...readHolder(field.value, kind, log) });
    }
  }
  return holders;
}

function readHolder(value: Value, kind: Holder["kind"], log: GrantsLog) {
  const place = kind === "group" ? GROUP : "a user";
  const fields = readFields(value, { what: `A ${kind}`, place, keys: HOLDER_KEYS[kind] }, log);
  const { names, list } = readNames(fields.get("policies")?.value, "policies", log);
  const groups = kind === "user" ? readNames(fields.get("groups")?.value, "groups", log).names : [];
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
