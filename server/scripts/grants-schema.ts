// The schema of grants files, for editors and programs without the extension. What it cannot say (which groups there
// are, where paths lead) is told by the reader, which agrees with it on everything else.
import type { Catalog, PresetData } from "../src/core/index.js";
import type { SchemaWords } from "./schema-words.js";

export function grantsSchema(catalog: Catalog, { grants, schema }: SchemaWords): object {
  const presets = catalog.dialects.flatMap((dialect) => [...catalog.of(dialect).presets.values()]);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: grants.title,
    description: grants.file,
    definitions: { policies: policies(presets, grants.policies) },
    ...closed(
      {
        $schema: { ...TEXT, description: schema },
        dialect: {
          enum: catalog.dialects.map(({ id }) => id),
          description: grants.dialect(catalog.dialects),
        },
        groups: {
          description: grants.groups,
          ...byName({ policies: POLICIES }),
        },
        users: {
          description: grants.users,
          ...byName({
            groups: { ...NAMES, description: grants.groupNames, items: TEXT },
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

function policies(presets: readonly PresetData[], description: string): object {
  return {
    ...NAMES,
    description,
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
