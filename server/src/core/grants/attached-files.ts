// The policies that a grants file names by their paths. Shells know where files are; here is said what is in one.
import type { Dialect } from "../policy/dialect.js";
import { isMeantAsPolicy } from "../policy/element-names.js";
import type { Policy } from "../policy/model.js";
import { type PolicyFile, policiesOf, readPolicyFile } from "../policy/read.js";
import { plainPath } from "./grants.js";

/** What a shell knows of a path from the folder of the grants file. */
export type FileText =
  | { readonly kind: "text"; readonly text: string }
  /** `unknown`: there is nobody to ask, as for a file of an older commit. */
  | { readonly kind: "missing" | "too-large" | "unreadable" | "unknown" };

export type AttachedFile =
  | {
      readonly kind: "policy";
      readonly text: string;
      readonly file: PolicyFile;
      readonly policies: readonly Policy[];
    }
  | { readonly kind: "no-policy" }
  | { readonly kind: "foreign"; readonly vendor: string }
  | Exclude<FileText, { kind: "text" }>;

/** Each file is read once. */
export function createAttachedFiles(
  read: (path: string) => FileText,
  dialects: readonly Dialect[],
): (path: string) => AttachedFile {
  const known = new Map<string, AttachedFile>();
  return (path) => {
    const plain = plainPath(path);
    // Nothing else is ever read: a grants file may come from anybody, and name whatever it likes.
    const isCandidate = /\.jsonc?$/i.test(plain);
    const found: AttachedFile =
      known.get(plain) ?? (isCandidate ? attachedFile(read(plain), plain, dialects) : { kind: "no-policy" });
    known.set(plain, found);
    return found;
  };
}

function attachedFile(read: FileText, path: string, dialects: readonly Dialect[]): AttachedFile {
  if (read.kind !== "text") return read;
  const file = readPolicyFile(read.text, { dialects, fileName: path, declared: true });
  if (file.foreign !== undefined) return { kind: "foreign", vendor: file.foreign.vendor };
  const policies = policiesOf(file).filter(isMeantAsPolicy);
  return policies.length === 0 ? { kind: "no-policy" } : { kind: "policy", text: read.text, file, policies };
}
