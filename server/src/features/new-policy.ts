// What a new policy can begin as: what somebody needs in a product or in applications of it, and the presets whose
// actions are known. The text is written from the catalog, in the form of its dialect.
import {
  type Application,
  type Catalog,
  type DialectCatalog,
  type PresetData,
  resourceOfApplication,
  type Scenario,
  scenarioStatements,
  scenariosOf,
  takesApplications,
  writePolicy,
} from "../core/index.js";
import { expandablePresets } from "./expandable-presets.js";
import { snippetOf } from "./new-policy/snippet.js";
import { describePreset, describeScenario, headingOf, presetHeading } from "./new-policy/words.js";

export interface Start {
  readonly id: string;
  readonly heading: string;
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  /** Those that it may be about; absent where it is about none. */
  readonly applications?: readonly Application[];
}

export interface NewPolicy {
  readonly text: string;
  /** With a tab stop for each thing that is left open; absent where nothing is. */
  readonly snippet?: string;
}

/** Those of one heading stand together, and scenarios before presets. */
export function policyStarts(catalog: Catalog, applications: readonly Application[]): readonly Start[] {
  const all = catalog.dialects.map((dialect) => catalog.of(dialect));
  return [
    ...all.flatMap((facts) =>
      scenariosOf(facts).map((scenario): Start => {
        const own = applications.filter((one) => resourceOfApplication(scenario.service, one, facts));
        return {
          id: idOfScenario(scenario, facts),
          heading: headingOf(scenario, facts),
          ...describeScenario(scenario),
          ...(takesApplications(scenario) && { applications: own }),
        };
      }),
    ),
    ...all.flatMap((facts) =>
      expandablePresets(facts).map(
        ({ preset, actions }): Start => ({
          id: idOfPreset(preset, facts),
          heading: presetHeading(facts),
          ...describePreset(preset, actions, facts, catalog.date),
        }),
      ),
    ),
  ];
}

/** Undefined for an id that is none. */
export function newPolicy(
  id: string,
  applications: readonly Application[],
  catalog: Catalog,
): NewPolicy | undefined {
  for (const dialect of catalog.dialects) {
    const facts = catalog.of(dialect);
    const scenario = scenariosOf(facts).find((one) => idOfScenario(one, facts) === id);
    if (scenario !== undefined) {
      const text = writePolicy(scenarioStatements(scenario, applications, facts), dialect);
      const snippet = snippetOf(text);
      return { text, ...(snippet !== undefined && { snippet }) };
    }
    const preset = expandablePresets(facts).find((one) => idOfPreset(one.preset, facts) === id);
    if (preset !== undefined) {
      return { text: writePolicy([{ effect: "allow", actions: preset.actions }], dialect) };
    }
  }
  return undefined;
}

function idOfScenario({ id }: Scenario, { dialect }: DialectCatalog): string {
  return `${dialect.id}/scenario/${id}`;
}

function idOfPreset({ name }: PresetData, { dialect }: DialectCatalog): string {
  return `${dialect.id}/preset/${name}`;
}
