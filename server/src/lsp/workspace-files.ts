// What the platform knows of the files of the workspace. Nothing here fails: what cannot be read is not there.

export interface WorkspaceFiles {
  /** The one spelling of a URI that all others here have; undefined for a file of another kind of disk. */
  readonly keyOf: (uri: string) => string | undefined;
  /**
   * The files below a folder that may be policies, as far as names tell, in the order of names. Now and then
   * nothing comes, so that whoever asks can do something else.
   */
  readonly find: (folder: string) => Promise<Iterable<string | undefined>>;
  /** Says of single files and folders whether `find` would come to them. It remembers what it reads: ask soon. */
  readonly sieve: (folders: readonly string[]) => Promise<Sieve>;
  readonly read: (file: string) => FileText | undefined;
  /** To be waited for when files and folders came, changed or went; absent where all is read when it is needed. */
  readonly refresh?: (uris: readonly string[]) => Promise<void>;
  /** Milliseconds since some moment. */
  readonly now: () => number;
}

/** Absent where the file is too large to be read. */
export interface FileText {
  readonly text?: string;
}

export type Sieve = (uri: string) => "file" | "folder" | undefined;

/** A short name for a text that another text hardly has. */
export function hashOf(text: string): string {
  let a = 0x811c9dc5;
  let b = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x5bd1e995) ^ (b >>> 15);
  }
  return `${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}`;
}

/** The file that says which others are left out. */
export const IGNORE_FILE = ".gitignore";
