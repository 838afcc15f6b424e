// The figures of a comparison: `Access widened in 2 of 5 policies: +3 write, +12 read`.
import { type AccessItem, type Change, enumerate } from "../../../core/index.js";
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
  const all = countedOf(files);
  const preposition = files.length > 0 && isOfHolders(files) ? "for" : "in";
  const gaining = files.filter(({ comparison }) => comparison.gained.length > 0);
  const losing = files.filter(({ comparison }) => comparison.lost.length > 0);
  const undecided = files.filter(({ comparison }) => comparison.undecided.length > 0);
  const hiding = files.filter(({ mayHide }) => mayHide);
  const where = (some: readonly ComparedFile[]) =>
    weightOf(files) === 1 ? "" : ` ${preposition} ${weightOf(some)} of ${all}`;
  const said: string[] = [];
  if (gaining.length > 0) {
    const figures = figuresOf(gaining, "gained").map((figure) => `+${figure}`);
    said.push(`${strong("Access widened")}${where(gaining)}: ${figures.join(", ")}`);
  }
  if (losing.length > 0) {
    const figures = figuresOf(losing, "lost").map((figure) => `−${figure}`);
    said.push(`${strong("Access narrowed")}${where(losing)}: ${figures.join(", ")}`);
  }
  if (undecided.length > 0) said.push(`${strong("Not decided")}${where(undecided)}`);
  if (hiding.length > 0) said.push(`${strong("Read in part only")}${where(hiding)}`);
  const unchanged = files.filter(({ comparison, mayHide }) => comparison.verdict === "unchanged" && !mayHide);
  if (files.length === 0) said.push("No policies to compare");
  else if (unchanged.length === files.length)
    said.push(`${strong("Access unchanged")} ${preposition} ${all}`);
  else if (unchanged.length > 0) said.push(`Access unchanged${where(unchanged)}`);
  return said;
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
  const nouns = KINDS.filter((kind) => files.some(({ holders }) => (holders?.kind ?? "policy") === kind)).map(
    (kind) => (count === 1 ? kind : PLURALS[kind]),
  );
  return `${count} ${nouns.length === 0 ? PLURALS.policy : enumerate(nouns)}`;
}

const KINDS = ["policy", "user", "group"] as const;
const PLURALS = { policy: "policies", user: "users", group: "groups" } as const;

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
    .map((access) => `${counts[access]} ${access}`);
}

/** Said once where it occurs: the word is ours. */
export const UNLISTED_NOTE =
  "unlisted: actions that no list has, or of which none says whether they read or write";

export function hasUnlisted(files: readonly ComparedFile[]): boolean {
  return files.some(({ comparison: { gained, lost } }) =>
    [...gained, ...lost].some(({ access }) => access === "unlisted"),
  );
}
