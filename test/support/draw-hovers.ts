// Draws what is said about each place of a text, for goldens: the line, what is underlined in it, and the words.
import type { ServedDocument, Services } from "../../server/src/features/document.js";
import { hover } from "../../server/src/features/hover.js";
import { toOffset, toPosition } from "../../server/src/features/to-lsp.js";

/** Every hover once, in the order of the text. */
export function drawHovers(document: ServedDocument, services: Services): string {
  const { text, lines } = document;
  const drawn: string[] = [];
  for (let offset = 0; offset <= text.length; ) {
    const found = hover(document, toPosition(lines, offset), services);
    if (found?.range === undefined) {
      offset++;
      continue;
    }
    const start = lines.starts[found.range.start.line] ?? 0;
    const line = text.slice(start).split(/\r?\n/)[0] ?? "";
    const { start: from, end: to } = found.range;
    drawn.push(
      `${line}\n${" ".repeat(from.character)}${"^".repeat(to.character - from.character)}`,
      typeof found.contents === "object" && "value" in found.contents ? found.contents.value : "",
      "",
    );
    offset = Math.max(offset, toOffset(lines, to)) + 1;
  }
  return drawn.join("\n");
}
