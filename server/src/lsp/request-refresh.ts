// Asks the editor to ask again, for what has changed without a change of the text.
import {
  CodeLensRefreshRequest,
  type Connection,
  DiagnosticRefreshRequest,
  InlayHintRefreshRequest,
} from "vscode-languageserver";
import type { ClientAbilities } from "./abilities.js";

type Requests = Pick<Connection, "sendRequest">;

export function refreshDiagnostics(connection: Requests, client: ClientAbilities): void {
  if (client.pullsDiagnostics && client.refreshesDiagnostics)
    request(connection, DiagnosticRefreshRequest.type);
}

/** The lines above the text, and the hints in it. */
export function refreshBesideText(connection: Requests, client: ClientAbilities): void {
  if (client.refreshesCodeLens) request(connection, CodeLensRefreshRequest.type);
  if (client.refreshesInlayHints) request(connection, InlayHintRefreshRequest.type);
}

/** An editor that refuses, or is on its way out, looks again when it likes. */
function request(
  connection: Requests,
  type: typeof CodeLensRefreshRequest.type | typeof DiagnosticRefreshRequest.type,
): void {
  connection.sendRequest(type).catch(() => undefined);
}
