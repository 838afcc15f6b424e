// Asks the editor to ask again, for what has changed without a change of the text.
import type { CodeLensRefreshRequest, Connection, DiagnosticRefreshRequest } from "vscode-languageserver";

/** An editor that refuses, or is on its way out, looks again when it likes. */
export function requestRefresh(
  connection: Pick<Connection, "sendRequest">,
  request: typeof CodeLensRefreshRequest.type | typeof DiagnosticRefreshRequest.type,
): void {
  connection.sendRequest(request).catch(() => undefined);
}
