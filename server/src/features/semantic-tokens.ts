// What the words of a policy mean, for their colors: allow or deny, an action that reads, writes or stands in no
// list, a wildcard, and an application. Types and modifiers are standard ones, so that every theme has them.
import type { Range, SemanticTokensLegend } from "vscode-languageserver-types";
import {
  APPLICATION_TYPE,
  type DialectCatalog,
  isString,
  overlaps,
  type ResolvedAction,
  type Span,
  type Statement,
  type StringValue,
  spanOf,
} from "../core/index.js";
import type { ServedDocument, Services } from "./document.js";
import { partOutside, policiesIn } from "./policies-in.js";
import { toPosition, toSpan } from "./to-lsp.js";

const TYPES = ["enumMember", "keyword", "function", "variable", "operator", "number"] as const;
const MODIFIERS = ["readonly", "modification", "deprecated"] as const;

export const TOKENS_LEGEND: SemanticTokensLegend = { tokenTypes: [...TYPES], tokenModifiers: [...MODIFIERS] };

interface Meaning {
  readonly type: (typeof TYPES)[number];
  readonly modifiers?: readonly (typeof MODIFIERS)[number][];
}

const ALLOW: Meaning = { type: "enumMember" };
const DENY: Meaning = { type: "keyword" };
const READ: Meaning = { type: "function", modifiers: ["readonly"] };
const WRITE: Meaning = { type: "function", modifiers: ["modification"] };
/** In a list, but no source says whether it reads or writes. */
const LISTED: Meaning = { type: "function" };
const UNLISTED: Meaning = { type: "variable" };
const WILDCARD: Meaning = { type: "operator" };
const APPLICATION: Meaning = { type: "number" };

/** The numbers of the protocol, five for each token. Without a range, those of the whole document. */
export function semanticTokens(document: ServedDocument, services: Services, range?: Range): number[] {
  const { lines } = document;
  const asked = range && toSpan(lines, range);
  const tokens: Token[] = [];
  for (const placed of policiesIn(document)) {
    const { policy, outside } = placed;
    const facts = services.catalog.of(policy.dialect);
    for (const statement of policy.statements) {
      if (asked !== undefined && !overlaps(outside(statement.span), asked)) continue;
      const isAsked = ({ span }: StringValue) => asked === undefined || overlaps(outside(span), asked);
      for (const part of partsOf(statement, facts, isAsked)) {
        tokens.push({ span: partOutside(placed, part.value, part.inner), meaning: part.meaning });
      }
    }
  }
  return encode(tokens, document, asked);
}

interface Token {
  readonly span: Span;
  readonly meaning: Meaning;
}

/** A part of a string; `inner` are offsets in what it stands for. */
interface Part {
  readonly value: StringValue;
  readonly inner: Span;
  readonly meaning: Meaning;
}

function* partsOf(
  statement: Statement,
  facts: DialectCatalog,
  isAsked: (value: StringValue) => boolean,
): Generator<Part> {
  const { effect, decision, actions, resources } = statement;
  const value = effect?.value;
  if (value !== undefined && isString(value) && decision !== undefined) {
    yield { value, inner: whole(value), meaning: decision === "allow" ? ALLOW : DENY };
  }
  for (const action of actions.filter(isAsked)) yield* actionParts(action, facts.action(action.text));
  for (const resource of resources.filter(isAsked)) yield* resourceParts(resource, facts);
}

function* actionParts(value: StringValue, resolved: ResolvedAction): Generator<Part> {
  const { reading } = resolved;
  if (reading.kind !== "action") return;
  if (reading.service === "*" && reading.serviceSpan.end <= reading.nameSpan.start) {
    yield { value, inner: reading.serviceSpan, meaning: WILDCARD };
  }
  yield* aroundStars(value, reading.nameSpan, meaningOf(resolved));
}

function meaningOf({ action, reached }: ResolvedAction): Meaning {
  const meaning = reached.length === 0 ? UNLISTED : accessOf(reached.map(({ access }) => access));
  if (action?.replacedBy === undefined) return meaning;
  return { ...meaning, modifiers: [...(meaning.modifiers ?? []), "deprecated"] };
}

/** A pattern that may write is one that writes. */
function accessOf(levels: readonly (string | undefined)[]): Meaning {
  if (levels.includes("write")) return WRITE;
  return levels.includes(undefined) ? LISTED : READ;
}

function* resourceParts(value: StringValue, facts: DialectCatalog): Generator<Part> {
  const reading = facts.resource(value.text);
  if (reading.kind !== "resource") return;
  yield* aroundStars(value, whole(value), undefined);
  const { type, path } = reading;
  if (type !== APPLICATION_TYPE || !/^\d+$/.test(path)) return;
  const end = value.text.length;
  yield { value, inner: spanOf(end - path.length, end), meaning: APPLICATION };
}

/** Stars are wildcards; what stands between them has a meaning of its own, or none. */
function* aroundStars(value: StringValue, within: Span, meaning: Meaning | undefined): Generator<Part> {
  let start = within.start;
  while (start < within.end) {
    const isStar = value.text[start] === "*";
    let end = start + 1;
    while (end < within.end && (value.text[end] === "*") === isStar) end++;
    const own = isStar ? WILDCARD : meaning;
    if (own !== undefined) yield { value, inner: spanOf(start, end), meaning: own };
    start = end;
  }
}

function whole({ text }: StringValue): Span {
  return spanOf(0, text.length);
}

/** In the order of the text; what is empty or goes over a line is left out, as the protocol has it. */
function encode(tokens: readonly Token[], { lines }: ServedDocument, asked: Span | undefined): number[] {
  const data: number[] = [];
  let [line, character] = [0, 0];
  for (const { span, meaning } of tokens.toSorted((one, other) => one.span.start - other.span.start)) {
    if (span.end <= span.start || (asked !== undefined && !overlaps(span, asked))) continue;
    const start = toPosition(lines, span.start);
    const length = span.end - span.start;
    if (start.character + length > (lines.ends[start.line] ?? 0) - (lines.starts[start.line] ?? 0)) continue;
    const down = start.line - line;
    data.push(down, down === 0 ? start.character - character : start.character, length);
    data.push(TYPES.indexOf(meaning.type), bitsOf(meaning));
    [line, character] = [start.line, start.character];
  }
  return data;
}

function bitsOf({ modifiers = [] }: Meaning): number {
  return modifiers.reduce((bits, modifier) => bits | (1 << MODIFIERS.indexOf(modifier)), 0);
}
