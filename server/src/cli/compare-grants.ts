// Compares the two versions of a grants file, with the policies that each of them names: who gains and loses what.
import * as l10n from "@vscode/l10n";
import {
  type CompareGap,
  compareGrants,
  createAttachedFiles,
  describeBroken,
  describeGrantsGap,
  describeLeftOut,
  type HeldAccess,
  type HoldersChange,
  indexLines,
  type LeftOut,
  type Policy,
  type PolicyFile,
  policyTextOf,
  positionAt,
  readGrants,
  type Span,
} from "../core/index.js";
import type { Comparing } from "./compare-files.js";
import type { AttachedReader } from "./grants-files.js";
import type { FilePair, Unreadable } from "./policy-pairs.js";
import type { FileText } from "./read-file.js";
import type { ComparedFile, HeldText } from "./reporters/compare/compared.js";

/** One for each change; those whose access is the same are one too. */
export function compareGrantsFile(
  pair: FilePair,
  comparing: Comparing,
): readonly ComparedFile[] | Unreadable {
  const { path, previousPath, attached } = pair;
  const [was, is] = [pair.before?.(), pair.after?.()];
  if (was !== undefined && "unreadable" in was) return was;
  if (is !== undefined && "unreadable" in is) return is;
  const before = was && readSide(was, attached?.before, comparing);
  const after = is && readSide(is, attached?.after, comparing);
  const changes = compareGrants(before, after, comparing.catalog, { comparePolicies: comparing.compare });
  const applications = comparing.applicationsOf(pair);
  const isText = before?.isBroken === true || after?.isBroken === true ? was?.text !== is?.text : false;
  return changes.map((change): ComparedFile => {
    const { comparison, kind, names } = change;
    const held = { before: change.before && before, after: change.after && after };
    const gaps = [
      ...gapsOf("before", change.before, held.before, comparison.leftOut),
      ...gapsOf("after", change.after, held.after, comparison.leftOut),
    ];
    const [old, now] = (["before", "after"] as const).map((side) =>
      JSON.stringify(gaps.filter((gap) => gap.side === side).map(({ reason }) => reason)),
    );
    return {
      path,
      ...(previousPath !== undefined && { previousPath }),
      status: statusOf(change, pair),
      holders: { kind, names },
      comparison,
      applications,
      ...(held.before && change.before && { before: textOf(path, change.before, held.before) }),
      ...(held.after && change.after && { after: textOf(path, change.after, held.after) }),
      gaps,
      mayHide: change.after !== undefined && (isText || old !== now),
    };
  });
}

interface ReadSide extends ReturnType<typeof readSide> {}

function readSide({ text, problems }: FileText, read: AttachedReader | undefined, { catalog }: Comparing) {
  const { grants } = readGrants(text, catalog, problems);
  const fileAt = createAttachedFiles(read ?? (() => ({ kind: "unknown" })), catalog.dialects);
  const broken = grants.problems.find(({ repair }) => repair?.safe !== true);
  return { text, grants, fileAt, isBroken: broken !== undefined, broken, lines: indexLines(text) };
}

function statusOf({ before, after }: HoldersChange, { isRename }: FilePair): ComparedFile["status"] {
  if (before === undefined) return "added";
  if (after === undefined) return "deleted";
  return isRename === true ? "renamed" : "changed";
}

/** Findings stand at the name of the user, whatever policy they come from. */
function textOf(path: string, { holder, policies, sources }: HeldAccess, side: ReadSide): HeldText {
  const origins = new Map(
    sources.flatMap(({ attachment, policies: own }) => {
      const origin = { name: attachment.text, isPreset: attachment.kind === "name" };
      return own.map((policy) => [policy, { ...origin, text: attachedText(attachment.text, side) }] as const);
    }),
  );
  return {
    path,
    text: side.text,
    file: NO_FILE,
    policies,
    place: holder.key.span,
    placeOf: () => holder.key.span,
    lineOf: (policy, span) => origins.get(policy)?.text?.lineOf(policy, span) ?? 1,
    originOf: (policy) => origins.get(policy),
  };
}

const NO_FILE: PolicyFile = { problems: [], policies: [], embedded: [], isOurs: true };

/** With its places; undefined for a preset. */
function attachedText(path: string, { fileAt }: ReadSide) {
  const file = fileAt(path);
  const text = file.kind === "policy" ? policyTextOf(file.text, file.file) : undefined;
  return text !== undefined && "policies" in text ? text : undefined;
}

function gapsOf(
  side: CompareGap["side"],
  held: HeldAccess | undefined,
  read: ReadSide | undefined,
  leftOut: readonly LeftOut[],
): readonly CompareGap[] {
  if (held === undefined || read === undefined) return [];
  const lineAt = ({ start }: Span) => positionAt(read.lines, start).line + 1;
  const broken = read.broken && { side, line: lineAt(read.broken.span), reason: describeBroken() };
  return [
    ...(broken ? [broken] : []),
    ...held.gaps.map((gap) => ({ side, line: lineAt(gap.span), reason: describeGrantsGap(gap) })),
    ...leftOut.flatMap((part) => leftOutGap(side, part, held, read)),
  ];
}

function leftOutGap(
  side: CompareGap["side"],
  { policy, span, reason }: LeftOut,
  { sources }: HeldAccess,
  read: ReadSide,
): readonly CompareGap[] {
  const source = sources.find(({ policies }: { readonly policies: readonly Policy[] }) =>
    policies.includes(policy),
  );
  const text = source && attachedText(source.attachment.text, read);
  if (source === undefined || text === undefined) return [];
  const { start, end } = text.placeOf(policy, span);
  const what = describeLeftOut(reason, text.text.slice(start, end));
  const [file, line] = [source.attachment.text, text.lineOf(policy, span)];
  return [{ side, reason: l10n.t("{file}, line {line}: {what}", { file, line, what }) }];
}
