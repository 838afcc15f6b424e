// What can be written in a grants file: keys, the dialect, names of presets and groups, and paths of policies.
import * as l10n from "@vscode/l10n";
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Position,
} from "vscode-languageserver-types";
import { GRANTS_KEYS, HOLDER_KEYS, type Holder, type MapValue } from "../../core/index.js";
import { stop } from "../completion/body.js";
import { inBothLanguages } from "../completion/in-both-languages.js";
import { keyItem, type Place, type Proposal, stringItem, wholeItem } from "../completion/insert.js";
import { lazyLayoutOf } from "../completion/layout.js";
import { presetScope } from "../completion/preset-scope.js";
import { type ItemSlot, type KeySlot, otherKeys, type Slot, slotAt } from "../completion/slot.js";
import { blankAt, type Written } from "../completion/written.js";
import type { ServedDocument, Services } from "../document.js";
import { toOffset, toRange } from "../to-lsp.js";
import type { DocumentGrants } from "./document-grants.js";

export function grantsCompletion(
  document: ServedDocument,
  own: DocumentGrants,
  position: Position,
  services: Services,
): CompletionList {
  const offset = toOffset(document.lines, position);
  const { root } = own.grants;
  const placeOf = ({ span }: Written): Place => {
    const shared = { span, range: toRange(document.lines, span), saysRange: false };
    return { document, services, layout: lazyLayoutOf(document.text), shared };
  };
  if (root === undefined) {
    const gap = blankAt(document.text, offset);
    return { isIncomplete: false, items: gap === undefined ? [] : skeletons(placeOf(gap), gap) };
  }
  const slot = slotAt(root, document.text, offset);
  return { isIncomplete: false, items: slot === undefined ? [] : proposals(placeOf(slot), own, slot) };
}

function proposals(place: Place, own: DocumentGrants, slot: Slot): CompletionItem[] {
  const { root } = own.grants;
  if (root?.kind !== "map" || slot.map === undefined) return [];
  if (slot.map === root) return inRoot(place, slot);
  const kind = holderKindOf(slot.map, root);
  if (kind === undefined) return [];
  if (slot.kind === "key") return keys(place, slot, HOLDER_KEYS[kind], () => ["[", stop(1), "]"]);
  const name = slot.entry?.key.text;
  if (name === "policies") return policyNames(place, own, slot);
  return name === "groups" && kind === "user" ? groupNames(place, own, slot) : [];
}

function inRoot(place: Place, slot: Slot): CompletionItem[] {
  if (slot.kind === "key") {
    return keys(place, slot, GRANTS_KEYS, (key) =>
      key === "dialect" || key === "$schema" ? ['"', stop(1), '"'] : ["{", stop(1), "}"],
    );
  }
  if (slot.kind !== "value" || slot.entry.key.text !== "dialect") return [];
  return place.services.catalog.dialects.map(({ id, title }) => {
    const proposal = { label: id, kind: CompletionItemKind.EnumMember, detail: title, rank: 1 };
    return stringItem(place, slot, proposal, [id]);
  });
}

function keys(
  place: Place,
  slot: KeySlot,
  known: readonly string[],
  value: (key: string) => Parameters<typeof keyItem>[4],
): CompletionItem[] {
  const others = otherKeys(slot);
  return known
    .filter((key) => !others.has(key) && key !== "$schema")
    .map((key, order) => {
      const proposal = { label: key, kind: CompletionItemKind.Property, rank: 1, order };
      return keyItem(place, slot, proposal, key, value(key));
    });
}

/** Whether the map is what is said of one user or one group. */
function holderKindOf(map: MapValue, root: MapValue): Holder["kind"] | undefined {
  for (const { key, value } of root.entries) {
    const kind = key.text === "users" ? "user" : key.text === "groups" ? "group" : undefined;
    if (kind === undefined || value?.kind !== "map") continue;
    if (value.entries.some((entry) => entry.value === map)) return kind;
  }
  return undefined;
}

