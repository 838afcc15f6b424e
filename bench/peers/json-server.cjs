// VS Code's JSON language service behind a server as thin as can be: stronger than the server that VS Code ships,
// which adds settings, polyfills and waiting. The schema comes with the initialization options.
const {
  createConnection,
  ProposedFeatures,
  TextDocuments,
  TextDocumentSyncKind,
} = require("vscode-languageserver/node");
const { TextDocument } = require("vscode-languageserver-textdocument");
const { getLanguageService } = require("vscode-json-languageservice");

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
const service = getLanguageService({});
/** One parse for each version, as VS Code does it. */
const parsed = new Map();

connection.onInitialize(({ initializationOptions }) => {
  service.configure({
    validate: true,
    allowComments: false,
    schemas: [{ uri: "memory:schema.json", fileMatch: ["*.json"], schema: initializationOptions.schema }],
  });
  return {
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    },
  };
});
connection.languages.diagnostics.on(async ({ textDocument }) => {
  const document = documents.get(textDocument.uri);
  return { kind: "full", items: await service.doValidation(document, parse(document)) };
});
documents.listen(connection);
connection.listen();

function parse(document) {
  let known = parsed.get(document.uri);
  if (known?.version !== document.version) {
    known = { version: document.version, json: service.parseJSONDocument(document) };
    parsed.set(document.uri, known);
  }
  return known.json;
}
