// One fence around every handler: a fault of ours is logged and answered with nothing, and the server goes on.
import type { RemoteConsole } from "vscode-languageserver";

export function createFence(console: RemoteConsole) {
  return function fence<Params, Result>(
    name: string,
    fallback: Result,
    handler: (params: Params) => Result | Promise<Result>,
  ): (params: Params) => Promise<Result> {
    return async (params) => {
      try {
        return await handler(params);
      } catch (error) {
        console.error(
          `${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
        return fallback;
      }
    };
  };
}
