// A server that answers nothing: the way there and back, through the library that ours is built on.
const { createConnection, ProposedFeatures, TextDocumentSyncKind } = require("vscode-languageserver/node");

const connection = createConnection(ProposedFeatures.all);
connection.onInitialize(() => ({
  capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental, hoverProvider: true },
}));
connection.onHover(() => null);
connection.listen();
