// What `simulate` reports: the decision, the statement that decided, and what of a denied request would have to be
// otherwise.
import * as l10n from "@vscode/l10n";
import { type By, fill } from "../../core/index.js";
import type { Colors } from "./colors.js";
import { code, escaped } from "./markdown-text.js";
import { clauses, labelled, withNote } from "./phrases.js";
import { visible } from "./visible.js";

export interface DecisionResult {
  readonly decision: "allowed" | "denied";
  /** Null where no statement matched. */
  readonly by: PlacedStatement | null;
  /** `no statement allows trtc:RemoveUser`; empty where a statement decided. */
  readonly unmatched: string;
  /** What would have to be otherwise, and the statement that says so. */
  readonly near: readonly { readonly text: string; readonly at: PlacedStatement }[];
}

export interface PlacedStatement {
  readonly path: string;
  /** From 1, where the file has several policies. */
  readonly policy?: number;
  /** From 1. */
  readonly statement: number;
  readonly line: number;
  readonly effect: NonNullable<By["statement"]["decision"]>;
}

/** Pure. */
export type DecisionReporter = (result: DecisionResult, colors: Colors) => string;

/** Statements whose words about a denial are spelled out. */
const NAMED = 5;

export const decisionText: DecisionReporter = (result, colors) => {
  const { decision, by, unmatched } = result;
  const paint = decision === "denied" ? colors.red : colors.cyan;
  const word = paint(describeDecision(decision));
  const head =
    by === null ? labelled(word, visible(unmatched)) : decidedBy(word, visible(describePlace(by, by.path)));
  return [head, ...nearLines(result).map((line) => `  ${visible(line)}`), ""].join("\n");
};

export const decisionJson: DecisionReporter = (result) => {
  const { decision, by } = result;
  const report = {
    version: 1,
    decision,
    by: by && { file: by.path, statement: by.statement, effect: by.effect },
    reason: clauses([reasonOf(result), ...nearLines(result)]),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
};

export const decisionMarkdown: DecisionReporter = (result) => {
  const { decision, by, unmatched } = result;
  const word = `**${describeDecision(decision)}**`;
  const head =
    by === null ? labelled(word, escaped(unmatched)) : decidedBy(word, describePlace(by, code(by.path)));
  const lines = nearLines(result).map((line) => `- ${escaped(line)}`);
  const said = l10n.t("**Access Policy:** {summary}", { summary: head });
  return `${[said, ...(lines.length > 0 ? ["", ...lines] : [])].join("\n")}\n`;
};

function describeDecision(decision: DecisionResult["decision"]): string {
  return decision === "allowed" ? l10n.t("allowed") : l10n.t("denied");
}

function decidedBy(decision: string, place: string): string {
  return fill(l10n.t("{decision} by {place}"), { decision, place });
}

function reasonOf({ decision, by, unmatched }: DecisionResult): string {
  return by === null ? unmatched : decidedBy(describeDecision(decision), describePlace(by, by.path));
}

function nearLines({ by, near }: DecisionResult): readonly string[] {
  const lines = near.slice(0, NAMED).map(({ text, at }) => {
    // Of the statement that decided, the place was said already.
    return at === by ? text : withNote(text, describePlace(at, at.path));
  });
  const count = near.length - NAMED;
  if (count <= 0) return lines;
  return [
    ...lines,
    count === 1 ? l10n.t("and 1 more statement") : l10n.t("and {count} more statements", { count }),
  ];
}

/** `path` as it is to be shown. */
function describePlace({ statement, policy, line }: PlacedStatement, path: string): string {
  return policy === undefined
    ? l10n.t("statement {statement} of {path}, line {line}", { statement, path, line })
    : l10n.t("statement {statement} of policy {policy} in {path}, line {line}", {
        statement,
        policy,
        path,
        line,
      });
}
