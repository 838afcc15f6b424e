// Says in words why a file could not be read or written.
import * as l10n from "@vscode/l10n";
import { LARGEST } from "./read-file.js";

const WORDS: Readonly<Record<string, () => string>> = {
  EACCES: () => l10n.t("permission denied"),
  EISDIR: () => l10n.t("it is a folder"),
  ELOOP: () => l10n.t("its links lead in a circle"),
  EMFILE: () => l10n.t("too many files are open"),
  ENAMETOOLONG: () => l10n.t("the name is too long"),
  ENOENT: describeMissing,
  ENOTDIR: describeMissing,
  ENOSPC: () => l10n.t("no space is left on the disk"),
  EPERM: () => l10n.t("permission denied"),
  EROFS: () => l10n.t("the disk is read-only"),
};

export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return WORDS[code]?.() ?? error.message;
}

export function describeMissing(): string {
  return l10n.t("no such file or folder");
}

export function describeTooLarge(): string {
  return l10n.t("not read, because it is larger than {size} MB", { size: LARGEST / 1_000_000 });
}
