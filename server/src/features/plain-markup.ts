// What we say in Markdown, for editors that show texts as they are: without the marks, and with the addresses that
// links hide. It knows the Markdown that we write, not all there is.
import type { CompletionItem, Hover, MarkupContent } from "vscode-languageserver-types";

export function plainHover(hover: Hover | null): Hover | null {
  return hover && isMarkup(hover.contents) ? { ...hover, contents: plainContent(hover.contents) } : hover;
}

export function plainDocumentation(item: CompletionItem): CompletionItem {
  const { documentation } = item;
  return isMarkup(documentation) ? { ...item, documentation: plainContent(documentation) } : item;
}

export function plainMarkup(markdown: string): string {
  const lines = markdown.split("\n").filter((line) => !line.startsWith("```"));
  return lines.map((line) => withoutMarks(line).trimEnd()).join("\n");
}

/** Code, a character that stands for itself, strong words, and a link, whose address has no blanks and no parentheses. */
const MARKS = /`([^`]*)`|\\([\\`*_{}[\]()#+!|<>~])|\*\*|\[((?:\\.|`[^`]*`|[^\]\\`])*)\]\(([^()\s]+)\)/g;

function withoutMarks(line: string): string {
  return line.replace(MARKS, (_whole, code?: string, character?: string, text?: string, address?: string) => {
    if (address !== undefined) return `${withoutMarks(text ?? "")} (${address})`;
    return code ?? character ?? "";
  });
}

function plainContent(content: MarkupContent): MarkupContent {
  if (content.kind === "plaintext") return content;
  return { kind: "plaintext", value: plainMarkup(content.value) };
}

function isMarkup(content: Hover["contents"] | CompletionItem["documentation"]): content is MarkupContent {
  return typeof content === "object" && "kind" in content;
}
