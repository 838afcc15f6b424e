// The figures of a comparison: `Access widened in 2 of 5 policies: +3 write, +12 read`.
import * as l10n from "@vscode/l10n";
import { type AccessItem, type Change, enumerate, list } from "../../../core/index.js";
import { labelled } from "../phrases.js";
import type { ComparedFile } from "./compared.js";

export interface TotalsWords {
  readonly strong: (text: string) => string;
}

const PLAIN_WORDS: TotalsWords = { strong: (text) => text };

/** One sentence for each thing that there is to say, without full stops. */
export function totalsOf(
  files: readonly ComparedFile[],
  { strong }: TotalsWords = PLAIN_WORDS,
): readonly string[] {
  if (files.length === 0) return [l10n.t("No policies to compare")];
  const gaining = files.filter(({ comparison }) => comparison.gained.length > 0);
  const losing = files.filter(({ comparison }) => comparison.lost.length > 0);
  const undecided = files.filter(({ comparison }) => comparison.undecided.length > 0);
  const hiding = files.filter(({ mayHide }) => mayHide);
  const unchanged = files.filter(({ comparison, mayHide }) => comparison.verdict === "unchanged" && !mayHide);
  const said: string[] = [];
  if (gaining.length > 0) {
    const widened = someOf(strong(l10n.t("Access widened")), gaining, files);
    const figures = figuresOf(gaining, "gained").map((figure) => `+${figure}`);
    said.push(labelled(widened, list(figures, figures.length)));
  }
  if (losing.length > 0) {
    const narrowed = someOf(strong(l10n.t("Access narrowed")), losing, files);
    const figures = figuresOf(losing, "lost").map((figure) => `−${figure}`);
    said.push(labelled(narrowed, list(figures, figures.length)));
  }
  if (undecided.length > 0) said.push(someOf(strong(l10n.t("Not decided")), undecided, files));
  if (hiding.length > 0) said.push(someOf(strong(l10n.t("Read in part only")), hiding, files));
  if (unchanged.length === files.length) said.push(allOf(strong(l10n.t("Access unchanged")), files));
  else if (unchanged.length > 0) said.push(someOf(l10n.t("Access unchanged"), unchanged, files));
  return said;
}

/** Nothing is said of how many they are where there is one only. */
function someOf(what: string, some: readonly ComparedFile[], files: readonly ComparedFile[]): string {
  if (weightOf(files) === 1) return what;
  const values = { what, some: weightOf(some), all: countedOf(files) };
  return isOfHolders(files)
    ? l10n.t("{what} for {some} of {all}", values)
    : l10n.t("{what} in {some} of {all}", values);
}

function allOf(what: string, files: readonly ComparedFile[]): string {
  const values = { what, all: countedOf(files) };
  return isOfHolders(files) ? l10n.t("{what} for {all}", values) : l10n.t("{what} in {all}", values);
}

/** Users count each, however many of them are told together. */
function weightOf(files: readonly ComparedFile[]): number {
  return files.reduce((sum, { holders }) => sum + (holders?.names.length ?? 1), 0);
}

function isOfHolders(files: readonly ComparedFile[]): boolean {
  return files.every(({ holders }) => holders !== undefined);
}

/** `5 policies`, `8 users and groups`. */
function countedOf(files: readonly ComparedFile[]): string {
  const count = weightOf(files);
  const [only, ...more] = KINDS.filter((kind) =>
    files.some(({ holders }) => (holders?.kind ?? "policy") === kind),
  );
  if (only !== undefined && more.length === 0) return COUNTED[only](count);
  const names = enumerate([...(only === undefined ? [] : [only]), ...more].map((kind) => NAMES[kind]()));
  return l10n.t({ message: "{count} {names}", comment: ["8 users and groups"], args: { count, names } });
}

const KINDS = ["policy", "user", "group"] as const;

const NAMES = {
  policy: () => l10n.t("policies"),
  user: () => l10n.t("users"),
  group: () => l10n.t("groups"),
} as const;

const COUNTED = {
  policy: (count: number) => (count === 1 ? l10n.t("1 policy") : l10n.t("{count} policies", { count })),
  user: (count: number) => (count === 1 ? l10n.t("1 user") : l10n.t("{count} users", { count })),
  group: (count: number) => (count === 1 ? l10n.t("1 group") : l10n.t("{count} groups", { count })),
} as const;

/** Actions of each kind; one that several statements allow counts once for each file. */
function figuresOf(files: readonly ComparedFile[], change: Change): readonly string[] {
  const counts: Record<AccessItem["access"], number> = { write: 0, unlisted: 0, read: 0 };
  for (const { comparison } of files) {
    const seen = new Set<string>();
    for (const { access, actions } of comparison[change]) {
      for (const action of actions) {
        const id = `${access} ${action}`;
        if (!seen.has(id)) counts[access]++;
        seen.add(id);
      }
    }
  }
  return (["write", "unlisted", "read"] as const)
    .filter((access) => counts[access] > 0)
    .map((access) => FIGURES[access](counts[access]));
}

const FIGURES: Readonly<Record<AccessItem["access"], (count: number) => string>> = {
  write: (count) => l10n.t("{count} write", { count }),
  unlisted: (count) => l10n.t("{count} unlisted", { count }),
  read: (count) => l10n.t("{count} read", { count }),
};

/** Said once where it occurs: the word is ours. */
export function describeUnlistedWord(): string {
  return l10n.t("unlisted: actions that no list has, or of which none says whether they read or write");
}

export function hasUnlisted(files: readonly ComparedFile[]): boolean {
  return files.some(({ comparison: { gained, lost } }) =>
    [...gained, ...lost].some(({ access }) => access === "unlisted"),
  );
}
