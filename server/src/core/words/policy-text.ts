// The policies of a text with their places in it, for those who ask what they let someone do; and where it holds none,
// why not.
import * as l10n from "@vscode/l10n";
import type { PrincipalDocumentKind } from "../policy/dialect.js";
import { isMeantAsPolicy } from "../policy/element-names.js";
import type { Policy } from "../policy/model.js";
import { type PolicyFile, policiesOf } from "../policy/read.js";
import { indexLines, positionAt } from "../text/line-index.js";
import type { ProblemKind } from "../text/problem.js";
import type { Span } from "../text/span.js";
import { fill } from "./fill.js";

export interface PolicyText {
  readonly text: string;
  readonly file: PolicyFile;
  /** At least one: those of the file and of the texts in it. */
  readonly policies: readonly Policy[];
  /** Where a part of one of these policies stands in the text of the file. */
  readonly placeOf: (policy: Policy, span: Span) => Span;
  /** The line of the file, from 1, on which a part of one of these policies begins. */
  readonly lineOf: (policy: Policy, span: Span) => number;
}

export interface NoPolicies {
  /** In words for the person who asked about the text. */
  readonly failure: string;
}

/** `file` is what was read from the text. */
export function policyTextOf(text: string, file: PolicyFile): PolicyText | NoPolicies {
  const policies = policiesOf(file).filter(isMeantAsPolicy);
  if (policies.length === 0) return { failure: whyNone(file) };
  const lines = indexLines(text);
  const places = placesIn(file);
  const placeOf = (policy: Policy, span: Span) => places.get(policy)?.(span) ?? span;
  return {
    ...{ text, file, policies, placeOf },
    lineOf: (policy, span) => positionAt(lines, placeOf(policy, span).start).line + 1,
  };
}

function whyNone({ root, foreign, problems, principalDocuments = [] }: PolicyFile): string {
  if (foreign !== undefined) {
    const { mark, vendor } = foreign;
    return fill(l10n.t('"{mark}" marks a policy of {vendor}, which is not read here'), { mark, vendor });
  }
  const [document] = principalDocuments;
  if (document !== undefined) return fill(PRINCIPAL_DOCUMENTS[document.kind](), { mark: document.name });
  const isEmpty = root === undefined && !problems.some(({ kind }) => CONFLICTS.has(kind));
  return isEmpty ? l10n.t("it is empty") : l10n.t("no policy in it");
}

const PRINCIPAL_DOCUMENTS: Readonly<Record<PrincipalDocumentKind, () => string>> = {
  role: () => l10n.t('"{mark}" marks the policy of a role, which is not read here'),
  bucket: () => l10n.t('"{mark}" marks the policy of a bucket, which is not read here'),
  vault: () => l10n.t('"{mark}" marks the policy of a vault, which is not read here'),
};

/** A conflict is something, though nothing is read of it. */
const CONFLICTS: ReadonlySet<ProblemKind> = new Set(["conflict-marker", "merge-conflict"]);

type ToOuter = (span: Span) => Span;

/** For policies that stand as strings in others' texts: how their places become places of the file. */
function placesIn(file: PolicyFile, outer: ToOuter = (span) => span): ReadonlyMap<Policy, ToOuter> {
  const own = file.policies.map((policy) => [policy, outer] as const);
  const inner = file.embedded.flatMap(({ source, file: inside }) => [
    ...placesIn(inside, (span) => outer(source.toOuter(span))),
  ]);
  return new Map([...own, ...inner]);
}
