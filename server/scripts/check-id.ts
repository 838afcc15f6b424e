// What a good id of a check is. An id is for ever: people write it into settings and suppressions.

/** Why an id is refused, or undefined for a good one. */
export function faultOfId(id: string): string | undefined {
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(id)) return `"${id}" is not kebab-case of small letters, ${EXAMPLE}`;
  const [first = ""] = id.split("-");
  if (first === id) return `"${id}" does not say what is at fault, ${EXAMPLE}`;
  if (NO_START.includes(first)) return `"${id}" starts with "${first}-"; an id names the fault, ${EXAMPLE}`;
  return undefined;
}

const EXAMPLE = "such as unknown-action";

/** A negation reads badly after "allow", and a severity can be changed by settings. */
const NO_START = ["no", "error", "warning", "info", "hint"];
