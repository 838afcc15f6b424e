// The only place where tests ask for completion: text with a cursor in, text after acceptance or labels out.

import { expect } from "vitest";
import type { CompletionItem, CompletionList } from "vscode-languageserver-types";
import type { Application } from "../../server/src/core/index.js";
import { completion } from "../../server/src/features/completion.js";
import type { Services } from "../../server/src/features/document.js";
import { toPosition } from "../../server/src/features/to-lsp.js";
import { accept } from "../support/accept.js";
import { type ServeOptions, serve, servicesWith, splitCursor } from "../support/cursor.js";

export interface CompletionOptions extends ServeOptions {
  readonly applications?: readonly Application[];
  readonly snippets?: boolean;
}

/** Accepting the proposal of that label gives the text. */
export function checkCompletion(
  before: string,
  label: string,
  after: string,
  options: CompletionOptions = {},
): void {
  const { items } = completionsOf(before, options);
  const item = items.find((candidate) => candidate.label === label);
  expect(item, `${label} among ${labels(items).join(", ")}`).toBeDefined();
  if (item !== undefined) expect(accept(splitCursor(before).text, item)).toBe(after);
}

/** The labels as an editor sorts them. */
export function labelsAt(source: string, options: CompletionOptions = {}): string[] {
  return labels(completionsOf(source, options).items);
}

/** `label: detail` of each proposal, as an editor sorts them. */
export function detailsAt(source: string, options: CompletionOptions = {}): string[] {
  return sorted(completionsOf(source, options).items).map(({ label, detail }) => `${label}: ${detail ?? ""}`);
}

export function completionsOf(source: string, options: CompletionOptions = {}): CompletionList {
  const { text, offset } = splitCursor(source);
  const document = serve(text, options);
  return completion(document, toPosition(document.lines, offset), servicesFor(options));
}

export function servicesFor({ applications, snippets, catalog }: CompletionOptions): Services {
  return servicesWith(applications, {
    ...(catalog && { catalog }),
    ...(snippets !== undefined && { snippets }),
  });
}

function labels(items: readonly CompletionItem[]): string[] {
  return sorted(items).map(({ label }) => label);
}

function sorted(items: readonly CompletionItem[]): CompletionItem[] {
  const key = ({ sortText, label }: CompletionItem) => sortText ?? label;
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
