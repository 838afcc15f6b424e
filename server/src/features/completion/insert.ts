// Turns what is proposed for a place into the edits that put it there: with the quotes, colon and commas that
// the text lacks, and without those that it has.
import {
  type CompletionItem,
  type CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type Range,
} from "vscode-languageserver-types";
import { type Span, spanOf } from "../../core/index.js";
import type { ServedDocument, Services } from "../document.js";
import { toRange } from "../to-lsp.js";
import { type Body, hasStops, plainText, snippetText } from "./body.js";
import { indentationAt, isBeforeBracket, type Layout, startsLine } from "./layout.js";
import type { ItemSlot, KeySlot, Slot, ValueSlot } from "./slot.js";
import type { Written } from "./written.js";

export interface Place {
  readonly document: ServedDocument;
  readonly services: Services;
  /** Found when first asked for. */
  readonly layout: () => Layout;
  readonly shared: Shared;
}

/** What most proposals of a list have in common, found once. */
export interface Shared {
  readonly span: Span;
  readonly range: Range;
  /** The list says it for its items. */
  readonly saysRange: boolean;
  readonly data?: ItemData;
}

export interface Proposal {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  /** Proposals are sorted by rank, and by label within one. */
  readonly rank: number;
  /** Sorts before others of its rank that have none, in this order. */
  readonly order?: number;
  /** Sorted by this, where it is not the label. */
  readonly sort?: string;
  /** What editors compare with the written text, where it is not the label. */
  readonly filter?: string;
  /** Carried to `resolveCompletion`. */
  readonly data?: ItemData;
  /** A word or two beside the label, for editors that show them. */
  readonly mark?: string;
  /** What it inserts is to be gone on with at once: its first tab stop, or its end. */
  readonly asksAgain?: boolean;
  /** One of a few values that can be meant at all: typing on may accept it. */
  readonly isClosed?: boolean;
}

export interface ItemData {
  /** What the label names. */
  readonly names: (typeof NAMES)[number];
  readonly dialect: string;
}

export const NAMES = ["action", "preset", "operator", "key", "element", "service", "statement"] as const;

/** A string, or the part of one that `span` names. */
export function stringItem(
  place: Place,
  slot: Slot | Written,
  proposal: Proposal,
  content: Body,
  { span = slot.span, inList = false }: { readonly span?: Span; readonly inList?: boolean } = {},
): CompletionItem {
  const isPart = span.end < slot.span.end;
  const wrap = inList && isGap(slot);
  const open = (wrap ? "[" : "") + (slot.opened ? "" : '"');
  const close = (slot.closed || (isPart && slot.opened) ? "" : '"') + (wrap ? "]" : "");
  const body = open === "" && close === "" ? content : [open, ...content, close];
  return item(place, slot, proposal, body, span, slot.closed ? slot.span.end + 1 : undefined);
}

/** A list of strings in place of one string or in a gap: each on a line of its own. */
export function stringsItem(
  place: Place,
  slot: Slot,
  proposal: Proposal,
  contents: readonly string[],
): CompletionItem {
  const strings = contents.map((content) => JSON.stringify(content));
  if (slot.kind === "item")
    return valuesItem(
      place,
      slot,
      proposal,
      strings.map((text) => [text]),
    );
  const { unit } = place.layout();
  const list =
    strings.length === 1 ? `[${strings[0]}]` : `[\n${strings.map((text) => unit + text).join(",\n")}\n]`;
  return wholeItem(place, slot, proposal, [list]);
}

/** Values of any kind as items of a list, each on a line of its own where they do not fit into one. */
function valuesItem(place: Place, slot: Slot, proposal: Proposal, values: readonly Body[]): CompletionItem {
  const { text } = place.document;
  const { unit } = place.layout();
  const { start, end } = quotedSpan(slot, text);
  const isLong = values.length > 1 || values.some((value) => plainText(value).includes("\n"));
  const breaks = isLong && !startsLine(text, start);
  const indent = breaks ? unit : "";
  const lines = values.map((value) => value.map((piece) => indentPiece(piece, indent)));
  const body: Body = [
    ...(breaks ? [`\n${indent}`] : []),
    ...lines.flatMap((line, at) => (at === 0 ? line : [`,\n${indent}`, ...line])),
    ...(breaks && isBeforeBracket(text, end) ? ["\n"] : []),
  ];
  return wholeItem(place, slot, proposal, body);
}

/** A statement in a list of statements, or in the place of that list. */
export function statementItem(
  place: Place,
  slot: ItemSlot | ValueSlot,
  proposal: Proposal,
  body: Body,
): CompletionItem {
  if (slot.kind === "item") return valuesItem(place, slot, proposal, [body]);
  const { unit } = place.layout();
  const inner = body.map((piece) => indentPiece(piece, unit));
  return wholeItem(place, slot, proposal, [`[\n${unit}`, ...inner, "\n]"]);
}

/** Replaces a value with its quotes. */
export function wholeItem(
  place: Place,
  slot: Slot | Written,
  proposal: Proposal,
  body: Body,
): CompletionItem {
  const span = quotedSpan(slot, place.document.text);
  const quoted = slot.opened ? { ...proposal, filter: `"${proposal.filter ?? proposal.label}` } : proposal;
  return item(place, slot, quoted, body, span);
}

