// What a string newly allows, on its line: diff editors show no lines above the text, and who reads need not point at
// anything.
import * as l10n from "@vscode/l10n";
import { type InlayHint, InlayHintKind, type Range } from "vscode-languageserver-types";
import { fill, overlaps } from "../core/index.js";
import type { PlacedWidening } from "./change.js";
import type { ServedDocument } from "./document.js";
import { toPosition, toSpan } from "./to-lsp.js";

/** Where the project wants no findings, it wants no hints either. */
export function changeHints(document: ServedDocument, range: Range): InlayHint[] {
  const change = document.change?.();
  if (change === undefined || !document.findings().some(({ check }) => check === "access-widened")) return [];
  const { lines } = document;
  const asked = toSpan(lines, range);
  const places = new Map<number, PlacedWidening[]>();
  for (const widening of change.widenings().filter(({ span }) => overlaps(span, asked))) {
    places.set(widening.span.start, [...(places.get(widening.span.start) ?? []), widening]);
  }
  return [...places.values()].flatMap(([first, ...more]): InlayHint[] => {
    if (first === undefined) return [];
    const { span, brief } = first;
    const hint: InlayHint = {
      // A statement that is no longer denied is long: its hint stands behind its brace.
      position: toPosition(lines, isOneLine(document.text, span) ? span.end : span.start + 1),
      label: fill(l10n.t("vs {base}: {change}"), { base: change.base.name, change: brief }),
      kind: InlayHintKind.Type,
      paddingLeft: true,
      tooltip: [first, ...more].map(({ words }) => words).join("\n"),
    };
    return [hint];
  });
}

function isOneLine(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return !text.slice(start, end).includes("\n");
}
