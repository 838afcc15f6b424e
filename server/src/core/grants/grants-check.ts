// The contract of a check of grants files: what it is given and what it gives back.
import type { Catalog, DialectCatalog } from "../catalog/catalog.js";
import type { CheckInfo, Report, Severity } from "../checks/check.js";
import type { AttachedFile } from "./attached-files.js";
import type { Attachment, Grants, Holder } from "./grants.js";
import type { PresetName } from "./preset-name.js";

/** By the id of a check. */
export type Levels = Readonly<Record<string, Severity | "off">>;

export interface GrantsContext {
  readonly catalog: Catalog;
  /** The part of the catalog for the dialect of the file; absent where nothing tells it. */
  readonly facts?: DialectCatalog;
  /** What a name of a policy is in that dialect. */
  readonly presetNamed?: (text: string) => PresetName;
  /** What is at a path from the folder of the grants file. */
  readonly fileAt: (path: string) => AttachedFile;
  /** Paths of policies that could be meant. */
  readonly paths: () => readonly string[];
  readonly text: string;
}

export interface GrantsCheck<Ids extends string = string> extends CheckInfo<Ids> {
  readonly run: (grants: Grants, context: GrantsContext) => Iterable<Report<Ids>>;
}

/** Keeps the message ids of a check together with the reports that name them. */
export function defineGrantsCheck<const Ids extends string>(check: GrantsCheck<Ids>): GrantsCheck<Ids> {
  return check;
}

/** What is attached by this kind of text, with whoever it is attached to. */
export function* attachmentsOf(
  { holders }: Grants,
  kind: Attachment["kind"],
): Generator<{ readonly holder: Holder; readonly attachment: Attachment }> {
  for (const holder of holders) {
    for (const attachment of holder.policies) if (attachment.kind === kind) yield { holder, attachment };
  }
}
