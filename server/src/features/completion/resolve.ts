// Documentation of a proposal, made when an editor shows it: the texts are too many for every list.
import * as l10n from "@vscode/l10n";
import { type CompletionItem, MarkupKind } from "vscode-languageserver-types";
import { type DialectCatalog, expandPreset } from "../../core/index.js";
import type { Services } from "../document.js";
import { actionText } from "../hover/action-text.js";
import { elementText, serviceText } from "../hover/element-text.js";
import { keyText, operatorText, presetText } from "../hover/name-text.js";
import { type ItemData, NAMES } from "./insert.js";
import { describeKind } from "./statement-kinds.js";

export function resolveCompletion(item: CompletionItem, services: Services): CompletionItem {
  const data = readData(item.data);
  const dialect = services.catalog.dialects.find(({ id }) => id === data?.dialect);
  if (data === undefined || dialect === undefined || item.documentation !== undefined) return item;
  const value = textOf(item.label, data.names, services.catalog.of(dialect), services);
  return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}

function textOf(
  label: string,
  names: ItemData["names"],
  facts: DialectCatalog,
  services: Services,
): string | undefined {
  switch (names) {
    case "action":
      return actionText(label, facts, services);
    case "operator":
      return operatorText(label, facts, services);
    case "key":
      return keyText(label, facts, services);
    case "preset":
      return presetDocumentation(label, facts, services);
    case "element":
      return elementText(label, facts);
    case "service":
      return serviceText(label.replace(/:$/, ""), facts, services.catalog.date);
    case "statement":
      return describeKind(label, facts, services);
    default:
      return names satisfies never;
  }
}

/** The vendor's page tells the scope only: what would be inserted is ours. */
function presetDocumentation(name: string, facts: DialectCatalog, services: Services): string | undefined {
  const text = presetText(name, [facts.dialect], services);
  const preset = facts.presets.get(name);
  if (text === undefined || preset === undefined || expandPreset(preset, facts) === undefined) return text;
  const { date } = services.catalog;
  return `${text}\n\n${l10n.t("Inside a policy, its actions are derived from the catalog of {date}.", { date })}`;
}

/** What comes back from an editor is what was sent, or nothing of ours. */
function readData(data: unknown): ItemData | undefined {
  if (typeof data !== "object" || data === null || !("names" in data) || !("dialect" in data))
    return undefined;
  const { names, dialect } = data;
  if (typeof dialect !== "string") return undefined;
  const known = NAMES.find((kind) => kind === names);
  return known && { names: known, dialect };
}
