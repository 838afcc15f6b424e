// Takes a suppression out of the text of a project file.
import type { TextEdit } from "../text/edit.js";
import { readJson } from "../text/read-json.js";
import { removeItems } from "../text/remove-items.js";
import { entryOf } from "../text/value.js";
import type { Suppression } from "./project.js";

/** No edits where the text is not the one that the suppression was read from. */
export function removalOf({ spans }: Suppression, text: string): readonly TextEdit[] {
  const { root } = readJson(text);
  const list = root?.kind === "map" ? entryOf(root, "suppressions")?.value : undefined;
  if (list?.kind !== "list") return [];
  const item = list.items.find(({ span }) => span.start === spans.whole.start);
  if (item === undefined) return [];
  if (list.items.length === 1) return [{ span: list.span, text: "[]" }];
  return removeItems(list, new Set([item]));
}