function policyNames(place: Place, own: DocumentGrants, slot: Slot): CompletionItem[] {
  const { catalog } = place.services;
  const { dialect } = own.grants;
  const taken = takenIn(slot);
  const inList = slot.kind === "value";
  const presets = dialect === undefined ? [] : [...catalog.of(dialect).presets.values()];
  const names = presets
    .filter(({ name }) => !taken.has(name))
    .map((preset) => {
      const isUsual = preset.kind !== "service-linked-role" && preset.renamedTo === undefined;
      const data = { names: "preset", dialect: dialect?.id ?? "" } as const;
      const proposal = {
        label: preset.name,
        kind: CompletionItemKind.Reference,
        detail: presetScope(preset),
        rank: isUsual ? 2 : 4,
        data,
      };
      return stringItem(place, slot, proposal, [preset.name], { inList });
    });
  const prefix = pathPrefix(own, slot);
  const paths = own.paths().flatMap((path) => {
    const text = path.startsWith("../") ? path : prefix + path;
    if (taken.has(text)) return [];
    const proposal = {
      label: text,
      kind: CompletionItemKind.File,
      detail: l10n.t("policy of the workspace"),
      rank: 3,
    };
    return [stringItem(place, slot, proposal, [JSON.stringify(text).slice(1, -1)], { inList })];
  });
  return [...names, ...paths];
}

/** `./` unless other paths of the file do without it, or what is typed does. */
function pathPrefix({ grants }: DocumentGrants, { text, at }: Slot): string {
  const typed = text.slice(0, at);
  if (typed.startsWith(".")) return "./";
  const paths = grants.holders
    .flatMap(({ policies }) => policies)
    .filter(({ kind, text: path }) => kind === "path" && path !== text);
  const isBare =
    typed.includes("/") || (paths.length > 0 && paths.every(({ text: path }) => !/^\./.test(path)));
  return isBare ? "" : "./";
}

function groupNames(place: Place, { grants }: DocumentGrants, slot: Slot): CompletionItem[] {
  const taken = takenIn(slot);
  const inList = slot.kind === "value";
  return [...grants.groups.values()]
    .filter(({ name }) => !taken.has(name))
    .map(({ name, policies }) => {
      const count = policies.length;
      const detail = count === 1 ? l10n.t("1 policy") : l10n.t("{count} policies", { count });
      const proposal = { label: name, kind: CompletionItemKind.Class, detail, rank: 1 };
      return stringItem(place, slot, proposal, [JSON.stringify(name).slice(1, -1)], { inList });
    });
}

/** What stands in the list beside the item. */
function takenIn(slot: Slot): ReadonlySet<string> {
  return new Set(slot.kind === "item" ? textsBeside(slot) : []);
}

function textsBeside({ list, item }: ItemSlot): readonly string[] {
  return list.items.flatMap((other) => (other !== item && other.kind === "string" ? [other.text] : []));
}

/** In an empty document: a whole grants file. */
function skeletons(place: Place, slot: Written): CompletionItem[] {
  const { unit } = place.layout();
  return place.services.catalog.dialects.map(({ id, title }) =>
    wholeItem(place, slot, skeletonOf(title, id), [
      `{\n${unit}"dialect": "${id}",\n${unit}"groups": {\n${unit}${unit}"`,
      stop(1, "group"),
      `": { "policies": ["`,
      stop(2),
      `"] }\n${unit}},\n${unit}"users": {\n${unit}${unit}"`,
      stop(3, "user"),
      `": { "groups": ["group"], "policies": [] }\n${unit}}\n}`,
    ]),
  );
}

function skeletonOf(title: string, id: string): Proposal {
  const label = inBothLanguages((l10n) => l10n.t("Grants file of {title}", { title }));
  return { ...label, sort: id, kind: CompletionItemKind.Snippet, rank: 1 };
}
