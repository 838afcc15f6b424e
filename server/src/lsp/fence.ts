// One fence around every handler: a fault of ours is logged and answered with nothing, and the server goes on.
// What a platform has to fetch before a document can be served is waited for here.
import type { RemoteConsole } from "vscode-languageserver";
import type { ServedDocument } from "../features/document.js";

export type Fence = ReturnType<typeof createFence>;

/** A request about one document: nothing for documents that are not ours. */
export type AskDocument = <Params extends { textDocument: { uri: string } }, Result>(
  name: string,
  nothing: Result,
  answer: (document: ServedDocument, params: Params) => Result,
) => (params: Params) => Promise<Result>;

export function createFence(
  console: RemoteConsole,
  prepare: (uri: string) => Promise<void> | undefined = () => undefined,
) {
  return function fence<Params, Result>(
    name: string,
    fallback: Result,
    handler: (params: Params) => Result | Promise<Result>,
  ): (params: Params) => Promise<Result> {
    return async (params) => {
      try {
        const uri = documentOf(params);
        const prepared = uri === undefined ? undefined : prepare(uri);
        if (prepared !== undefined) await prepared;
        return await handler(params);
      } catch (error) {
        console.error(`${name} failed: ${stackOf(error)}`);
        return fallback;
      }
    };
  };
}

/** For what nobody waits for, such as the work of a timer: there a fault would end the server. */
export function fenced(console: Pick<RemoteConsole, "error">, name: string, work: () => void): () => void {
  return () => {
    try {
      work();
    } catch (error) {
      console.error(`${name} failed: ${stackOf(error)}`);
    }
  };
}

/** For the log. */
export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Requests of the protocol say `textDocument: { uri }`, most of ours `uri`. */
function documentOf(params: unknown): string | undefined {
  if (typeof params !== "object" || params === null) return undefined;
  const named = "textDocument" in params ? params.textDocument : params;
  if (typeof named !== "object" || named === null || !("uri" in named)) return undefined;
  return typeof named.uri === "string" ? named.uri : undefined;
}
