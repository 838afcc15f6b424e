// What of a text does not count when it is asked what its policies allow, and why:
// `"foo" is left out, because it is no action`.
import * as l10n from "@vscode/l10n";
import type { LeftOutReason } from "../access/compiled.js";
import type { Break } from "../text/problem.js";
import { fill } from "./fill.js";

/** Of a text in which more is wrong than the habits of a hand-written one, or a merge is not finished. */
export function describeBreak({ kind }: Pick<Break, "kind">): string {
  return kind === "merge-conflict"
    ? l10n.t("only one side of a merge conflict is read")
    : l10n.t("the text is broken from here on");
}

export function describeNoStatements(): string {
  return l10n.t("a policy has no statements");
}

/** Once enough has been said. */
export function describeMoreLeftOut(count: number): string {
  return count === 1
    ? l10n.t("1 more part is left out")
    : fill(l10n.t("{count} more parts are left out"), { count });
}

/** `text` is the part as it stands in the file. */
export function describeLeftOut(reason: LeftOutReason, text: string): string {
  const isShort = /^".{0,80}"$/.test(text);
  const part = isShort
    ? fill(l10n.t({ message: '"{text}"', comment: ["quoted"] }), { text: text.slice(1, -1) })
    : l10n.t({ message: "something", comment: ["a part of a policy that is too long to be quoted"] });
  return fill(TEMPLATES[reason](), { part });
}

const TEMPLATES: Readonly<Record<LeftOutReason, () => string>> = {
  "unknown-effect": () => l10n.t("a statement without a known effect is left out"),
  "not-action": () => l10n.t("a statement that names the actions it does not mean is left out"),
  "missing-action": () => l10n.t("a statement without actions is left out"),
  "malformed-action": () => l10n.t("{part} is left out, because it is no action"),
  "missing-resource": () => l10n.t("a statement without resources is left out"),
  "malformed-resource": () => l10n.t("{part} is left out, because it is no resource"),
  "malformed-condition": () => l10n.t("a statement is left out, because its condition cannot be read"),
  "unknown-operator": () => l10n.t("a statement is left out, because nobody knows the operator {part}"),
  "unreadable-value": () => l10n.t("{part} is left out, because its condition takes other values"),
};
