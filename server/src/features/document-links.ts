// Where the words of a document are explained on the web: an action and a preset on the page of the vendor that
// they were collected from, and in the project file the id of a check on its page.
import type { DocumentLink } from "vscode-languageserver-types";
import {
  allChecks,
  docsOf,
  isPolicyNameField,
  partOfString,
  readJson,
  type Span,
  type StringValue,
  spanOf,
  type Value,
} from "../core/index.js";
import type { JudgedDocument, ServedDocument, Services } from "./document.js";
import { grantsLinks } from "./grants/links.js";
import { partOutside, policiesIn } from "./policies-in.js";
import { addressOf, presetAddress } from "./source-address.js";
import { toRange } from "./to-lsp.js";

export function documentLinks(document: ServedDocument, services: Services): DocumentLink[] {
  if (document.grants !== undefined) return grantsLinks(document, document.grants, services);
  const { catalog } = services;
  const texts = catalog.texts();
  const links: DocumentLink[] = [];
  const add = (span: Span, target: string | undefined) => {
    if (target !== undefined && links.length < MOST_LINKS)
      links.push({ range: toRange(document.lines, span), target });
  };
  for (const placed of policiesIn(document)) {
    const { dialect, statements } = placed.policy;
    const facts = catalog.of(dialect);
    for (const { actions } of statements) {
      for (const value of actions) {
        const { action } = facts.action(value.text);
        if (action === undefined) continue;
        const inner = spanOf(0, value.text.length);
        add(partOutside(placed, value, inner), addressOf(texts.actions[dialect.id]?.[action.fullName]));
      }
    }
  }
  const { file } = document;
  const dialects = file.dialect === undefined ? catalog.dialects : [file.dialect];
  const policies = new Set<Value>(file.policies.map(({ value }) => value));
  for (const value of policyNames(file.root, policies)) {
    const span = partOfString(value, spanOf(0, value.text.length), document.text);
    add(span, presetAddress(value.text, dialects, texts));
  }
  return links;
}

/** A policy at the size limit has some hundreds; editors ask for all of them after every change. */
const MOST_LINKS = 5000;

/** Of requests, wherever they name a policy; what stands in a policy names none. */
function* policyNames(value: Value | undefined, policies: ReadonlySet<Value>): Generator<StringValue> {
  if (value?.kind === "list") for (const item of value.items) yield* policyNames(item, policies);
  if (value?.kind !== "map" || policies.has(value)) return;
  for (const { key, value: inner } of value.entries) {
    if (inner?.kind !== "string") yield* policyNames(inner, policies);
    else if (isPolicyNameField(key.text)) yield inner;
  }
}

/** Of a project file: the names of levels, and what is suppressed. */
export function checkLinks({ text, lines }: JudgedDocument): DocumentLink[] {
  const known = new Set<string>(allChecks.map(({ id }) => id));
  return [...checkIds(readJson(text).root)]
    .filter((value) => known.has(value.text))
    .map((value) => ({
      range: toRange(lines, partOfString(value, spanOf(0, value.text.length), text)),
      target: docsOf(value.text),
    }));
}

function* checkIds(value: Value | undefined): Generator<StringValue> {
  if (value?.kind === "list") for (const item of value.items) yield* checkIds(item);
  if (value?.kind !== "map") return;
  for (const { key, value: inner } of value.entries) {
    if (key.text === "checks" && inner?.kind === "map") for (const entry of inner.entries) yield entry.key;
    else if (key.text === "check" && inner?.kind === "string") yield inner;
    else yield* checkIds(inner);
  }
}
