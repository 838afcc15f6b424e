// The command "Explain This Policy": what it lets someone do, as a page beside the editor.
import { commands, type Disposable, l10n } from "vscode";
import {
  EXPLAIN_REQUEST,
  type ExplainParams,
  type MarkdownResult,
} from "../../../server/src/protocol/explain.js";
import type { Pages } from "../pages.js";
import type { Ready } from "../server.js";
import { nameOf, placeIn, sayNoPolicy, targetOf } from "../target.js";

export function registerExplain(ready: Ready, pages: Pages): Disposable {
  return commands.registerCommand("accessPolicy.explain", async (...given: unknown[]) => {
    const document = await targetOf(given[0]);
    if (document === undefined) return;
    const client = await ready();
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const position = placeIn(given);
    const params: ExplainParams = { uri, ...(position !== undefined && { position }) };
    const result = await client.sendRequest<MarkdownResult | null>(EXPLAIN_REQUEST, params);
    if (result === null) {
      sayNoPolicy(document);
      return;
    }
    const name = l10n.t("Access of {file}", { file: nameOf(document) });
    await pages.show(name, { method: EXPLAIN_REQUEST, params: { uri } }, result.anchor);
  });
}
