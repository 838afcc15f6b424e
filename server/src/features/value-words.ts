// What the values of condition operators and keys are called.
import type { ValueType } from "../core/index.js";

export const VALUE_WORDS: Readonly<Record<ValueType, string>> = {
  string: "text",
  number: "number",
  date: "date and time",
  ip: "IP address or range",
  boolean: "true or false",
  binary: "binary data",
  null: "whether the key is absent",
  tag: "tag, written key&value",
};
