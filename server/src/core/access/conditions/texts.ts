// Operators that compare text: equal, like a pattern, beginning or ending so. Variables of a policy are text that
// equals itself alone.
import { type Glob, globOf, matchesGlob } from "../cells/glob.js";
import type { Comparison, Relation } from "./family.js";

export function textGlob(relation: Relation, value: string, wildcards: "" | "*" | "*?"): Glob {
  switch (relation) {
    case "start":
      return globOf(value, { open: "end" });
    case "end":
      return globOf(value, { open: "start" });
    case "like":
      return globOf(value, { wildcards });
    default:
      return globOf(value, { ignoresCase: relation === "equal-ignoring-case" });
  }
}

export function compareText(relation: Relation, value: string, wildcards: "" | "*" | "*?"): Comparison {
  if (relation === "equal") return (requested) => requested === value;
  const glob = textGlob(relation, value, wildcards);
  return (requested) => matchesGlob(glob, requested);
}
