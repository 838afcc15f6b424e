// The places of a page that a preview of Markdown can be sent to, by names that are the same in every language. Previews
// name a heading after its words. In English these give our names; for other letters the names that VS Code makes are
// not those that it looks for (it encodes what it looks for), so that such a heading is given the name by a mark of ours.
import type { Policy, Statement } from "../../core/index.js";

export function anchorOf({ index }: Statement, policy: Policy, policies: readonly Policy[]): string {
  const name = `statement-${index + 1}`;
  return policies.length < 2 ? name : `${name}-of-policy-${policies.indexOf(policy) + 1}`;
}

/** The words of a heading, that can be gone to. `plain` are the same without links. */
export function anchored(words: string, plain: string, anchor: string): string {
  return slugOf(plain) === anchor ? words : `<a id="${anchor}"></a>${words}`;
}

/** As previews of Markdown make a name of a heading of plain words. */
function slugOf(heading: string): string {
  return heading.trim().toLowerCase().replace(/\s+/g, "-");
}

/** VS Code finds only what says in which line of the page it stands, as headings do by themselves. */
export function withAnchors(page: string): string {
  if (!page.includes("<a id=")) return page;
  return page
    .split("\n")
    .map((text, line) => text.replace(MARK, `$1 class="code-line" data-line="${line}">`))
    .join("\n");
}

const MARK = /^(### <a id="[\w-]+")>/;
