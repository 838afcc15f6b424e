// Writes decisions into the text of a project file, which is made where there is none. What stands there keeps
// its layout and comments.

import { appendItem, listOf, mapOf, mayHold, setEntry } from "../text/add-to-json.js";
import type { TextEdit } from "../text/edit.js";
import type { Problem } from "../text/problem.js";
import { readJson } from "../text/read-json.js";
import { spanOf } from "../text/span.js";
import { gapBetween } from "../text/style.js";
import { entryOf, type MapValue } from "../text/value.js";
import type { Level, Suppression } from "./project.js";

export interface NewSuppression extends Pick<Suppression, "check" | "at" | "reason" | "expires"> {
  readonly file: string;
}

/**
 * The edits of the project file's text that add a suppression. Undefined where the text is too broken to be
 * edited without a person. `text` is undefined where there is no such file: the edit writes all of it.
 */
export function suppressionEdit(
  text: string | undefined,
  { check, file, at, reason, expires }: NewSuppression,
): readonly TextEdit[] | undefined {
  const entry = { check, file, ...(at !== undefined && { at }), reason, ...(expires && { expires }) };
  const item = onOneLine(entry);
  return edit(text, "suppressions", "list", (map, written) => {
    const list = map && entryOf(map, "suppressions")?.value;
    if (map && list?.kind === "list") return appendItem(written, list, item, gapBetween(written, map));
    return (gap) => listOf(item, gap);
  });
}

/** The same for the level of a check in the whole project. */
export function levelEdit(
  text: string | undefined,
  check: string,
  level: Level,
): readonly TextEdit[] | undefined {
  const value = JSON.stringify(level);
  return edit(text, "checks", "map", (map, written) => {
    const levels = map && entryOf(map, "checks")?.value;
    if (levels?.kind !== "map") return (gap) => mapOf(check, value, gap);
    if (map && levels.entries.length === 0) {
      return [{ span: levels.span, text: mapOf(check, value, gapBetween(written, map)) }];
    }
    return setEntry(written, levels, check, () => value);
  });
}

type Addition = readonly TextEdit[] | ((gap: string) => string);

/** `add` gives the edits inside of what stands under the key already, or how to write all of it. */
function edit(
  text: string | undefined,
  key: string,
  kind: "map" | "list",
  add: (map: MapValue | undefined, text: string) => Addition,
): readonly TextEdit[] | undefined {
  const written = text ?? "";
  const { root, problems } = readJson(written);
  const isNew = written.trim() === "";
  if (!isNew && (root?.kind !== "map" || problems.some(isInTheWay))) return undefined;
  const map = root?.kind === "map" && root.entries.length > 0 ? root : undefined;
  if (map && !mayHold(entryOf(map, key)?.value, kind)) return undefined;
  const addition = add(map, written);
  if (typeof addition !== "function") return addition;
  if (map !== undefined) return setEntry(written, map, key, addition);
  const whole = `{\n  ${JSON.stringify(key)}: ${addition("\n  ")}\n}`;
  return [
    isNew
      ? { span: spanOf(0, written.length), text: `${whole}\n` }
      : { span: root?.span ?? spanOf(0, written.length), text: whole },
  ];
}

/** Comments and commas too many can stay where they are. */
function isInTheWay({ kind }: Problem): boolean {
  return kind !== "comment" && kind !== "trailing-comma";
}

/** `{ "check": "…", "file": "…" }`: a list of them is easier to read with one line for each. */
function onOneLine(entry: Readonly<Record<string, string>>): string {
  const fields = Object.entries(entry).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{ ${fields.join(", ")} }`;
}
