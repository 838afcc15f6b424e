// The semantic tokens that an editor was given last for each document: after a keystroke it is told only what of
// them has changed.
import type { SemanticTokens, SemanticTokensDelta } from "vscode-languageserver";

export interface TokenMemory {
  readonly full: (uri: string, data: number[]) => SemanticTokens;
  /** All of them where it is not known what the editor has. */
  readonly since: (uri: string, previous: string, data: number[]) => SemanticTokens | SemanticTokensDelta;
  readonly forget: (uri: string) => void;
}

export function createTokenMemory(): TokenMemory {
  const given = new Map<string, { readonly resultId: string; readonly data: readonly number[] }>();
  let count = 0;
  function full(uri: string, data: number[]): { resultId: string; data: number[] } {
    count++;
    const resultId = String(count);
    given.set(uri, { resultId, data });
    return { resultId, data };
  }
  return {
    full,
    since(uri, previous, data) {
      const known = given.get(uri);
      const { resultId } = full(uri, data);
      if (known?.resultId !== previous) return { resultId, data };
      return { resultId, edits: difference(known.data, data) };
    },
    forget: (uri) => void given.delete(uri),
  };
}

/** One edit: what stands between the beginning and the end that both have. */
function difference(before: readonly number[], after: readonly number[]): SemanticTokensDelta["edits"] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const deleteCount = before.length - start - tail;
  const data = after.slice(start, after.length - tail);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
