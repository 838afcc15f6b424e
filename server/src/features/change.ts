// What has changed since an earlier version of a document: both versions read, and compared. Whoever shows it (findings,
// the line above the policy, the page about the change) takes it from here.
import {
  type Application,
  accessWidenings,
  type BriefChange,
  type Catalog,
  type CheckOptions,
  type ComparedSides,
  type CompareGap,
  compare,
  compareGaps,
  describeWidening,
  type Finding,
  type LeftOut,
  mayHideAccess,
  type NoPolicies,
  PLAIN,
  type PolicyFile,
  type PolicyText,
  policyTextOf,
  readPolicyFile,
  type Span,
  type Statement,
} from "../core/index.js";

/** An earlier version, which the editor knows. */
export interface Base {
  /** As people call it: `HEAD`. */
  readonly name: string;
  /** Null where there was no such file. */
  readonly text: string | null;
  /** Of a grants file: the policies that it named, by their paths. Without any, they are taken as they are now. */
  readonly files?: Readonly<Record<string, string | null>>;
}

export interface DocumentChange extends ComparedSides, BriefChange {
  readonly base: Base;
  readonly before?: PolicyText;
  readonly after?: PolicyText;
  readonly isDeleted: boolean;
  /** What could not be read and does not count. */
  readonly gaps: readonly CompareGap[];
  /** What is gained, by the strings of the later version that allow it. Found once. */
  readonly widenings: () => readonly PlacedWidening[];
}

/** A version of a document; `file` is what was read from the text. */
export interface Version {
  readonly text: string;
  readonly file: PolicyFile;
}

export interface ChangeContext {
  readonly catalog: Catalog;
  readonly applications: readonly Application[];
  /** How many steps the answer may take; the core's own number without it. */
  readonly budget?: number;
}

/** A keystroke must not wait for a whole second; the page about the change has all the time that the core takes. */
export const BUDGET_WHILE_TYPING = 200_000;

/** Undefined where nothing has changed, and where neither version has a policy. Null: the file is gone. */
export function changeOf(
  base: Base,
  now: Version | null,
  { catalog, applications, budget }: ChangeContext,
): DocumentChange | undefined {
  if (base.text === (now?.text ?? null)) return undefined;
  const was = base.text === null ? undefined : readBase(base.text, now?.file, catalog);
  const is = now === null ? undefined : policyTextOf(now.text, now.file);
  const [before, after] = [found(was), found(is)];
  if (before === undefined && after === undefined) return undefined;
  const options = budget === undefined ? {} : { budget };
  const comparison = compare(before?.policies ?? [], after?.policies ?? [], catalog, options);
  const sides = { before: was, after: is, leftOut: comparison.leftOut };
  const change = {
    ...{ base, comparison, applications },
    ...(before && { before }),
    ...(after && { after }),
    isNew: was === undefined,
    isDeleted: is === undefined,
    ...(was && "failure" in was && { failure: was.failure }),
    gaps: compareGaps(sides),
    mayHide: mayHideAccess(sides),
  };
  let widenings: readonly PlacedWidening[] | undefined;
  return {
    ...change,
    widenings() {
      widenings ??= findWidenings(change, catalog);
      return widenings;
    },
  };
}

/**
 * Of a new policy everything is new, and of what could not be read earlier nobody knows: neither is told string by
 * string.
 */
export function changeFindings(
  change: DocumentChange | undefined,
  levels: CheckOptions["levels"] = {},
): readonly Finding[] {
  return change === undefined ? [] : accessWidenings(change.widenings(), change.base.name, levels);
}

export interface PlacedWidening {
  /** In the document. */
  readonly span: Span;
  readonly words: string;
  /** All that is gained at this place, in short. */
  readonly brief: string;
}

function findWidenings(
  change: Omit<DocumentChange, "widenings">,
  catalog: Catalog,
): readonly PlacedWidening[] {
  const { after, before } = change;
  if (before === undefined || after === undefined) return [];
  const unread = unreadStatements(before, change.comparison.leftOut);
  return describeWidening(change, { catalog, style: PLAIN }).flatMap(
    ({ policy, statement, span, words, brief }) => {
      const wasUnread = unread.has(placeAmong(after.policies.indexOf(policy), statement));
      return wasUnread ? [] : [{ span: after.placeOf(policy, span), words, brief }];
    },
  );
}

/** Who mends a statement has not widened it; it most likely stands where it stood. */
function unreadStatements({ policies }: PolicyText, leftOut: readonly LeftOut[]): ReadonlySet<string> {
  const places = leftOut.flatMap(({ policy, span }) => {
    const statement = policy.statements.find(
      (one) => one.span.start <= span.start && span.end <= one.span.end,
    );
    return statement === undefined ? [] : [placeAmong(policies.indexOf(policy), statement)];
  });
  return new Set(places);
}

function placeAmong(policy: number, { index }: Statement): string {
  return `${policy} ${index}`;
}

/** In the dialect of the later version where the earlier does not tell its own. */
function readBase(text: string, now: PolicyFile | undefined, { dialects }: Catalog): PolicyText | NoPolicies {
  const own = now?.dialect ?? now?.embedded.find(({ file }) => file.dialect !== undefined)?.file.dialect;
  const first = own === undefined ? dialects : [own, ...dialects.filter((dialect) => dialect !== own)];
  return policyTextOf(text, readPolicyFile(text, { dialects: first, declared: true }));
}

function found(read: PolicyText | NoPolicies | undefined): PolicyText | undefined {
  return read !== undefined && "policies" in read ? read : undefined;
}
