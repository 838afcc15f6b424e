// Labels that are words of ours. People search lists in English, too, and lists are sorted alike for everybody.
import * as l10n from "@vscode/l10n";
import { capitalized } from "../../core/index.js";
import type { Proposal } from "./insert.js";

/** What says a text: the program in the language of its reader, or in English. */
export interface Speaker {
  t(message: string, values?: Readonly<Record<string, string>>): string;
}

export type Label = Pick<Proposal, "label"> & Partial<Pick<Proposal, "filter" | "sort">>;

/** Who calls it names the speaker `l10n`: the tools that collect the texts know them by that. */
export function inBothLanguages(say: (l10n: Speaker) => string): Label {
  const label = say({ t: (message, values = {}) => l10n.t(message, values) });
  const english = say(ENGLISH);
  return label === english ? { label } : { label, filter: `${english} ${label}`, sort: english };
}

/** Of statements with this effect: labels begin with a capital where the dialect writes the effect so. */
export function createLabel(effect: string): typeof inBothLanguages {
  const isCapital = /^[A-Z]/.test(effect);
  return (say) => inBothLanguages((speaker) => (isCapital ? capitalized(say(speaker)) : say(speaker)));
}

const ENGLISH: Speaker = {
  t: (message, values = {}) =>
    message.replace(/\{(\w+)\}/g, (written, name: string) => values[name] ?? written),
};
