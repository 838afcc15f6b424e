// The answer of a comparison in a few words, and what it leaves open.
import * as l10n from "@vscode/l10n";
import type { Undecided, Verdict } from "../access/comparison/comparison.js";
import { fill } from "./fill.js";
import { list } from "./lists.js";
import { PLAIN, type Style } from "./style.js";

export function describeVerdict(verdict: Verdict): string {
  return VERDICTS[verdict]();
}

const VERDICTS: Readonly<Record<Verdict, () => string>> = {
  unchanged: () => l10n.t("access unchanged"),
  narrowed: () => l10n.t("access narrowed"),
  widened: () => l10n.t("access widened"),
  changed: () => l10n.t("access widened and narrowed"),
  indeterminate: () => l10n.t("not all could be decided"),
};

/** Where it is clear that access is meant. */
export function shortVerdict(verdict: Verdict): string {
  return SHORT_VERDICTS[verdict]();
}

const SHORT_VERDICTS: Readonly<Record<Verdict, () => string>> = {
  ...VERDICTS,
  narrowed: () => l10n.t("narrowed"),
  widened: () => l10n.t("widened"),
  changed: () => l10n.t("widened and narrowed"),
};

/** Actions and keys that are spelled out before the rest is counted. */
const NAMED = 4;

/** `trtc:*: too many combinations of patterns to compare`. */
export function describeUndecided({ actions, reason, keys }: Undecided, { value }: Style = PLAIN): string {
  const values = { actions: list(actions.map(value), NAMED), keys: list(keys.map(value), NAMED) };
  switch (reason) {
    case "budget":
      return fill(
        keys.length === 0
          ? l10n.t("{actions}: too many combinations of patterns to compare")
          : l10n.t("{actions}: too many combinations of conditions on {keys}"),
        values,
      );
    case "mixed-types":
      return fill(l10n.t("{actions}: {keys} is compared as values of several types"), values);
    default:
      return reason satisfies never;
  }
}
