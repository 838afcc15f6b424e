// The comparison for programs, version 1: files with their verdicts, unchanged ones too, and what they gained and lost.
// Lines and statements count from 1.
import { type AccessItem, describeConditions, overallVerdict } from "../../../core/index.js";
import type { ComparedFile, CompareReporter, CompareReportOptions } from "./compared.js";

export const reportCompareJson: CompareReporter = (files, options) => {
  const verdict = overallVerdict(files.map(({ comparison }) => comparison.verdict));
  const unread = options.unread.map(({ path, reason }) => ({ path, reason }));
  const written = files.map((file) => `\n    ${JSON.stringify(fileOf(file, options))}`).join(",");
  return `{
  "version": 1,
  "verdict": "${verdict}",
  "files": [${written}${files.length === 0 ? "" : "\n  "}]${unread.length === 0 ? "" : `,\n  "unread": ${JSON.stringify(unread)}`}
}
`;
};

function fileOf(file: ComparedFile, { catalog }: CompareReportOptions) {
  const { path, previousPath, status, comparison, gaps, before, after, holders } = file;
  const { verdict, gained, lost, undecided } = comparison;
  const itemOf = (item: AccessItem, own: typeof before, other: typeof before) => {
    const { access, actions, resources, by, deniedBy, witness, isUncertain } = item;
    const { policy, statement } = by;
    return {
      access,
      actions,
      resources,
      conditions: describeConditions(statement, catalog.of(policy.dialect)),
      ...originOf(policy, own),
      statement: statement.index + 1,
      ...(own && { line: own.lineOf(policy, statement.span) }),
      ...(deniedBy && { deniedBy: deniedByOf(deniedBy, other) }),
      ...(isUncertain && { uncertain: true }),
      witness: { action: witness.action, resource: witness.resource, context: witness.context },
    };
  };
  return {
    path,
    ...(previousPath !== undefined && { previousPath }),
    ...(holders && { [`${holders.kind}s`]: holders.names }),
    status,
    verdict,
    gained: gained.map((item) => itemOf(item, after, before)),
    lost: lost.map((item) => itemOf(item, before, after)),
    ...(undecided.length > 0 && { undecided }),
    ...(gaps.length > 0 && { incomplete: gaps }),
  };
}

/** The policy, where a user has several. */
function originOf(policy: AccessItem["by"]["policy"], own: ComparedFile["before"]) {
  const origin = own && "originOf" in own ? own.originOf(policy) : undefined;
  return origin && { policy: origin.name };
}

/** The statement of the other side. */
function deniedByOf({ policy, statement }: AccessItem["by"], text: ComparedFile["before"]) {
  return {
    ...originOf(policy, text),
    statement: statement.index + 1,
    ...(text && { line: text.lineOf(policy, statement.span) }),
  };
}
