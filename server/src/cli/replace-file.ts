// Writes a file anew such that nobody ever reads half of it: beside it first, then in its place. Links stay links,
// and the file stays who may read and write it.
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import * as l10n from "@vscode/l10n";

/** Throws with the reason when it cannot be done; the file is then as it was. */
export function replaceFile(path: string, text: string): void {
  const place = realpathSync(path);
  const before = statSync(place);
  if (!before.isFile()) throw new Error(l10n.t("it is no ordinary file"));
  // To put another file in its place would be allowed, and so it is for root; it is not what was meant.
  if ((before.mode & 0o222) === 0) throw new Error(l10n.t("it is read-only"));
  accessSync(place, constants.W_OK);
  const draft = join(dirname(place), `.access-policy-${process.pid}.tmp`);
  try {
    writeFileSync(draft, text, { flag: "wx", mode: 0o600 });
    keepOwner(draft, before);
    chmodSync(draft, before.mode & 0o7777);
    renameSync(draft, place);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Only the superuser gives files away, and only he writes those of others. */
function keepOwner(draft: string, { uid, gid }: { readonly uid: number; readonly gid: number }): void {
  const now = statSync(draft);
  if (now.uid !== uid || now.gid !== gid) chownSync(draft, uid, gid);
}
