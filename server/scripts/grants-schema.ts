// The schema of grants files, for editors and programs without the extension. What it cannot say (which groups there
// are, where paths lead) is told by the reader, which agrees with it on everything else.
import type { Catalog, PresetData } from "../src/core/index.js";

export function grantsSchema(catalog: Catalog): object {
  const presets = catalog.dialects.flatMap((dialect) => [...catalog.of(dialect).presets.values()]);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Access Policy grants file",
    description:
      "Sub-accounts and groups, and the policies attached to them, as an administrator sets them in the console.",
    definitions: { policies: policies(presets) },
    ...closed(
      {
        $schema: { ...TEXT, description: "Where an editor without the extension finds this schema." },
        dialect: {
          enum: catalog.dialects.map(({ id }) => id),
          description: `The cloud: ${catalog.dialects.map(({ id, title }) => `${id} (${title})`).join(", ")}.`,
        },
        groups: {
          description: "Groups by their names. A group holds no other groups.",
          ...byName({ policies: POLICIES }),
        },
        users: {
          description: "Sub-accounts by their names.",
          ...byName({
            groups: { ...NAMES, description: "Names of groups of this file.", items: TEXT },
            policies: POLICIES,
          }),
        },
      },
      ["dialect"],
    ),
  };
}

const TEXT = { type: "string", pattern: "\\S" };
const NAMES = { type: "array" };
const POLICIES = { $ref: "#/definitions/policies" };

/** A path starts at the folder of the file, with forward slashes. */
const NAME_OR_PATH =
  "^(?![\\s\\S]*\\\\)(?!/)(?![A-Za-z][A-Za-z0-9+.-]*:[\\s\\S]*(?:/|\\.[jJ][sS][oO][nN][cC]?$))[\\s\\S]*\\S";

function policies(presets: readonly PresetData[]): object {
  return {
    ...NAMES,
    description:
      "Names of presets and of policies of the account, and paths of policies from the folder of this file, such as ./rooms.policy.json.",
    items: {
      anyOf: [
        ...[...presets].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name }) => ({ const: name })),
        { type: "string", pattern: NAME_OR_PATH },
      ],
    },
  };
}

/** Other keys are errors. */
function closed(properties: object, required?: readonly string[]): object {
  return { type: "object", additionalProperties: false, properties, ...(required && { required }) };
}

function byName(properties: object): object {
  return {
    type: "object",
    propertyNames: { pattern: "\\S" },
    additionalProperties: closed(properties),
  };
}
