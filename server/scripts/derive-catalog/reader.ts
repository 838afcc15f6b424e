// Reads parsed JSON into typed values and stops at the first thing it does not recognize, with the
// file, the JSON path and the cause. What the fields mean is left to the files that use it.

/** Where a value stands: the file, and the path inside it such as `$.services[0].code`. */
export interface Place {
  readonly file: string;
  readonly path: string;
}

export type Reader<T> = (value: unknown, place: Place) => T;

type Fields = Readonly<Record<string, Reader<unknown>>>;
type Read<R> = R extends Reader<infer T> ? T : never;
type Values<R extends Fields, O extends Fields> = { readonly [K in keyof R]: Read<R[K]> } & {
  readonly [K in keyof O]?: Read<O[K]>;
};

export function fail(place: Place, cause: string): never {
  throw new Error(`${place.file}: ${place.path}: ${cause}`);
}

export function inside(place: Place, step: string | number): Place {
  return { file: place.file, path: `${place.path}${typeof step === "number" ? `[${step}]` : `.${step}`}` };
}

export const text: Reader<string> = (value, place) => {
  if (typeof value !== "string") return fail(place, `expected text, found ${kindOf(value)}`);
  if (value === "" || value !== value.trim()) return fail(place, "text is empty or has blanks around it");
  return value;
};

export const flag: Reader<boolean> = (value, place) =>
  typeof value === "boolean" ? value : fail(place, `expected true or false, found ${kindOf(value)}`);

/** A value that is passed on as it is, such as a published policy document. */
export const json: Reader<unknown> = (value) => value;

export function matching(pattern: RegExp, wanted: string): Reader<string> {
  return (value, place) => {
    const found = text(value, place);
    return pattern.test(found) ? found : fail(place, `"${found}" is not ${wanted}`);
  };
}

export function oneOf<const T extends readonly unknown[]>(choices: T): Reader<T[number]> {
  return (value, place) =>
    choices.includes(value)
      ? value
      : fail(place, `unknown value ${JSON.stringify(value)}, expected one of ${JSON.stringify(choices)}`);
}

export function orNull<T>(reader: Reader<T>): Reader<T | null> {
  return (value, place) => (value === null ? null : reader(value, place));
}

export function listOf<T>(reader: Reader<T>): Reader<readonly T[]> {
  return (value, place) =>
    Array.isArray(value)
      ? value.map((entry: unknown, index) => reader(entry, inside(place, index)))
      : fail(place, `expected a list, found ${kindOf(value)}`);
}

/** A list without an entry that stands twice; `nameOf` says what counts as the same. */
export function uniqueListOf<T>(
  reader: Reader<T>,
  nameOf: (entry: T) => string = String,
): Reader<readonly T[]> {
  return (value, place) => {
    const entries = listOf(reader)(value, place);
    const seen = new Set<string>();
    for (const [index, entry] of entries.entries()) {
      const name = nameOf(entry);
      if (seen.has(name)) fail(inside(place, index), `"${name}" stands twice in this list`);
      seen.add(name);
    }
    return entries;
  };
}

export function dictionaryOf<T>(reader: Reader<T>): Reader<Readonly<Record<string, T>>> {
  return (value, place) =>
    Object.fromEntries(
      entriesOf(value, place).map(([name, entry]) => [name, reader(entry, inside(place, name))]),
    );
}

/** An object of exactly these fields; a field that is neither required nor optional is not recognized. */
export function record<R extends Fields, O extends Fields = Record<never, never>>(
  required: R,
  optional?: O,
): Reader<Values<R, O>> {
  return (value, place) => {
    const found = new Map(entriesOf(value, place));
    for (const name of Object.keys(required)) {
      if (!found.has(name)) fail(place, `field "${name}" is missing`);
    }
    const values = [...found].map(([name, entry]) => {
      const reader = ownField(required, name) ?? ownField(optional ?? {}, name);
      return reader === undefined
        ? fail(inside(place, name), "field is not recognized")
        : [name, reader(entry, inside(place, name))];
    });
    return Object.fromEntries(values) as Values<R, O>;
  };
}

function ownField(fields: Fields, name: string): Reader<unknown> | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function entriesOf(value: unknown, place: Place): [string, unknown][] {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.entries(value)
    : fail(place, `expected an object, found ${kindOf(value)}`);
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `${typeof value} ${JSON.stringify(value)}`;
}
