// Where something is, as SARIF says it: files as URIs, and regions with lines and columns from 1.
import { isAbsolute, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as l10n from "@vscode/l10n";
import { type LineIndex, positionAt, type Span } from "../../core/index.js";

export interface ArtifactPlace {
  readonly uri: string;
  readonly uriBaseId?: string;
  readonly index?: number;
}

/** By convention the root of the sources; whoever reads the report knows where that is. */
export const BASE = "%SRCROOT%";

export function describeBase(): string {
  return l10n.t("The folder in which the program ran.");
}

export function artifactPlace(path: string, cwd: string): ArtifactPlace {
  const segments = path.split("/");
  // A relative reference must not lead out of the folder that it is relative to.
  if (isAbsolute(path) || segments.includes("..")) return { uri: pathToFileURL(resolve(cwd, path)).href };
  return { uri: segments.map(encodeSegment).join("/"), uriBaseId: BASE };
}

export function regionOf({ start, end }: Span, lines: LineIndex) {
  const from = positionAt(lines, start);
  const to = positionAt(lines, end);
  return {
    startLine: from.line + 1,
    startColumn: from.column + 1,
    endLine: to.line + 1,
    endColumn: to.column + 1,
  };
}

/** Half a character, which Windows allows in names, cannot be encoded. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, "\ufffd"));
}
