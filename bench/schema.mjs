// A JSON schema (draft 7) that says as much of the grammar and the catalog as a schema can: what the peers check.
import { ACTIONS } from "./policies.mjs";

/** @param {string} name */
const oneOrMany = (name) => ({
  anyOf: [
    { $ref: `#/definitions/${name}` },
    { type: "array", items: { $ref: `#/definitions/${name}` }, minItems: 1, uniqueItems: true },
  ],
});

export const schema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  type: "object",
  required: ["version", "statement"],
  additionalProperties: false,
  properties: {
    version: { description: "Version of the policy language.", enum: ["2.0"] },
    statement: {
      description: "The statements.",
      type: "array",
      minItems: 1,
      items: { $ref: "#/definitions/statement" },
    },
  },
  definitions: {
    action: {
      description: "An action, service:Name.",
      anyOf: [
        { enum: ACTIONS },
        { const: "*" },
        { type: "string", pattern: "^(name/)?[a-z]+:([A-Za-z]*\\*|\\*)$" },
      ],
    },
    resource: {
      description: "A resource of six parts.",
      type: "string",
      pattern: "^(\\*|qcs::[a-z0-9]*:[a-z0-9-]*:(uin/[0-9]+)?:([A-Za-z0-9_]+/)?[^\\s]+)$",
    },
    statement: {
      type: "object",
      required: ["effect", "action", "resource"],
      additionalProperties: false,
      properties: {
        effect: { description: "allow or deny.", enum: ["allow", "deny"] },
        action: oneOrMany("action"),
        resource: oneOrMany("resource"),
        condition: {
          description: "When the statement applies.",
          type: "object",
          propertyNames: {
            pattern: "^(for_any_value:|for_all_value:)?(string|numeric|date|ip|bool)_[a-z_]+$",
          },
          additionalProperties: {
            type: "object",
            additionalProperties: { type: ["string", "number", "boolean", "array"] },
          },
        },
      },
    },
  },
};