/** A name with the skeleton of its value, where it has none yet. */
export function keyItem(
  place: Place,
  slot: KeySlot,
  proposal: Proposal,
  name: string,
  value: Body,
): CompletionItem {
  const { text } = place.document;
  const open = slot.opened ? "" : '"';
  const { start, end } = slot.span;
  const behindQuote = slot.closed ? end + 1 : end;
  const isColonNear = slot.colonEnd !== undefined && !/[\r\n]/.test(text.slice(behindQuote, slot.colonEnd));
  const hasValue = slot.entry?.value !== undefined;
  if (hasValue || (slot.colonEnd !== undefined && !isColonNear)) {
    const colon = slot.colonEnd === undefined ? ":" : "";
    const renamed = { ...slot, lacksCommaAfter: false };
    return item(place, renamed, proposal, [`${open}${name}"${colon}`], spanOf(start, behindQuote));
  }
  const span = spanOf(start, isColonNear && slot.colonEnd !== undefined ? slot.colonEnd : behindQuote);
  return item(place, slot, proposal, [`${open}${name}": `, ...value], span);
}

/** Called for hundreds of proposals at a time: what most of them lack costs nothing. */
function item(
  { document, services, layout, shared }: Place,
  slot: Slot | Written,
  proposal: Proposal,
  content: Body,
  span: Span,
  commaAt?: number,
): CompletionItem {
  const { text, lines } = document;
  const { label, kind, detail, rank, order, sort = label, data, mark, asksAgain, isClosed } = proposal;
  const lacks = lackingAt(slot);
  const addsComma = lacks.comma && commaAt === undefined;
  const body =
    lacks.colon || addsComma
      ? [...(lacks.colon ? [": "] : []), ...content, ...(addsComma ? [","] : [])]
      : content;
  const plain = plainText(body);
  const isMultiline = plain.includes("\n");
  const isSnippet = services.snippets && (isMultiline || hasStops(body));
  const newText = isSnippet
    ? snippetText(body)
    : isMultiline && !services.snippets
      ? indented(plain, text, span.start, layout().lineEnd)
      : plain;
  const result: CompletionItem = {
    label,
    kind,
    sortText: `${rank}${order === undefined ? "" : String(order).padStart(4, "0")}${sort}`,
  };
  const isShared = span.start === shared.span.start && span.end === shared.span.end;
  if (!isShared) result.textEdit = { range: toRange(lines, span), newText };
  else if (!shared.saysRange) result.textEdit = { range: shared.range, newText };
  else if (newText !== label) result.textEditText = newText;
  const filter = slot.lead + (proposal.filter ?? label);
  if (filter !== label) result.filterText = filter;
  if (detail !== undefined) result.detail = detail;
  if (mark !== undefined && mark !== "" && services.labelDetails === true)
    result.labelDetails = { description: mark };
  if (shared.data === undefined) {
    if (data !== undefined) result.data = data;
  } else if (data?.names !== shared.data.names) {
    // An item that has nothing to say must say so: it would be given what the list says.
    result.data = data ?? {};
  }
  if (isSnippet) result.insertTextFormat = InsertTextFormat.Snippet;
  if (isMultiline) {
    result.insertTextMode = services.snippets ? InsertTextMode.adjustIndentation : InsertTextMode.asIs;
  }
  if (isClosed === true) {
    const characters = commitCharactersOf(slot, addsComma);
    if (characters.length > 0) result.commitCharacters = characters;
  }
  if (asksAgain === true && services.suggestCommand !== undefined && (isSnippet || !hasStops(body))) {
    result.command = { title: "", command: services.suggestCommand };
  }
  if (lacks.commaAt !== undefined || (lacks.comma && commaAt !== undefined)) {
    const commas = [lacks.commaAt, lacks.comma ? commaAt : undefined].filter((at) => at !== undefined);
    result.additionalTextEdits = commas.map((at) => ({
      range: toRange(lines, spanOf(at, at)),
      newText: ",",
    }));
  }
  return result;
}

/** What a person types behind such a value: its closing quote, or where it brings quotes itself, what follows. */
function commitCharactersOf(slot: Slot | Written, addsComma: boolean): string[] {
  if (slot.opened) return slot.closed ? ['"'] : [];
  if (!("kind" in slot) || addsComma) return [];
  return [",", slot.kind === "item" ? "]" : "}"];
}

/** What the text around a place lacks; the place of a lone string lacks nothing. */
function lackingAt(slot: Slot | Written): { colon: boolean; comma: boolean; commaAt: number | undefined } {
  if (!("kind" in slot)) return { colon: false, comma: false, commaAt: undefined };
  const colon = slot.kind === "value" && slot.lacksColon;
  return { colon, comma: slot.lacksCommaAfter, commaAt: slot.lacksCommaAt };
}

/** Editors with snippets indent further lines themselves; for the others it is done here. */
function indented(newText: string, text: string, offset: number, lineEnd: string): string {
  return newText.replaceAll("\n", lineEnd + indentationAt(text, offset));
}

function indentPiece<Piece>(piece: Piece, indent: string): Piece | string {
  return typeof piece === "string" ? piece.replaceAll("\n", `\n${indent}`) : piece;
}

function quotedSpan(slot: Written, text: string): Span {
  const { start, end } = slot.span;
  return spanOf(slot.opened && text[start - 1] === '"' ? start - 1 : start, slot.closed ? end + 1 : end);
}

function isGap({ opened, span }: Written): boolean {
  return !opened && span.start === span.end;
}
