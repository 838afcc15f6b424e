// The lines above a policy and above each of its statements: what it lets someone do, and how much room is left.
// Places are found at once; the words are made when a line comes into sight.
import type { CodeLens } from "vscode-languageserver-types";
import {
  openingOf,
  type Policy,
  type Span,
  type Statement,
  shortPolicy,
  shortStatement,
} from "../core/index.js";
import type { ServedDocument, Services } from "./document.js";
import { lensCommand } from "./lens-command.js";
import { policiesIn } from "./policies-in.js";
import { toRange } from "./to-lsp.js";

/** Which lens it is; editors hand it back as they were given it. */
export interface LensData {
  readonly uri: string;
  /** Of the document that the numbers are of. */
  readonly version: number | null;
  /** Number among the policies of the document, those in strings included. */
  readonly policy: number;
  /** Absent for the policy itself. */
  readonly statement?: number;
}

export function codeLenses(document: ServedDocument): CodeLens[] {
  const { uri, version, lines } = document;
  const spots = policiesIn(document).flatMap(({ policy, outside }, index): Spot[] => [
    { span: outside(openingOf(policy.span)), policy: index },
    ...policy.statements.map((statement) => ({
      span: outside(openingOf(statement.span)),
      policy: index,
      statement: statement.index,
    })),
  ]);
  const ranges = spots.map(({ span }) => toRange(lines, span));
  const onLine = new Map<number, number>();
  for (const { start } of ranges) onLine.set(start.line, (onLine.get(start.line) ?? 0) + 1);
  return spots.flatMap(({ span: _, ...spot }, at) => {
    const range = ranges[at];
    if (range === undefined) return [];
    // On one line with others, nobody could tell which statement is meant; the line of the policy says all.
    if (spot.statement !== undefined && (onLine.get(range.start.line) ?? 0) > 1) return [];
    const data: LensData = { uri, version, ...spot };
    return [{ range, data }];
  });
}

interface Spot {
  readonly span: Span;
  readonly policy: number;
  readonly statement?: number;
}

/** Undefined where the text has changed since, or the lens is none of ours: the editor asks anew then. */
export function resolveCodeLens(
  lens: CodeLens,
  documentOf: (uri: string) => ServedDocument | undefined,
  servicesOf: (document: ServedDocument) => Services,
  explain: string | undefined,
): CodeLens | undefined {
  const data = readData(lens.data);
  const document = data && documentOf(data.uri);
  if (data === undefined || document === undefined || document.version !== data.version) return undefined;
  const policy = policiesIn(document)[data.policy]?.policy;
  if (policy === undefined) return undefined;
  const statement = data.statement === undefined ? undefined : policy.statements[data.statement];
  if (data.statement !== undefined && statement === undefined) return undefined;
  const { catalog, applications } = servicesOf(document);
  const title = titleOf(policy, statement, { catalog, applications });
  return { ...lens, command: lensCommand(title, explain, [data.uri, lens.range.start]) };
}

function titleOf(
  policy: Policy,
  statement: Statement | undefined,
  naming: Pick<Services, "catalog" | "applications">,
): string {
  return statement === undefined ? shortPolicy(policy, naming) : shortStatement(statement, policy, naming);
}

function readData(data: unknown): LensData | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  if (!("uri" in data) || typeof data.uri !== "string") return undefined;
  if (!("policy" in data) || typeof data.policy !== "number") return undefined;
  const version = "version" in data && typeof data.version === "number" ? data.version : null;
  const statement = "statement" in data && typeof data.statement === "number" ? data.statement : undefined;
  return { uri: data.uri, version, policy: data.policy, ...(statement !== undefined && { statement }) };
}
