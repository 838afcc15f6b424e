// What is said beside an action in a list of proposals: whether it reads or writes, and what is special about it here.
import * as l10n from "@vscode/l10n";
import type { Action } from "../../core/index.js";
import { levelWord } from "../level-words.js";

/** Looked up once for all actions of a service. */
export function wordsOfActions() {
  const [read, list, write] = [levelWord("read"), levelWord("list"), levelWord("write")];
  return {
    levels: { read, list, write, unknown: l10n.t("access not known") },
    /** Shown on each line of the list, so that what writes is seen without being looked at. */
    marks: { read, list: read, write, unknown: "" },
    limits: { resource: ` · ${l10n.t("resource-level")}`, operation: ` · ${l10n.t("on * only")}` },
    withoutEffect: ` · ${l10n.t("on * only, no effect on these resources")}`,
  } as const;
}

interface ActionState {
  readonly isCovered: boolean;
  readonly hasEffect: boolean;
  /** The action of the statement that cannot do without it. */
  readonly by: string | undefined;
}

/** Made for hundreds of actions at a time: most of them have no note. */
export function actionDetail(
  action: Action,
  product: string,
  { isCovered, hasEffect, by }: ActionState,
  words: ReturnType<typeof wordsOfActions>,
): string {
  const { access, level, replacedBy } = action;
  const limit = level === undefined ? "" : hasEffect ? words.limits[level] : words.withoutEffect;
  const detail = `${words.levels[access ?? "unknown"]} · ${product}${limit}`;
  if (!isCovered && by === undefined && replacedBy === undefined) return detail;
  return [
    detail,
    ...(isCovered ? [l10n.t("already allowed by a wildcard here")] : []),
    ...(by === undefined ? [] : [l10n.t("needed by {action}", { action: by })]),
    ...(replacedBy === undefined ? [] : [l10n.t("newer action: {action}", { action: replacedBy })]),
  ].join(" · ");
}
