// What a schema says without judging: VS Code completes and explains by it, and what is wrong is told by the language
// server alone, which says more, in the language of the reader, and with fixes.

interface Schema {
  readonly $ref?: string;
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly deprecationMessage?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly definitions?: Schemas;
  readonly properties?: Schemas;
  readonly items?: Schema;
  readonly additionalProperties?: false | Schema;
}

type Schemas = Readonly<Record<string, Schema>>;

export function describingSchema(schema: object): object {
  // As it is written: without what is undefined.
  const read: Schema = JSON.parse(JSON.stringify(schema));
  return describing(read);
}

function describing(schema: Schema): object {
  const { $ref, $schema, title, description, deprecationMessage, type, definitions } = schema;
  const { properties, items, additionalProperties } = schema;
  return {
    ...($schema !== undefined && { $schema }),
    ...($ref !== undefined && { $ref }),
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(deprecationMessage !== undefined && { deprecationMessage }),
    ...choices(schema),
    // What is written behind a key that was completed.
    ...(type !== undefined && Object.hasOwn(EMPTY, type) && { default: EMPTY[type] }),
    ...(definitions && { definitions: each(definitions) }),
    ...(properties && { properties: each(properties) }),
    ...(items && { items: describing(items) }),
    ...(additionalProperties && { additionalProperties: describing(additionalProperties) }),
  };
}

const EMPTY: Readonly<Record<string, unknown>> = { array: [], object: {} };

/** They are proposed, and anything else may stand there too. */
function choices({ const: value, enum: values, anyOf }: Schema): object {
  const offered: object[] = [];
  if (value !== undefined) offered.push({ const: value });
  if (values !== undefined) offered.push({ enum: values });
  for (const one of anyOf ?? []) {
    const { description, deprecationMessage } = one;
    if (one.const === undefined) continue;
    offered.push({
      const: one.const,
      ...(description !== undefined && { description }),
      ...(deprecationMessage !== undefined && { deprecationMessage }),
    });
  }
  return offered.length === 0 ? {} : { anyOf: [...offered, {}] };
}

function each(schemas: Schemas): object {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, describing(schema)]));
}
