// Reads what stands in test/fixtures/access: questions with their answers, and pairs of policies with what the
// change means.
import { readdirSync, readFileSync } from "node:fs";
import type { NaiveQuestion, PolicyData } from "./naive-evaluator.js";

export interface DecisionCase {
  readonly name: string;
  /** The page that says so, or that this is a reading of ours. */
  readonly source: string;
  readonly policies: readonly PolicyData[];
  readonly request: NaiveQuestion;
  readonly expected: "allowed" | "denied";
}

/** Which side of a change allows a request: `+` after only, `-` before only, `=` both or neither. */
export interface ChangedRequest {
  readonly line: string;
  readonly sign: string;
  readonly question: NaiveQuestion;
}

export interface ChangeCase {
  readonly name: string;
  readonly before: PolicyData;
  readonly after: PolicyData;
  readonly verdict: string;
  readonly requests: readonly ChangedRequest[];
}

const root = new URL("../fixtures/access/", import.meta.url);

export function readDecisionCases(): readonly (readonly [table: string, cases: readonly DecisionCase[]])[] {
  const folder = new URL("evaluate/", root);
  return readdirSync(folder).map((file) => [
    file.replace(".json", ""),
    JSON.parse(readFileSync(new URL(file, folder), "utf8")) as readonly DecisionCase[],
  ]);
}

export function readChangeCases(): readonly ChangeCase[] {
  const folder = new URL("compare/", root);
  return readdirSync(folder).map((name) => {
    const read = (file: string) => readFileSync(new URL(`${name}/${file}`, folder), "utf8");
    const [verdict = "", ...lines] = read("expected.txt").trim().split("\n");
    return {
      name,
      before: JSON.parse(read("before.json")) as PolicyData,
      after: JSON.parse(read("after.json")) as PolicyData,
      verdict,
      requests: lines.map(readRequest),
    };
  });
}

/** `+ trtc:RemoveUser on * with qcs:ip=10.0.0.1 qcs:uin=1,2`. */
function readRequest(line: string): ChangedRequest {
  const match = /^([+=-]) (\S+) on (\S+)(?: with (.+))?$/.exec(line);
  if (match === null) throw new Error(`this is no request: ${line}`);
  const [, sign = "", action = "", resource = "", context = ""] = match;
  const entries = context.split(" ").flatMap((text) => {
    const [key = "", values] = text.split("=");
    return values === undefined ? [] : [[key, values.split(",")] as const];
  });
  return { line, sign, question: { action, resource, context: Object.fromEntries(entries) } };
}
