// Applies the fixes of a text's findings in rounds, until nothing is left that fits. Which fixes go together in
// one round is decided here; how a text is judged is the caller's.
import { type Draft, editsOf, revise, startDraft } from "../text/draft.js";
import type { TextEdit } from "../text/edit.js";
import type { Finding, Fix, FixSafety } from "./check.js";
import { jsonSyntax } from "./json-syntax.js";

export interface FixOptions {
  /** `unsafe` applies safe ones too, and before the others. */
  readonly safety: FixSafety;
  /** Ids of the checks whose findings are fixed; those of all unless given. */
  readonly checks?: readonly string[];
}

export interface FixedText<Judged> {
  readonly text: string;
  /** What the rounds come to, as edits of the text as it was. */
  readonly edits: readonly TextEdit[];
  /** How many fixes were applied, by the id of the check. */
  readonly applied: Readonly<Record<string, number>>;
  /** What is found in the text as it is now. */
  readonly judged: Judged;
}

/** Real texts need fewer than ten; what is not done by then goes on for ever, or is no policy. */
export const MOST_ROUNDS = 100;

interface State<Judged> {
  readonly draft: Draft;
  readonly judged: Judged;
  readonly applied: Readonly<Record<string, number>>;
}

/** Applied once more to its result, it changes nothing. */
export function fixText<Judged extends { readonly findings: readonly Finding[] }>(
  text: string,
  judge: (text: string) => Judged,
  options: FixOptions,
): FixedText<Judged> {
  /** Where the rounds led through, and which check made each of them. */
  let path: { readonly state: State<Judged>; readonly check: string }[] = [];
  /** Checks whose fixes lead back to where they began. */
  const circling = new Set<string>();
  let state: State<Judged> = { draft: startDraft(text), judged: judge(text), applied: {} };
  let tried = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const open = state.judged.findings.filter(({ check }) => !circling.has(check));
    const chosen = fixesOfRound(state.draft.text, open, options);
    if (chosen.edits.length === 0) {
      if (circling.size === 0 || tried === state.draft.text) break;
      // What others have changed since may have opened the circle.
      circling.clear();
      path = [];
      tried = state.draft.text;
      continue;
    }
    path.push({ state, check: chosen.check });
    const draft = revise(state.draft, chosen.edits);
    const entered = path.findIndex((step) => step.state.draft.text === draft.text);
    if (entered >= 0) {
      // The place where the circle was entered: whoever begins there comes to the same end.
      state = path[entered]?.state ?? state;
      for (const { check } of path.splice(entered)) circling.add(check);
      continue;
    }
    const applied = { ...state.applied, [chosen.check]: (state.applied[chosen.check] ?? 0) + chosen.count };
    state = { draft, judged: judge(draft.text), applied };
  }
  const { draft, judged, applied } = state;
  return { text: draft.text, edits: editsOf(draft), applied, judged };
}

/** How many findings there are that `fixText` would begin with. */
export function countFixable(findings: readonly Finding[], { safety, checks }: FixOptions): number {
  return findings.filter((finding) => {
    if (checks?.includes(finding.check) === false) return false;
    return finding.fixes?.some((fix) => safety === "unsafe" || fix.safety === "safe") === true;
  }).length;
}

interface Round {
  readonly check: string;
  readonly count: number;
  /** In the order of the text. */
  readonly edits: readonly TextEdit[];
}

/**
 * One round is of one check: each check made its fixes for the text as it stands, and knows that they go
 * together, but nothing of what others change. JSON comes first, on which all others stand; then whichever has
 * the first finding. Guesses wait until there is nothing else to do.
 */
function fixesOfRound(text: string, findings: readonly Finding[], { safety, checks }: FixOptions): Round {
  const own = checks === undefined ? findings : findings.filter(({ check }) => checks.includes(check));
  const safe = own.flatMap((finding) => candidate(text, finding, "safe"));
  const candidates =
    safe.length > 0 || safety === "safe"
      ? safe
      : own.flatMap((finding) => candidate(text, finding, "unsafe"));
  const check = candidates.some((one) => one.check === jsonSyntax.id) ? jsonSyntax.id : candidates[0]?.check;
  const edits: TextEdit[] = [];
  let count = 0;
  for (const { fix } of candidates.filter((one) => one.check === check).sort(byPlace)) {
    if (addTo(edits, fix.edits)) count++;
  }
  return { check: check ?? "", count, edits };
}

interface Candidate {
  readonly check: string;
  readonly fix: Fix;
}

/** A string that is not closed comes before the bracket around it, whose end lies behind. */
function byPlace({ fix: one }: Candidate, { fix: other }: Candidate): number {
  return (one.edits[0]?.span.start ?? 0) - (other.edits[0]?.span.start ?? 0);
}

function candidate(text: string, { check, fixes }: Finding, safety: FixSafety): Candidate[] {
  const fix: Fix | undefined = fixes?.find((one) => one.safety === safety && isApplicable(text, one.edits));
  return fix === undefined ? [] : [{ check, fix }];
}

/** A fix that contradicts itself, or changes nothing, is never applied. */
function isApplicable(text: string, edits: readonly TextEdit[]): boolean {
  const sorted = inOrder(edits);
  if (!edits.some(({ span, text: written }) => text.slice(span.start, span.end) !== written)) return false;
  return sorted.every((edit, at) => (sorted[at - 1]?.span.end ?? 0) <= edit.span.start);
}

/** Adds all edits of a fix to those of the round, or none of them. */
function addTo(edits: TextEdit[], added: readonly TextEdit[]): boolean {
  if (added.some((edit) => clashesWithAny(edit, edits))) return false;
  for (const edit of inOrder(added)) edits.splice(placeFor(edit, edits), 0, edit);
  return true;
}

function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function clashesWithAny(edit: TextEdit, sorted: readonly TextEdit[]): boolean {
  const place = placeFor(edit, sorted);
  const before = sorted[place - 1];
  const after = sorted[place];
  return (before !== undefined && clash(before, edit)) || (after !== undefined && clash(edit, after));
}

/** Replacements may touch. What is inserted may not: nobody could say which of the two comes first. */
function clash({ span: one }: TextEdit, { span: other }: TextEdit): boolean {
  if (one.start < other.end && other.start < one.end) return true;
  const inserts = one.start === one.end || other.start === other.end;
  return inserts && one.start <= other.end && other.start <= one.end;
}

/** The index of the first edit behind it. */
function placeFor({ span }: TextEdit, sorted: readonly TextEdit[]): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = sorted[middle]?.span;
    const isBehind = other !== undefined && (other.start - span.start || other.end - span.end) > 0;
    if (isBehind) high = middle;
    else low = middle + 1;
  }
  return low;
}
