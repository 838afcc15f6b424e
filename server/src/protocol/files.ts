// What a server without a disk asks its editor for: files of the workspace, and texts that came with the program.

/** Which files below a folder may be policies, as far as names tell. Takes `ListFilesParams`, gives URIs. */
export const LIST_FILES_REQUEST = "accessPolicy/listFiles";

/** What there is at some places. Takes `ReadFilesParams`, gives a `FileAtPlace` for each of its URIs. */
export const READ_FILES_REQUEST = "accessPolicy/readFiles";

/** The documentation texts that came with the program, as JSON. Takes nothing. */
export const READ_TEXTS_REQUEST = "accessPolicy/readTexts";

export interface ListFilesParams {
  /** URI of the folder. */
  readonly folder: string;
  /** More are of no use. */
  readonly limit: number;
}

export interface ReadFilesParams {
  readonly uris: readonly string[];
  /** What is larger is not read. */
  readonly mostBytes: number;
}

export type FileAtPlace =
  | { readonly kind: "file"; readonly text: string }
  | { readonly kind: "large" }
  | { readonly kind: "folder" }
  | { readonly kind: "none" };
