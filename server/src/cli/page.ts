// The page about a check, for places that show no Markdown. Pages have the form that a test of the repository
// asks for: headings, paragraphs with one sentence per line, lists, and examples between fences.
import * as l10n from "@vscode/l10n";
import { allChecks, docsOf } from "../core/index.js";
import { type Colors, createColors } from "./reporters/colors.js";
import { sentence } from "./reporters/phrases.js";

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

/** With the title of its check, which stands below the heading, in the language of the reader. */
export function withTranslatedTitle(page: string, id: string): string {
  const title = allChecks.find((known) => known.id === id)?.title;
  return title === undefined ? page : page.replace(`\n${title}.\n`, () => `\n${sentence(l10n.t(title))}\n`);
}

/** What the check finds: the first section of its page, without the heading. */
export function firstSectionOf(page: string): string {
  return /\n## .*\n((?:(?!## ).*\n)*)/.exec(page)?.[1]?.trim() ?? "";
}

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
