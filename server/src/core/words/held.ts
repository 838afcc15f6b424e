// What a change says of a user or group to whom several policies are attached: from which of them a statement comes,
// and what of all that does not count. Knows nothing of how grants files are read.
import * as l10n from "@vscode/l10n";
import type { LeftOut } from "../access/compiled.js";
import type { Policy } from "../policy/model.js";
import type { PolicyFile } from "../policy/read.js";
import { type LineIndex, positionAt } from "../text/line-index.js";
import { isBreak, type Problem } from "../text/problem.js";
import type { Span } from "../text/span.js";
import { fill } from "./fill.js";
import { describeGrantsGap, type GrantsGapWords } from "./grants.js";
import { describeBreak, describeLeftOut } from "./left-out.js";
import type { ChangeSide, Origin } from "./other-side.js";
import { type PolicyText, policyTextOf } from "./policy-text.js";
import type { CompareGap, Side } from "./unread-parts.js";

/** All that is attached to somebody. */
export interface HeldPolicies {
  readonly policies: readonly Policy[];
  readonly sources: readonly HeldSource[];
  /** What is attached and does not count, by its place in the grants file. */
  readonly gaps: readonly (GrantsGapWords & { readonly span: Span })[];
}

export interface HeldSource {
  readonly attachment: {
    readonly kind: "name" | "path";
    readonly text: string;
    readonly value: { readonly span: Span };
  };
  /** Absent for what is attached to the holder himself. */
  readonly group?: string;
  readonly policies: readonly Policy[];
}

/** One version of a grants file. */
export interface HeldSide {
  readonly lines: LineIndex;
  readonly problems: readonly Problem[];
  /** What is at a path from the folder of the grants file; undefined where no policy is. */
  readonly textAt: (path: string) => PolicyText | undefined;
}

export interface HeldChangeSide extends ChangeSide {
  readonly lineOf: (policy: Policy, span: Span) => number;
  readonly originOf: (policy: Policy) => HeldOrigin | undefined;
}

export interface HeldOrigin extends Origin {
  readonly source: HeldSource;
  /** Absent for a preset. */
  readonly text?: PolicyText;
}

export function heldSide({ policies, sources }: HeldPolicies, { textAt }: HeldSide): HeldChangeSide {
  const origins = new Map<Policy, HeldOrigin>();
  for (const source of sources) {
    const { kind, text: name } = source.attachment;
    const text = kind === "path" ? textAt(name) : undefined;
    for (const policy of source.policies) {
      origins.set(policy, { name, isPreset: kind === "name", source, ...(text && { text }) });
    }
  }
  return {
    policies,
    lineOf: (policy, span) => origins.get(policy)?.text?.lineOf(policy, span) ?? 1,
    originOf: (policy) => origins.get(policy),
  };
}

/** What a path leads to, with its places; undefined where that is no policy. */
export function policyTextIn(
  found:
    | { readonly kind: "policy"; readonly text: string; readonly file: PolicyFile }
    | { readonly kind: string },
): PolicyText | undefined {
  if (!("file" in found)) return undefined;
  const read = policyTextOf(found.text, found.file);
  return "policies" in read ? read : undefined;
}

/** More than the habits of a hand-written text; undefined where nothing is lost. */
export function brokenIn({ problems }: Pick<HeldSide, "problems">): Problem | undefined {
  return problems.find(isBreak);
}

export function heldGaps(
  side: Side,
  held: HeldPolicies,
  version: HeldSide,
  leftOut: readonly LeftOut[],
): readonly CompareGap[] {
  const lineAt = ({ start }: Span) => positionAt(version.lines, start).line + 1;
  const broken = brokenIn(version);
  return [
    ...(broken ? [{ side, line: lineAt(broken.span), reason: describeBreak(broken) }] : []),
    ...held.gaps.map((gap) => ({ side, line: lineAt(gap.span), reason: describeGrantsGap(gap) })),
    ...leftOut.flatMap((part) => leftOutGap(side, part, held, version)),
  ];
}

function leftOutGap(
  side: Side,
  { policy, span, reason }: LeftOut,
  { sources }: HeldPolicies,
  { textAt }: HeldSide,
): readonly CompareGap[] {
  const source = sources.find(({ policies }) => policies.includes(policy));
  const text = source && textAt(source.attachment.text);
  if (source === undefined || text === undefined) return [];
  const { start, end } = text.placeOf(policy, span);
  const what = describeLeftOut(reason, text.text.slice(start, end));
  const [file, line] = [source.attachment.text, text.lineOf(policy, span)];
  return [{ side, reason: fill(l10n.t("{file}, line {line}: {what}"), { file, line, what }) }];
}

/** What does not count may hide something where it is not the same on both sides. */
export function gapsDiffer(gaps: readonly CompareGap[]): boolean {
  const [before, after] = (["before", "after"] as const).map((side) =>
    JSON.stringify(gaps.filter((gap) => gap.side === side).map(({ reason }) => reason)),
  );
  return before !== after;
}
