// The earlier versions that documents are compared with, as the client tells them, and the answer to who asks about a
// comparison.
import * as l10n from "@vscode/l10n";
import type { Connection } from "vscode-languageserver";
import {
  type Application,
  type Catalog,
  type PolicyFile,
  readGrants,
  readPolicyFile,
} from "../core/index.js";
import { type Base, changeOf } from "../features/change.js";
import { type ChangeWords, compareVersions } from "../features/compare.js";
import { filesOf, grantsChangeOf, namedPaths, WHOLE_PAGE } from "../features/grants/change.js";
import { briefly } from "../features/grants/change-lens.js";
import { compareGrantsVersions } from "../features/grants/compare.js";
import type { DocumentGrants } from "../features/grants/document-grants.js";
import {
  ATTACHED_PATHS_REQUEST,
  type AttachedPaths,
  type AttachedPathsParams,
  BASE_NOTIFICATION,
  type BaseParams,
  COMPARE_REQUEST,
  type CompareParams,
  type CompareResult,
} from "../protocol/compare.js";
import type { ClientAbilities } from "./abilities.js";
import type { Documents } from "./documents.js";
import type { Fence } from "./fence.js";
import { fileNameOf } from "./paths.js";
import { refreshBesideText, refreshDiagnostics } from "./request-refresh.js";
import { isGrants } from "./serve-grants.js";

export interface Bases {
  readonly of: (uri: string) => Base | undefined;
  /** Whether it is another one than before. */
  readonly set: (params: BaseParams) => boolean;
  readonly forget: (uri: string) => void;
}

export function createBases(): Bases {
  const known = new Map<string, Base>();
  return {
    of: (uri) => known.get(uri),
    set({ uri, base }) {
      const before = known.get(uri);
      if (base === null) known.delete(uri);
      else known.set(uri, base);
      return (
        before?.name !== base?.name || before?.text !== base?.text || isOther(before?.files, base?.files)
      );
    },
    forget: (uri) => void known.delete(uri),
  };
}

function isOther(one: Base["files"], other: Base["files"]): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}

export interface ChangesSurroundings {
  readonly bases: Bases;
  readonly catalog: Catalog;
  readonly client: () => ClientAbilities;
  readonly documents: Documents;
  readonly fence: Fence;
  /** For clients that cannot pull. */
  readonly publish: (uri: string) => void;
  readonly applicationsFor: (uri: string) => readonly Application[];
  readonly textOf: (uri: string) => string | undefined;
}

/** A commit changes the base of every open document; the editor is asked once to look again. */
const PAUSE_MS = 50;

export function answerChanges(
  connection: Connection,
  around: ChangesSurroundings,
): { readonly stop: () => void } {
  const { bases, catalog, client, documents, fence, textOf } = around;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  /** What an editor shows of the change, which is all that matters. */
  function shown(uri: string): string {
    const served = documents.get(uri);
    const ofGrants = served?.grants?.change?.();
    if (ofGrants !== undefined) return briefly(ofGrants) ?? "";
    const change = served?.change?.();
    if (served === undefined || change === undefined) return "";
    return JSON.stringify([
      served.findings(),
      compareVersions(change, catalog, "plaintext").figures,
      change.base.name,
    ]);
  }

  function lookAgain(): void {
    waiting = undefined;
    refreshDiagnostics(connection, client());
    refreshBesideText(connection, client());
  }

  connection.onNotification(
    BASE_NOTIFICATION,
    fence("base", undefined, (params: BaseParams) => {
      const { uri } = params;
      const before = shown(uri);
      if (!bases.set(params)) return;
      documents.forget(uri);
      if (shown(uri) === before) return;
      if (!client().pullsDiagnostics) around.publish(uri);
      waiting ??= setTimeout(lookAgain, PAUSE_MS);
    }),
  );
  connection.onRequest(
    COMPARE_REQUEST,
    fence("compare", null, (params: CompareParams): CompareResult | null =>
      compareTexts(params, {
        ...{ catalog, textOf },
        applications: around.applicationsFor(params.after.uri),
        read: (uri, text) => documents.readText(uri, text)?.file,
        grantsAt: (uri, text) => {
          // What is open may have been made a grants file by its language alone.
          const open = documents.get(uri);
          if (open?.grants !== undefined) return open.withText(text)?.grants;
          return isGrants({ uri }) ? documents.readText(uri, text)?.grants : undefined;
        },
      }),
    ),
  );
  connection.onRequest(
    ATTACHED_PATHS_REQUEST,
    fence(
      "attachedPaths",
      [],
      ({ text }: AttachedPathsParams): AttachedPaths => namedPaths(readGrants(text, catalog).grants),
    ),
  );
  return { stop: () => clearTimeout(waiting) };
}

export interface Comparing {
  readonly catalog: Catalog;
  readonly applications: readonly Application[];
  /** The text of an open document. */
  readonly textOf: (uri: string) => string | undefined;
  /** What is in a text of that name; undefined where it is none of ours. */
  readonly read: (uri: string, text: string) => PolicyFile | undefined;
  /** Undefined where a document of that name is no grants file. */
  readonly grantsAt: (uri: string, text: string) => DocumentGrants | undefined;
}

/** Null where neither version has a policy. */
export function compareTexts(params: CompareParams, comparing: Comparing): ChangeWords | null {
  const { before, after, format, isNamed } = params;
  const { catalog, applications, grantsAt, read, textOf } = comparing;
  const text = after.text === undefined ? (textOf(after.uri) ?? null) : after.text;
  const grants = grantsAt(after.uri, text ?? "");
  if (grants !== undefined) {
    const fileAt = filesOf(after.files, grants.files(), catalog);
    const context = { catalog, applications, effort: WHOLE_PAGE };
    return compareGrantsVersions(grantsChangeOf(before, { text, fileAt }, context), catalog, format);
  }
  const readNamed = (given: string) =>
    readPolicyFile(given, {
      dialects: catalog.dialects,
      fileName: fileNameOf(after.uri),
      declared: true,
    });
  const readAny = (given: string) => (isNamed ? readNamed(given) : read(after.uri, given));
  const file = text === null ? undefined : readAny(text);
  const isOurs = file !== undefined || (before.text !== null && readAny(before.text) !== undefined);
  if (!isOurs) return null;
  const now = text === null ? null : { text, file: file ?? readNamed(text) };
  const change = changeOf(before, now, { catalog, applications });
  if (change !== undefined) return compareVersions(change, catalog, format);
  return before.text === text ? unchanged() : null;
}

function unchanged(): ChangeWords {
  return {
    verdict: "unchanged",
    title: l10n.t("the same text"),
    ...{ figures: [], isNew: false, isDeleted: false, mayHide: false },
    ...{ gained: [], lost: [], undecided: [], gaps: [] },
  };
}
