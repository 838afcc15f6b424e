// The lists of names in a grants file. What is no name is said at its place and left out.
import { entryOf, spotOf } from "../checks/reading/file-parts.js";
import { quoted } from "../text/quoted.js";
import type { ListValue, StringValue, Value } from "../text/value.js";
import type { GrantsLog } from "./grants-log.js";

/** The strings of a list, each once. */
export function readNames(
  value: Value | undefined,
  key: string,
  log: GrantsLog,
): { readonly names: readonly StringValue[]; readonly list?: ListValue } {
  if (value === undefined) return { names: [] };
  if (value.kind !== "list") {
    log.report(spotOf(value), "no-list", { what: quoted(key) });
    return { names: [] };
  }
  const names = new Map<string, StringValue>();
  for (const item of value.items) {
    if (item.kind !== "string") log.report(spotOf(item), "no-string", { what: entryOf(key)() });
    else if (item.text.trim() === "") log.report(item.span, "empty", { what: entryOf(key)() });
    else {
      const first = names.get(item.text)?.span;
      if (first === undefined) names.set(item.text, item);
      else log.report(item.span, "twice", { text: item.text }, { above: first, severity: "hint" });
    }
  }
  return { names: [...names.values()], list: value };
}
