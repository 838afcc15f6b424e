// What has changed in a policy since an earlier version, which only the editor knows: custom request
// `accessPolicy/compare` for a person who asks, and notification `accessPolicy/base` for what is shown with the
// document itself.

/** A client says which earlier version a document is compared with: findings and code lenses tell the difference. */
export const BASE_NOTIFICATION = "accessPolicy/base";

export interface BaseParams {
  /** Of a document; one that is not open yet may be told of too, and one that is closed is forgotten. */
  readonly uri: string;
  /** Null: it is compared with nothing any more. */
  readonly base: BaseText | null;
}

export interface BaseText {
  /** As people call it: `HEAD`. */
  readonly name: string;
  /** Null where there was no such file. */
  readonly text: string | null;
  /**
   * Of a grants file: what it names, as it was, by the paths that the request for them gave. Null: there was no such
   * file. What is missing here has one version only; without any of it, the policies are taken as they are now.
   */
  readonly files?: Readonly<Record<string, string | null>>;
}

/** A client asks which files a version of a grants file names, to give them with it. */
export const ATTACHED_PATHS_REQUEST = "accessPolicy/attachedPaths";

export interface AttachedPathsParams {
  /** Of that version. */
  readonly text: string;
}

/** From the folder of the grants file, with forward slashes; they may lead upward. */
export type AttachedPaths = readonly string[];

export const COMPARE_REQUEST = "accessPolicy/compare";

export interface CompareParams {
  readonly before: BaseText;
  /** Without a text: as it is open in the editor. Null: the file is gone. `files` as of the earlier version. */
  readonly after: {
    readonly uri: string;
    readonly text?: string | null;
    readonly files?: BaseText["files"];
  };
  /** A person named this file: it is read as a policy whatever it is called and holds. */
  readonly isNamed: boolean;
  /** How the words of the answer set off texts of the policy. */
  readonly format: "markdown" | "plaintext";
}

/** Null where neither version has a policy, or is a grants file. */
export interface CompareResult {
  readonly verdict: "unchanged" | "narrowed" | "widened" | "changed" | "indeterminate";
  /** The verdict in words. */
  readonly title: string;
  /** `+3 write on Live prod`, writes first. In plain text. */
  readonly figures: readonly string[];
  readonly isNew: boolean;
  readonly isDeleted: boolean;
  /** What could not be read may hide that access was widened. */
  readonly mayHide: boolean;
  /** Writes first. */
  readonly gained: readonly ComparedItem[];
  readonly lost: readonly ComparedItem[];
  /** What could not be decided. */
  readonly undecided: readonly string[];
  /** What could not be read and does not count. In plain text. */
  readonly gaps: readonly ComparedGap[];
  /** Of a grants file: who gains and loses what. What is gained and lost stands there, and nowhere else. */
  readonly holders?: readonly ComparedHolders[];
}

/** Users, or groups without members, to whom the same happens; the title says what: `li.wei gains 3 writes`. */
export interface ComparedHolders extends Omit<CompareResult, "figures" | "holders"> {
  readonly kind: "user" | "group";
  /** The first of them. */
  readonly names: readonly ComparedName[];
  /** Of all of them. */
  readonly count: number;
}

export interface ComparedName {
  readonly name: string;
  /** The later version, unless there is nobody of that name any more. */
  readonly side: "before" | "after";
  readonly place: ComparedRange;
}

export interface ComparedItem {
  readonly access: "read" | "write" | "unlisted";
  /** All of them. */
  readonly actions: readonly string[];
  /** The actions, counted where they are many. */
  readonly named: string;
  readonly where: string;
  readonly except?: string;
  readonly other?: string;
  /** One request that shows the difference. */
  readonly example: string;
  readonly doubt?: string;
  /** `statement 2, line 7`. */
  readonly by: string;
  /** In the later version for what is gained, else in the earlier. */
  readonly statement: ComparedRange;
  /** The part of the statement that makes the difference. */
  readonly element: ComparedRange;
  /**
   * Of a grants file: in which policy these places are, by its path from there. A preset has no places: without this,
   * they are where its name stands.
   */
  readonly file?: string;
}

export interface ComparedGap {
  readonly side: "before" | "after";
  readonly line?: number;
  readonly reason: string;
}

export interface ComparedRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}
