// What the editor shows beside a policy and in its look: lines above statements, hints, colors, links, folds.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, open, openUntitled, positionOf } from "./support.js";

const POLICY = `{
  "version": "2.0",
  "statement": [
    {
      "effect": "deny",
      "action": ["trtc:RemoveUser", "im:*"],
      "resource": ["qcs::trtc::uin/100012345678:sdkappid/1400100200"]
    }
  ]
}
`;

suite("beside the text", () => {
  teardown(closeAll);

  test("a line above each statement says what it allows, and when", async () => {
    const { document } = await open("conditions.policy.json");
    const titles = await lensTitles(document);
    assert.ok(
      titles.includes("allow · 1 read, 2 write · app 1400100200 · only from 10.0.0.0/8"),
      titles.join("\n"),
    );
    assert.match(titles.join("\n"), /^2 statements · allows .* of 6144 characters$/m);
  });

  test("the setting turns the lines off, and on again", async () => {
    const { document } = await open("conditions.policy.json");
    const settings = vscode.workspace.getConfiguration("accessPolicy");
    assert.notDeepEqual(await lensTitles(document), []);
    await settings.update("codeLens", false, vscode.ConfigurationTarget.Global);
    try {
      await untilLenses(document, (titles) => titles.length === 0);
    } finally {
      await settings.update("codeLens", undefined, vscode.ConfigurationTarget.Global);
    }
    await untilLenses(document, (titles) => titles.length > 0);
  });

  test("a wildcard says how much it reaches", async () => {
    const { document } = await openUntitled("access-policy", POLICY);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      "vscode.executeInlayHintProvider",
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
    );
    const labels = hints.map(({ label }) => label);
    assert.equal(labels.length, 1, labels.join("\n"));
    assert.match(String(labels[0]), /^\d+ read, \d+ write, and more$/);
  });

  test("words are colored by what they mean", async () => {
    const { document } = await openUntitled("access-policy", POLICY);
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      "vscode.provideDocumentSemanticTokensLegend",
      document.uri,
    );
    const { data } = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      "vscode.provideDocumentSemanticTokens",
      document.uri,
    );
    const types = Array.from(
      { length: data.length / 5 },
      (_, at) => legend.tokenTypes[data[at * 5 + 3] ?? 0],
    );
    assert.deepEqual(types, ["keyword", "function", "operator", "number"]);
  });

  test("an action leads to its documentation, and the parts of a text fold and are selected", async () => {
    const { document } = await openUntitled("access-policy", POLICY);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      "vscode.executeLinkProvider",
      document.uri,
    );
    assert.deepEqual(
      links.map(({ range }) => document.getText(range)),
      ["trtc:RemoveUser"],
    );
    assert.match(String(links[0]?.target), /^https:/);
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      "vscode.executeFoldingRangeProvider",
      document.uri,
    );
    assert.deepEqual(
      folds.map(({ start, end }) => [start, end]),
      [
        [0, 8],
        [2, 7],
        [3, 6],
      ],
    );
    const [selection] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      "vscode.executeSelectionRangeProvider",
      document.uri,
      [positionOf(document, "1400100200", 4)],
    );
    const texts: string[] = [];
    for (let step = selection; step !== undefined; step = step.parent)
      texts.push(document.getText(step.range));
    assert.ok(texts.includes("1400100200"), texts.join("\n"));
    assert.ok(texts.includes("sdkappid/1400100200"), texts.join("\n"));
  });
});

async function lensTitles({ uri }: vscode.TextDocument): Promise<string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    "vscode.executeCodeLensProvider",
    uri,
    100,
  );
  return lenses.map(({ command }) => command?.title ?? "");
}

/** Nothing tells when a server has read its settings: it is asked until it has. */
async function untilLenses(
  document: vscode.TextDocument,
  isRight: (titles: readonly string[]) => boolean,
): Promise<void> {
  for (let tries = 0; tries < 200; tries++) if (isRight(await lensTitles(document))) return;
  assert.fail("the lines did not change");
}
