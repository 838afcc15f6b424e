// Finds versions that the dialect does not have, and names those of other clouds for what they are.
import type { Dialect } from "../policy/dialect.js";
import { placeOf } from "../policy/walk.js";
import type { Value } from "../text/value.js";
import { defineCheck } from "./check.js";

export const unknownVersion = defineCheck({
  id: "unknown-version",
  title: "Version is not the version of the policy language",
  category: "document",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["safe"],
  needs: { slip: true },
  messages: {
    unknown: '"{text}" is no version of {title}, which knows "{current}" only',
    mistaken: '"{text}" is {meaning}; {title} knows "{current}" only',
    number: 'The version is the number {text}, not the string "{current}"',
    other: 'The version is {text}, not the string "{current}"',
    shape: 'The version is no string; {title} knows "{current}" only',
    tolerated: '"{text}" stands on an official page without explanation; {title} documents "{current}"',
    write: 'Write "{current}"',
  },

  *run({ version, dialect }) {
    const value = version?.value;
    const { current } = dialect.version;
    if (value === undefined || (value.kind === "string" && value.text === current)) return;
    const text = "text" in value ? value.text : "";
    const message = messageFor(value, dialect);
    const meaning = message === "mistaken" ? (dialect.version.mistaken[text]?.() ?? "") : "";
    const report = { span: placeOf(value), values: { text, meaning, current, title: dialect.title } };
    if (message === "tolerated") {
      yield { ...report, message, severity: "hint" };
      return;
    }
    // There is one version only, so no other can have been meant.
    const edits = [{ span: value.span, text: JSON.stringify(current) }];
    yield { ...report, message, fixes: [{ title: "write", safety: "safe", edits }] };
  },
});

function messageFor(value: Value, { version }: Dialect) {
  switch (value.kind) {
    case "string":
      if (version.tolerated.includes(value.text)) return "tolerated";
      return Object.hasOwn(version.mistaken, value.text) ? "mistaken" : "unknown";
    case "number":
      return "number";
    case "boolean":
    case "null":
      return "other";
    default:
      return "shape";
  }
}
