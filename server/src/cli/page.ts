// The page about a check, for places that show no Markdown. Pages have the form that a test of the repository
// asks for: headings, paragraphs with one sentence per line, lists, and examples between fences.
import { docsOf } from "../core/index.js";
import { type Colors, createColors } from "./reporters/colors.js";

/** Links of the form `[text](address)`; an address has no blanks and no parentheses. */
const LINK = /\[([^\]]+)\]\(([^()\s]+)\)/g;
const EMPHASIS = /(^|[\s(])(?:\*\*([^*]+)\*\*|_([^_]+)_)(?=$|[\s).,;:])/g;

/** Readable as it is; colors only where a terminal shows them. */
export function renderPage(page: string, colors: Colors): string {
  let fenced = false;
  const lines: string[] = [];
  for (const line of withAddresses(page).trimEnd().split("\n")) {
    if (line.startsWith("```")) fenced = !fenced;
    else lines.push(fenced ? `    ${line}`.trimEnd() : renderLine(line, colors));
  }
  return `${lines.join("\n")}\n`;
}

export function plainPage(page: string): string {
  return renderPage(page, createColors(false));
}

/** What the check finds: the first section of its page in any language, without the heading, as one paragraph. */
export function firstSectionOf(page: string): string {
  const section = /\n## .*\n((?:(?!## ).*\n)*)/.exec(page)?.[1] ?? "";
  return plainPage(section).trim().replace(WITHOUT_BLANK, "").replaceAll("\n", " ");
}

/** Chinese puts none after the full stop. */
const WITHOUT_BLANK = /(?<=[。：；？！])\n+/g;

/** Links to other pages lead to them from everywhere. */
export function withAddresses(page: string): string {
  return page.replace(LINK, (whole, text: string, address: string) => {
    const other = /^([a-z0-9-]+)\.md$/.exec(address)?.[1];
    return other === undefined ? whole : `[${text}](${docsOf(other)})`;
  });
}

function renderLine(line: string, colors: Colors): string {
  const heading = /^#+ (.*)$/.exec(line)?.[1];
  if (heading !== undefined) return colors.bold(heading);
  return line
    .split(/(`[^`]+`)/)
    .map((part) => (part.startsWith("`") ? colors.cyan(part) : renderWords(part)))
    .join("");
}

function renderWords(words: string): string {
  return words
    .replace(LINK, (_whole, text: string, address: string) => `${text} (${address})`)
    .replace(
      EMPHASIS,
      (_whole, before: string, strong?: string, weak?: string) => before + (strong ?? weak ?? ""),
    );
}
