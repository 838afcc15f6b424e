// What the editor's side has of the language server.
import type { BaseLanguageClient } from "vscode-languageclient";

/** Starts the server where nothing has done so yet. Whether it could be started, the state of the client says. */
export type Ready = () => Promise<BaseLanguageClient>;

/** As much of a client as is needed to ask the server. */
export interface Server {
  readonly sendRequest: <Result>(method: string, params: unknown) => Promise<Result>;
}
