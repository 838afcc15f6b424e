// Texts set off in Markdown, so that nothing of them is taken for a mark.

export function heading(level: number, text: string): string {
  return `${"#".repeat(level)} ${text}`;
}

export function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}

/** Angle brackets let an address have blanks and parentheses. */
export function linked(text: string, address: string | undefined): string {
  return address === undefined ? text : `[${text}](<${address}>)`;
}

export function code(text: string): string {
  return `\`${text.replace(/\s+/g, " ").replaceAll("`", "'")}\``;
}

/** A bar would end the cell, in code too. */
export function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

/** Without any meaning in Markdown of its own. */
export function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]()#+!|<>~]/g, "\\$&");
}
