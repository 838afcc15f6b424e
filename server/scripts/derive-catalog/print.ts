// Prints JSON so that changes read well: an entry without further objects inside stands on one line.

export function printJson(value: unknown): string {
  return `${print(value, "")}\n`;
}

function print(value: unknown, indent: string): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return "[]";
    return `[\n${value.map((entry) => inner + print(entry, inner)).join(",\n")}\n${indent}]`;
  }
  if (isObject(value) && !isEntry(value)) {
    const lines = Object.entries(value).map(
      ([name, entry]) => `${inner}${JSON.stringify(name)}: ${print(entry, inner)}`,
    );
    return `{\n${lines.join(",\n")}\n${indent}}`;
  }
  return JSON.stringify(value);
}

/** An object of plain values and of lists of plain values. */
function isEntry(value: object): boolean {
  return Object.values(value).every((field) =>
    Array.isArray(field) ? !field.some(isObject) : !isObject(field),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
