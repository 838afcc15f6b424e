// Whether what a person types can be a part of a request, told while it is typed.
import * as l10n from "@vscode/l10n";
import {
  faultOfAction,
  faultOfRequested,
  faultOfResource,
  keysAskedAbout,
  type RequestedFault,
  readRequest,
} from "../../core/index.js";
import type { Services } from "../document.js";
import { type AskedDocument, readAsked } from "./asked.js";

export type RequestPart =
  | { readonly part: "action"; readonly text: string }
  | { readonly part: "resource"; readonly text: string; readonly action: string }
  | {
      readonly part: "value";
      readonly text: string;
      readonly key: string;
      readonly action: string;
      readonly resource?: string | undefined;
    };

/** In words; undefined where nothing is wrong. */
export function faultOfPart(
  document: AskedDocument,
  given: RequestPart,
  { catalog }: Services,
): string | undefined {
  const read = readAsked(document);
  if ("failure" in read) return read.failure;
  if (given.part === "action") return faultOfAction(given.text, read.policies);
  const resource = given.part === "value" ? given.resource : undefined;
  const found = readRequest({ action: given.action, resource, context: {} }, read.policies, catalog);
  if ("failure" in found) return found.failure;
  if (given.part === "resource") return faultOfResource(given.text, found.facts);
  const key = keysAskedAbout(read.policies, found.request, catalog).find(({ name }) => name === given.key);
  for (const value of valuesIn(given.text, key?.takesSeveral === true)) {
    const fault = faultOfRequested(value, key?.type ?? "string");
    if (fault !== undefined) return WORDS[fault](value);
  }
  return undefined;
}

/** What a person typed as values of a key; none for an absent key. */
export function valuesIn(text: string, takesSeveral: boolean): readonly string[] {
  if (text === "") return [];
  return takesSeveral ? text.split(",").map((value) => value.trim()) : [text];
}

const WORDS: Readonly<Record<RequestedFault, (value: string) => string>> = {
  empty: () => l10n.t("A value is missing between two commas"),
  "no-boolean": (value) => l10n.t('"{value}" is neither true nor false', { value }),
  "no-date": (value) =>
    l10n.t('"{value}" is no date with a time of day, such as 2030-01-31T00:00:00Z', { value }),
  "no-zone": (value) => l10n.t('"{value}" does not say in which time zone', { value }),
  "no-such-day": (value) => l10n.t('"{value}" is a day or time of day that does not exist', { value }),
  "no-address": (value) => l10n.t('"{value}" is no IP address', { value }),
  range: (value) => l10n.t('"{value}" is a range, and a request comes from one address', { value }),
  "no-number": (value) => l10n.t('"{value}" is no number', { value }),
};
