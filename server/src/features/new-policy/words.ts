// What the beginnings of a policy are called, and what is said of each before it is chosen.
import * as l10n from "@vscode/l10n";
import type { DialectCatalog, PresetData, Scenario, ScenarioKind } from "../../core/index.js";
import { actionCounts } from "../action-counts.js";
import { productWords } from "../value-words.js";

export interface StartWords {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

export function headingOf({ service }: Scenario, { dialect }: DialectCatalog): string {
  return WORDS.heading(service.product, dialect.title);
}

export function presetHeading({ dialect }: DialectCatalog): string {
  return WORDS.presets(dialect.title);
}

export function describeScenario({ kind, service, action }: Scenario): StartWords {
  const { label, detail } = SCENARIOS[kind];
  return {
    label: label(service.product, action?.name ?? ""),
    description: action?.fullName ?? service.code,
    detail: detail(),
  };
}

/** The documents themselves are not published: what they allow is derived from the scope that is documented. */
export function describePreset(
  preset: PresetData,
  actions: readonly string[],
  facts: DialectCatalog,
  date: string,
): StartWords {
  const reached = new Set(actions.flatMap((action) => facts.action(action).reached));
  return {
    label: preset.name,
    description: productWords(preset),
    detail: WORDS.preset(actionCounts(reached), date),
  };
}

interface ScenarioWords {
  readonly label: (product: string, action: string) => string;
  readonly detail: () => string;
}

/** The vendors' guides speak of isolation by application, operation and service. */
const SCENARIOS: Readonly<Record<ScenarioKind, ScenarioWords>> = {
  "application-read": {
    label: (product) => l10n.t("Read in applications of {product}", { product }),
    detail: () => l10n.t("Every action that is known to read and can be limited to an application"),
  },
  "application-actions": {
    label: (product) => l10n.t("Some actions in applications of {product}", { product }),
    detail: () =>
      l10n.t(
        "Operation-level isolation: only the actions that you name, in the applications that you choose",
      ),
  },
  application: {
    label: (product) => l10n.t("Everything in applications of {product}", { product }),
    detail: () => l10n.t("Application-level isolation: nothing in applications that you do not choose"),
  },
  "application-except": {
    label: (product) => l10n.t("Everything in applications of {product}, with exceptions", { product }),
    detail: () => l10n.t("Application-level isolation, without the actions that you name"),
  },
  "service-read": {
    label: (product) => l10n.t("Read everything in {product}", { product }),
    detail: () => l10n.t("Every action that is known to read"),
  },
  service: {
    label: (product) => l10n.t("Everything in {product}", { product }),
    detail: () =>
      l10n.t("Service-level isolation: all actions of the product, later ones too, and of no other product"),
  },
  dependencies: {
    label: (_product, action) => l10n.t("{action}, with what it needs", { action }),
    detail: () =>
      l10n.t("The action and those that it depends on, as far as they are granted project by project"),
  },
  "dependencies-global": {
    label: (_product, action) => l10n.t("{action}: what it needs of global services", { action }),
    detail: () => l10n.t("Actions of global services belong in a policy of their own"),
  },
};

const WORDS = {
  heading: (product: string, dialect: string) => l10n.t("{dialect}: {product}", { dialect, product }),
  presets: (dialect: string) => l10n.t("{dialect}: presets", { dialect }),
  preset: (actions: string, date: string) =>
    l10n.t("Derived from its documented scope with the catalog of {date}: {actions}", { date, actions }),
} as const;
