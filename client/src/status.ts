// The language status of the active document: its dialect, and how many errors and warnings were found.
// The server is asked; a document that is none of ours has no status.
import {
  commands,
  Disposable,
  type DocumentFilter,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  window,
} from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { STATUS_REQUEST, type StatusParams, type StatusResult } from "../../server/src/protocol/status.js";
import { errorsInWords, inRow, warningsInWords } from "./words.js";

export function showStatus(client: BaseLanguageClient, selector: readonly DocumentFilter[]): Disposable {
  let item: LanguageStatusItem | undefined;
  const clear = () => {
    item?.dispose();
    item = undefined;
    setIsPolicy(false);
  };
  let isPolicy = false;
  /** For menus: whether the document in front is one of ours, whatever its language is. */
  const setIsPolicy = (now: boolean) => {
    if (now === isPolicy) return;
    isPolicy = now;
    commands.executeCommand("setContext", "accessPolicy.isPolicy", now);
  };

  const update = async () => {
    const document = window.activeTextEditor?.document;
    if (!document || client.state !== State.Running || languages.match(selector, document) === 0) {
      clear();
      return;
    }
    const params: StatusParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    const status = await client.sendRequest<StatusResult | null>(STATUS_REQUEST, params);
    // Another editor may have come to the front while the server was answering.
    if (window.activeTextEditor?.document !== document) {
      return;
    }
    if (!status) {
      clear();
      return;
    }
    setIsPolicy(true);
    item ??= createItem(selector);
    fill(item, status);
  };
  // A server on its way out answers nothing; the next change asks again.
  const updateSafely = () => void update().catch(clear);

  updateSafely();
  return Disposable.from(
    new Disposable(clear),
    window.onDidChangeActiveTextEditor(updateSafely),
    client.onDidChangeState(updateSafely),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const active = window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) {
        updateSafely();
      }
    }),
  );
}

function createItem(selector: readonly DocumentFilter[]): LanguageStatusItem {
  const item = languages.createLanguageStatusItem("accessPolicy.status", selector);
  item.name = "Access Policy";
  item.command = { title: l10n.t("Show Problems"), command: "workbench.actions.view.problems" };
  return item;
}

function fill(item: LanguageStatusItem, status: StatusResult): void {
  const { title, catalogDate, errors, warnings, suppressed } = status;
  const findings = [
    ...(errors + warnings === 0
      ? [l10n.t("no findings")]
      : [errorsInWords(errors), warningsInWords(warnings)]),
    ...(suppressed === 0 ? [] : [l10n.t("{count} suppressed", { count: suppressed })]),
  ];
  const dialect = title || l10n.t("Unknown dialect");
  item.text = l10n.t("{dialect}: {findings}", { dialect, findings: inRow(findings) });
  item.detail = l10n.t("facts of {date}", { date: catalogDate });
  item.severity =
    errors > 0
      ? LanguageStatusSeverity.Error
      : warnings > 0
        ? LanguageStatusSeverity.Warning
        : LanguageStatusSeverity.Information;
}
