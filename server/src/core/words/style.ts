// How words of ours set off texts of a policy: quoted where people read plain text, as code in Markdown.
import * as l10n from "@vscode/l10n";
import { shortened } from "../text/shorten.js";
import { fill } from "./fill.js";

export interface Style {
  /** A text of the policy that would not be told from our words without marks. */
  readonly quoted: (text: string) => string;
  /** A value or a name of the policy that reads well as it is. */
  readonly value: (text: string) => string;
  /** What somebody calls a thing, such as the label of an application. */
  readonly label: (text: string) => string;
}

export const PLAIN: Style = {
  quoted: inQuotes,
  value: (text) => (/^[^\s",()]+$/.test(text) ? shortened(text) : inQuotes(text)),
  label: onOneLine,
};

export const MARKDOWN: Style = { quoted: code, value: code, label: (text) => plain(onOneLine(text)) };

/** In the quotation marks of the reader's language. */
function inQuotes(text: string): string {
  return fill(l10n.t({ message: '"{text}"', comment: ["quoted"] }), { text: onOneLine(text) });
}

/** As Markdown code; a backtick inside would end it. */
export function code(text: string): string {
  return `\`${onOneLine(text).replaceAll("`", "'")}\``;
}

/** As Markdown without any meaning of its own. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~]/g, "\\$&");
}

function onOneLine(text: string): string {
  return shortened(text.replace(/\s+/g, " "));
}
