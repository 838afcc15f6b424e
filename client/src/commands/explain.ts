// The command "Explain This Policy": what it lets someone do, as a page beside the editor.
import { commands, type Disposable } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  EXPLAIN_REQUEST,
  type ExplainParams,
  type MarkdownResult,
} from "../../../server/src/protocol/explain.js";
import type { Pages } from "../pages.js";
import { nameOf, sayNoPolicy, targetOf } from "../target.js";

export function registerExplain(
  ready: () => Promise<BaseLanguageClient | undefined>,
  pages: Pages,
): Disposable {
  return commands.registerCommand("accessPolicy.explain", async (target?: unknown, place?: unknown) => {
    const document = await targetOf(target);
    const client = document && (await ready());
    if (client === undefined || document === undefined) return;
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const params: ExplainParams = { uri, ...(isPosition(place) && { position: place }) };
    const result = await client.sendRequest<MarkdownResult | null>(EXPLAIN_REQUEST, params);
    if (result === null) {
      sayNoPolicy(document);
      return;
    }
    await pages.show(
      WORDS.page(nameOf(document)),
      { method: EXPLAIN_REQUEST, params: { uri } },
      result.anchor,
    );
  });
}

/** From a menu come other things. */
function isPosition(place: unknown): place is NonNullable<ExplainParams["position"]> {
  return typeof place === "object" && place !== null && "line" in place && "character" in place;
}

const WORDS = { page: (name: string) => `Access of ${name}` } as const;
