// Cuts a name into its words, however it is written: `current_time`, `CurrentTime` and `CURRENT-TIME` are two.

/** In lower case; cut at capitals and at whatever is no letter. */
export function wordsIn(name: string): readonly string[] {
  return name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .split(/[^A-Za-z]+/)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}
