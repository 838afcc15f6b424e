// Compares the two versions of a grants file, with the policies that each of them names: who gains and loses what.
import {
  brokenIn,
  compareGrants,
  createAttachedFiles,
  gapsDiffer,
  type HeldAccess,
  type HoldersChange,
  heldGaps,
  heldSide,
  indexLines,
  type PolicyFile,
  policyTextIn,
  readGrants,
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
    const gaps = (["before", "after"] as const).flatMap((side) => {
      const [access, version] = [change[side], held[side]];
      return access && version ? heldGaps(side, access, version, comparison.leftOut) : [];
    });
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
      mayHide: change.after !== undefined && (isText || gapsDiffer(gaps)),
    };
  });
}

interface ReadSide extends ReturnType<typeof readSide> {}

function readSide(
  { text, problems: known }: FileText,
  read: AttachedReader | undefined,
  { catalog }: Comparing,
) {
  const { grants } = readGrants(text, catalog, known);
  const { problems } = grants;
  const fileAt = createAttachedFiles(read ?? (() => ({ kind: "unknown" })), catalog.dialects);
  const textAt = (path: string) => policyTextIn(fileAt(path));
  const isBroken = brokenIn({ problems }) !== undefined;
  return { text, grants, problems, fileAt, textAt, isBroken, lines: indexLines(text) };
}

function statusOf({ before, after }: HoldersChange, { isRename }: FilePair): ComparedFile["status"] {
  if (before === undefined) return "added";
  if (after === undefined) return "deleted";
  return isRename === true ? "renamed" : "changed";
}

/** Findings stand at the name of the user, whatever policy they come from. */
function textOf(path: string, held: HeldAccess, side: ReadSide): HeldText {
  const place = held.holder.key.span;
  return { ...heldSide(held, side), path, text: side.text, file: NO_FILE, place, placeOf: () => place };
}

const NO_FILE: PolicyFile = { problems: [], policies: [], embedded: [], isOurs: true };
