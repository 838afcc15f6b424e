// Words of others inside Markdown of ours, as they are.
import { visible } from "./visible.js";

/**
 * Words of others as they are: neither Markdown nor HTML, and nobody is notified because a policy has a name
 * with an `@`. Servers look for names and numbers after Markdown is read, hence the invisible character.
 */
export function escaped(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]<>&|~$]/g, "\\$&")
    .replace(/[@#](?=\w)/g, "$&&#8203;")
    .replace(/:\/\/|\bwww\./gi, (start) => `${start.slice(0, -1)}&#8203;${start.slice(-1)}`);
}

/** Any text between enough backticks. */
export function code(text: string): string {
  const shown = visible(text);
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$/.test(shown) ? " " : "";
  return fence + pad + shown + pad + fence;
}
