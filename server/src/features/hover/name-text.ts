// What a hover says about names that the clouds give: presets, condition operators and condition keys.
import * as l10n from "@vscode/l10n";
import {
  code,
  counts,
  type Dialect,
  type DialectCatalog,
  expandPreset,
  fill,
  findKey,
  findOperator,
  list,
  type PresetData,
  readOperatorName,
} from "../../core/index.js";
import type { Services } from "../document.js";
import { productWords, VALUE_WORDS } from "../value-words.js";

const SCOPES: Readonly<Record<PresetData["access"], () => string>> = {
  "read-only": () => l10n.t("read only"),
  full: () => l10n.t("full access"),
  mixed: () => l10n.t("part of the actions"),
};

export function presetText(
  name: string,
  dialects: readonly Dialect[],
  services: Services,
): string | undefined {
  for (const dialect of dialects) {
    const facts = services.catalog.of(dialect);
    const preset = facts.presets.get(name);
    if (preset !== undefined) return describePreset(preset, facts, services);
  }
  return undefined;
}

function describePreset(preset: PresetData, facts: DialectCatalog, { catalog }: Services): string {
  const about = catalog.texts().presets[facts.dialect.id]?.[preset.name];
  const scope = l10n.t("Documented scope: {scope}.", { scope: SCOPES[preset.access]() });
  const lines = [`**${preset.name}** · ${productWords(preset)}`, "", scope];
  if (about?.summary !== undefined) lines.push(l10n.t("{sentence}.", { sentence: about.summary }));
  const expansion = expandPreset(preset, facts);
  if (expansion !== undefined) {
    const reached = new Set(expansion.actions.flatMap((action) => facts.action(action).reached));
    const writes = [...reached].filter(({ access }) => access === "write").length;
    const actions = counts(reached.size - writes, writes, 0);
    const { date } = catalog;
    lines.push("", fill(l10n.t("In the catalog of {date} that scope holds {actions}."), { date, actions }));
  }
  if (preset.published !== true)
    lines.push("", l10n.t("The vendor does not publish the document of this preset."));
  if (preset.renamedTo !== undefined)
    lines.push("", l10n.t("Newer pages call it {name}.", { name: code(preset.renamedTo) }));
  if (preset.dependsOn !== undefined) {
    const names = list(preset.dependsOn.map(code), preset.dependsOn.length);
    lines.push("", l10n.t("Must be granted together with {names}.", { names }));
  }
  if (about?.note !== undefined) lines.push("", about.note);
  const source = about?.sources.find((address) => /^https:\S+$/.test(address));
  if (source !== undefined) lines.push("", `[${l10n.t("Source")}](${source})`);
  return lines.join("\n");
}

export function operatorText(text: string, facts: DialectCatalog, { catalog }: Services): string | undefined {
  const name = readOperatorName(text, facts.dialect);
  const operator = findOperator(name, facts);
  if (operator === undefined) return undefined;
  const meaning = catalog.texts().operators[facts.dialect.id]?.[operator.name];
  const lines = [`**${text}** · ${VALUE_WORDS[operator.type]()}`];
  if (meaning !== undefined) lines.push("", meaning);
  if (name.quantifier === "any")
    lines.push("", l10n.t("For a key with several values: one of them is enough."));
  if (name.quantifier === "all")
    lines.push("", l10n.t("For a key with several values: all of them must fit."));
  if (name.ifExists) lines.push("", l10n.t("A request without the key counts as met."));
  if (operator.doubtful === true)
    lines.push("", l10n.t("The vendor's current pages leave this operator out."));
  return lines.join("\n");
}

export function keyText(text: string, facts: DialectCatalog, { catalog }: Services): string | undefined {
  const key = findKey(text, facts);
  if (key === undefined) return undefined;
  const meaning = catalog.texts().keys[facts.dialect.id]?.[key.name];
  const lines = [`**${text}** · ${VALUE_WORDS[key.type]()}`];
  if (meaning !== undefined) lines.push("", meaning);
  if (key.doubtful === true) lines.push("", l10n.t("Named only on older or secondary pages."));
  return lines.join("\n");
}
