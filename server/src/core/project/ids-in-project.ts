// Which applications and accounts a project file names, and where: those that it lists as its own, and those that
// it speaks of.
import type { IdReader, NamedId } from "../catalog/named-ids.js";
import { readJson } from "../text/read-json.js";
import { spanOf } from "../text/span.js";
import { entryOf, itemsOf, type MapValue, type StringValue, type Value } from "../text/value.js";

export function idsInProject(text: string, ids: IdReader): readonly NamedId[] {
  const { root } = readJson(text);
  if (root?.kind !== "map") return [];
  return [
    ...listedAccounts(entryOf(root, "accounts")?.value, text),
    ...mapsIn(entryOf(root, "applications")?.value).flatMap((map) => applicationIds(map, text)),
    // What is silenced at a resource is found by the words of that resource.
    ...mapsIn(entryOf(root, "suppressions")?.value).flatMap((map) => {
      const at = entryOf(map, "at")?.value;
      return at?.kind === "string" ? ids.inResource(at, text) : [];
    }),
  ];
}

function listedAccounts(accounts: Value | undefined, text: string): NamedId[] {
  if (accounts?.kind !== "map") return [];
  return accounts.entries.flatMap(({ key }) => accountIn(key, text, { isListed: true }));
}

function applicationIds(map: MapValue, text: string): NamedId[] {
  const id = entryOf(map, "sdkAppId")?.value;
  const account = entryOf(map, "account")?.value;
  return [
    ...(id?.kind === "number" && DIGITS.test(id.text)
      ? [{ kind: "application", id: id.text, span: id.span, isListed: true } as const]
      : []),
    ...(account?.kind === "string" ? accountIn(account, text, {}) : []),
  ];
}

const DIGITS = /^[0-9]+$/;

/** Only digits that are written without escapes: whoever writes others has something else in mind. */
function accountIn(
  { text: id, span }: StringValue,
  text: string,
  more: Pick<NamedId, "isListed">,
): NamedId[] {
  const inner = spanOf(span.start + 1, span.start + 1 + id.length);
  if (!DIGITS.test(id) || text.slice(inner.start, inner.end) !== id) return [];
  return [{ kind: "account", id, span: inner, ...more }];
}

function mapsIn(value: Value | undefined): readonly MapValue[] {
  return itemsOf(value).filter((item) => item.kind === "map");
}
