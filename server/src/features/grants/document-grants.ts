// What the features know of a grants file besides its text: who is attached to what, and the files around it.
import {
  type AttachedFile,
  type Catalog,
  createEffective,
  type Effective,
  type Grants,
  type Holder,
  type StringValue,
  touches,
} from "../../core/index.js";
import type { GrantsChange } from "./change.js";

export interface DocumentGrants {
  readonly grants: Grants;
  /** What is in the files at paths from the folder of the document, as they are now. */
  readonly files: () => (path: string) => AttachedFile;
  /** Paths of the policies of the workspace, from the folder of the document. */
  readonly paths: () => readonly string[];
  /** Undefined where paths lead nowhere, as from a version of a commit. */
  readonly uriOf: (path: string) => string | undefined;
  /** Since the earlier version that the document is compared with. Absent where none is known. */
  readonly change?: () => GrantsChange;
}

export function effectiveAccess(
  holder: Holder,
  { grants, files }: DocumentGrants,
  catalog: Catalog,
): Effective {
  return createEffective(grants, { catalog, fileAt: files() })(holder);
}

export type GrantsTarget =
  | { readonly kind: "holder"; readonly holder: Holder; readonly value: StringValue }
  /** The name of a group among those of a user. */
  | { readonly kind: "group"; readonly value: StringValue }
  | { readonly kind: "name" | "path"; readonly value: StringValue };

/** The name at an offset, its quotes included. */
export function grantsTargetAt({ grants }: DocumentGrants, offset: number): GrantsTarget | undefined {
  const holder = grants.holders.find(({ entry }) => touches(entry.span, offset));
  if (holder === undefined) return undefined;
  if (touches(holder.key.span, offset)) return { kind: "holder", holder, value: holder.key };
  const group = holder.groups.find(({ span }) => touches(span, offset));
  if (group !== undefined) return { kind: "group", value: group };
  const attachment = holder.policies.find(({ value }) => touches(value.span, offset));
  return attachment && { kind: attachment.kind, value: attachment.value };
}
