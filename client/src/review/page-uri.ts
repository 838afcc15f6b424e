// The address of a page about access changes, which says all that is needed to make the page again: a window that is
// opened anew shows it as before. A version of a policy has an address beside its page.
import { l10n, Uri } from "vscode";
import { pageAddress } from "../shown-pages.js";
import { lastPart } from "../target.js";
import type { Side } from "./change-items.js";
import type { BaseSource } from "./pairs.js";

export const PAGE_SCHEME = "access-policy-changes";

export type PageRequest =
  | { readonly kind: "files"; readonly files: readonly PagedFile[] }
  /** All that has changed in a repository. */
  | { readonly kind: "repository"; readonly root: string; readonly choice: string };

export interface PagedFile {
  /** The later version. */
  readonly uri: string;
  /** Absent where nothing is known that it could be compared with. */
  readonly base?: BaseSource;
}

export function pageUri(request: PageRequest): Uri {
  return pageAddress(PAGE_SCHEME, titleOf(request), request);
}

function titleOf(request: PageRequest): string {
  const [first, second] = request.kind === "files" ? request.files : [];
  const isOne = first !== undefined && second === undefined;
  return isOne
    ? l10n.t("Access changes in {file}", { file: lastPart(Uri.parse(first.uri)) })
    : l10n.t("Access changes");
}

/** Undefined for an address that was not made here. */
export function readPageUri({ query }: Uri): PageRequest | undefined {
  try {
    const parsed: unknown = JSON.parse(query);
    return isRequest(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** From the page: where the text of one side of a file can be read. The query of the page stays. */
export function versionPath(side: Side, file: string): string {
  return `${side}/${file.split("/").map(encodeURIComponent).join("/")}`;
}

/** Of a policy that a grants file names. A folder is one part, as addresses lose what leads upward. */
export function attachedPath(path: string): string {
  const end = path.lastIndexOf("/") + 1;
  return end === 0 ? path : `${encodeURIComponent(path.slice(0, end))}/${path.slice(end)}`;
}

/** What was made by `attachedPath`. */
export function readAttachedPath(parts: readonly string[]): string | undefined {
  const [folder = "", name] = parts.length === 1 ? ["", ...parts] : parts;
  try {
    return name === undefined ? undefined : decodeURIComponent(folder) + name;
  } catch {
    return undefined;
  }
}

export interface VersionPath {
  readonly side: Side;
  /** As it was given. */
  readonly file: string;
}

export function readVersionPath({ path }: Uri): VersionPath | undefined {
  const [, side, file = ""] = /^\/[^/]+\/(before|after)\/(.+)$/.exec(path) ?? [];
  return side === "before" || side === "after" ? { side, file } : undefined;
}

function isRequest(value: unknown): value is PageRequest {
  if (typeof value !== "object" || value === null || !("kind" in value)) return false;
  if (value.kind === "files")
    return "files" in value && Array.isArray(value.files) && value.files.every(isFile);
  return (
    value.kind === "repository" &&
    "root" in value &&
    typeof value.root === "string" &&
    "choice" in value &&
    typeof value.choice === "string"
  );
}

function isFile(value: unknown): value is PagedFile {
  if (typeof value !== "object" || value === null || !("uri" in value) || typeof value.uri !== "string")
    return false;
  return !("base" in value) || isSource(value.base);
}

function isSource(value: unknown): value is BaseSource {
  if (typeof value !== "object" || value === null || !("kind" in value)) return false;
  if (value.kind === "git") return "choice" in value && typeof value.choice === "string";
  return value.kind === "document" && "uri" in value && typeof value.uri === "string";
}
