// The set-ups that the README shows are those that the editors here are run with.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const README = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");

/** The code below a heading of the chapter "Other editors"; several blocks follow each other.
 * @param {string} editor */
export function setUpOf(editor) {
  const [, chapter = ""] = /^## Other editors$([\s\S]*?)^## /m.exec(README) ?? [];
  const section = chapter.split(/^### /m).find((text) => text.startsWith(editor)) ?? "";
  const blocks = [...section.matchAll(/^```(?:lua|elisp|toml|json)\n([\s\S]*?)^```$/gm)].map(
    ([, code]) => code,
  );
  if (blocks.length === 0) throw new Error(`README.md has no set-up of ${editor}`);
  return blocks.join("\n");
}
