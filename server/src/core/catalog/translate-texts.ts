// The documentation texts of the catalog in the language of the reader. Sources and documents of the vendors stay
// as they are.
import * as l10n from "@vscode/l10n";
import type { CatalogTexts } from "./data.js";

export function translateTexts(texts: CatalogTexts): CatalogTexts {
  const { actions, presets, operators, keys } = texts;
  return {
    ...texts,
    actions: eachOf(actions, ({ summary, note, ...rest }) => ({
      ...rest,
      summary: l10n.t(summary),
      ...(note !== undefined && { note: l10n.t(note) }),
    })),
    presets: eachOf(presets, ({ summary, note, ...rest }) => ({
      ...rest,
      ...(summary !== undefined && { summary: l10n.t(summary) }),
      ...(note !== undefined && { note: l10n.t(note) }),
    })),
    operators: eachOf(operators, (text) => l10n.t(text)),
    keys: eachOf(keys, (text) => l10n.t(text)),
  };
}

/** By dialect, then by name. */
type ByDialect<Value> = Readonly<Record<string, Readonly<Record<string, Value>>>>;

function eachOf<Value>(byDialect: ByDialect<Value>, change: (value: Value) => Value): ByDialect<Value> {
  return mapValues(byDialect, (byName) => mapValues(byName, change));
}

function mapValues<Value>(record: Readonly<Record<string, Value>>, change: (value: Value) => Value) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
