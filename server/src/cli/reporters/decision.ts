// What `simulate` reports: the decision, the statement that decided, and what of a denied request would have to be
// otherwise.
import type { By } from "../../core/index.js";
import type { Colors } from "./colors.js";
import { code, escaped } from "./markdown-text.js";
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
  const head =
    by === null
      ? `${paint(decision)}: ${visible(unmatched)}`
      : `${paint(decision)} by ${visible(describePlace(by))}`;
  return [head, ...nearLines(result).map((line) => `  ${visible(line)}`), ""].join("\n");
};

export const decisionJson: DecisionReporter = (result) => {
  const { decision, by } = result;
  const report = {
    version: 1,
    decision,
    by: by && { file: by.path, statement: by.statement, effect: by.effect },
    reason: [reasonOf(result), ...nearLines(result)].join("; "),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
};

export const decisionMarkdown: DecisionReporter = (result) => {
  const { decision, by, unmatched } = result;
  const head =
    by === null
      ? `**${decision}**: ${escaped(unmatched)}`
      : `**${decision}** by statement ${numberOf(by)} ${code(by.path)}, line ${by.line}`;
  const lines = nearLines(result).map((line) => `- ${escaped(line)}`);
  return `${[`**Access Policy:** ${head}`, ...(lines.length > 0 ? ["", ...lines] : [])].join("\n")}\n`;
};

function reasonOf({ decision, by, unmatched }: DecisionResult): string {
  return by === null ? unmatched : `${decision} by ${describePlace(by)}`;
}

function nearLines({ by, near }: DecisionResult): readonly string[] {
  const lines = near.slice(0, NAMED).map(({ text, at }) => {
    // Of the statement that decided, the place was said already.
    return at === by ? text : `${text} (${describePlace(at)})`;
  });
  const more = near.length - NAMED;
  return more > 0 ? [...lines, `and ${more} more ${more === 1 ? "statement" : "statements"}`] : lines;
}

function describePlace(place: PlacedStatement): string {
  return `statement ${numberOf(place)} ${place.path}, line ${place.line}`;
}

function numberOf({ statement, policy }: PlacedStatement): string {
  return policy === undefined ? `${statement} of` : `${statement} of policy ${policy} in`;
}
