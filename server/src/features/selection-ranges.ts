// What "expand selection" takes next at a place: a part of a string, the string, the entry, what stands between two
// brackets, and so on to the whole document.
import type { Position, SelectionRange } from "vscode-languageserver-types";
import {
  type Dialect,
  documentAt,
  type PolicyFile,
  partOfString,
  type Span,
  type StringValue,
  spanOf,
  statementAt,
  touches,
} from "../core/index.js";
import type { ServedDocument } from "./document.js";
import { toOffset, toRange } from "./to-lsp.js";

export function selectionRanges(document: ServedDocument, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => {
    const offset = toOffset(document.lines, position);
    const whole = spanOf(0, document.text.length);
    const spans = [whole, ...spansAt(document, offset)];
    let range: SelectionRange = { range: toRange(document.lines, whole) };
    let last = whole;
    for (const span of spans) {
      if (!isWithin(span, last) || (span.start === last.start && span.end === last.end)) continue;
      range = { range: toRange(document.lines, span), parent: range };
      last = span;
    }
    return range;
  });
}

type Text = Pick<ServedDocument, "file" | "text">;

/** From the outside to the inside; each holds the offset. */
function spansAt({ file, text }: Text, offset: number): Span[] {
  const spans: Span[] = [];
  let value = documentAt(file, offset);
  while (value !== undefined && touches(value.span, offset)) {
    spans.push(value.span);
    if (value.kind === "string") return [...spans, ...inString(value, { file, text }, offset)];
    if (value.kind !== "list" && value.kind !== "map") return spans;
    const inside = between(value.span, text);
    if (touches(inside, offset)) spans.push(inside);
    if (value.kind === "list") value = value.items.find(({ span }) => touches(span, offset));
    else {
      const entry = value.entries.find(({ span }) => touches(span, offset));
      if (entry !== undefined) spans.push(entry.span);
      value = entry && touches(entry.key.span, offset) ? entry.key : entry?.value;
    }
  }
  return spans;
}

/** Without the brackets; an object or list that breaks off has no second one. */
function between({ start, end }: Span, text: string): Span {
  const isClosed = /[}\]]/.test(text.charAt(end - 1));
  return spanOf(start + 1, Math.max(start + 1, isClosed ? end - 1 : end));
}

function inString(value: StringValue, { file, text }: Text, offset: number): Span[] {
  const embedded = file.embedded.find(({ source }) => source.span.start === value.span.start);
  const whole = spanOf(0, value.text.length);
  const content = embedded?.source.toOuter(whole) ?? partOfString(value, whole, text);
  if (!touches(content, offset)) return [];
  if (embedded !== undefined) {
    const { source, file: inner } = embedded;
    const at = source.toInner(offset);
    const inside = at === undefined ? [] : spansAt({ file: inner, text: source.text }, at);
    return [content, ...inside.map(source.toOuter)];
  }
  const parts = partsOf(value, file, offset).map((part) => partOfString(value, part, text));
  return [content, ...parts.filter((part) => touches(part, offset))];
}

/** Offsets in what the string stands for; the wider ones first. */
function partsOf(value: StringValue, { policies }: PolicyFile, offset: number): readonly Span[] {
  const policy = policies.find(({ span }) => touches(span, offset));
  const statement = policy && statementAt(policy, offset);
  if (policy === undefined || statement === undefined) return [];
  if (statement.actions.includes(value)) return actionParts(value.text, policy.dialect);
  return statement.resources.includes(value) ? resourceParts(value.text, policy.dialect) : [];
}

function actionParts(text: string, dialect: Dialect): readonly Span[] {
  const reading = dialect.readAction(text);
  if (reading.kind !== "action") return [];
  const { serviceSpan, nameSpan } = reading;
  return [
    spanOf(serviceSpan.start, nameSpan.end),
    serviceSpan,
    nameSpan,
    ...pieces(text.slice(nameSpan.start, nameSpan.end), nameSpan.start, ":"),
  ];
}

function resourceParts(text: string, dialect: Dialect): readonly Span[] {
  const reading = dialect.readResource(text);
  if (reading.kind !== "resource") return [];
  return reading.segments.flatMap((segment) => [
    segment.span,
    ...pieces(segment.text, segment.span.start, "/"),
  ]);
}

function pieces(text: string, from: number, separator: string): readonly Span[] {
  let start = from;
  return text.split(separator).map((piece) => {
    const span = spanOf(start, start + piece.length);
    start = span.end + separator.length;
    return span;
  });
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
