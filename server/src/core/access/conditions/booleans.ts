// Operators that compare `true` and `false`.
import { readBoolean } from "../../policy/values/scalars.js";
import type { Family } from "./family.js";

export const booleans: Family = {
  compare(_relation, value) {
    const wanted = truthOf(value);
    return wanted === undefined ? undefined : (requested) => truthOf(requested) === wanted;
  },
  samples: () => ["true", "false"],
};

export function truthOf(text: string): boolean | undefined {
  const reading = readBoolean(text);
  return reading.kind === "boolean" ? reading.truth : undefined;
}
