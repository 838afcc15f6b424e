// What only some editors can show or do with a proposal: words beside the label, asking again, characters that accept.
import { expect, test } from "vitest";
import type { CompletionItem } from "vscode-languageserver-types";
import { completion } from "../../server/src/features/completion.js";
import type { Services } from "../../server/src/features/document.js";
import { toPosition } from "../../server/src/features/to-lsp.js";
import { serve, servicesWith, splitCursor } from "../support/cursor.js";

const ABLE: Partial<Services> = { labelDetails: true, suggestCommand: "suggest" };

function itemAt(source: string, label: string, abilities = ABLE): CompletionItem | undefined {
  const { text, offset } = splitCursor(source);
  const document = serve(text);
  const { items } = completion(document, toPosition(document.lines, offset), servicesWith([], abilities));
  return items.find((item) => item.label === label);
}

const inActions = (actions: string) => `{"version":"2.0","statement":[{"action":[${actions}]}]}`;
const inStatement = (entries: string) => `{"version":"2.0","statement":[{${entries}}]}`;

test("actions that write are marked beside their names", () => {
  expect(itemAt(inActions('"trtc:|"'), "trtc:RemoveUser")?.labelDetails).toEqual({ description: "write" });
  expect(itemAt(inActions('"trtc:|"'), "trtc:DescribeRoomInfo")?.labelDetails).toEqual({
    description: "read",
  });
  expect(itemAt(inActions('"trtc:|"'), "trtc:RemoveUser", {})?.labelDetails).toBeUndefined();
});

test("resources are told apart by their ends, and applications by their names", () => {
  const { text, offset } = splitCursor(
    '{"version":"2.0","statement":[{"action":["trtc:RemoveUser"],"resource":["|"]}]}',
  );
  const document = serve(text);
  const applications = [{ sdkAppId: "1400100200", label: "Live prod", account: "100012345678" }];
  const services = servicesWith(applications, ABLE);
  const [first] = completion(document, toPosition(document.lines, offset), services).items;
  const resource = "qcs::trtc::uin/100012345678:sdkappid/1400100200";
  expect(first).toMatchObject({
    label: "sdkappid/1400100200",
    labelDetails: { description: "Live prod" },
    detail: resource,
    filterText: `${resource} Live prod`,
  });
});

test("what is gone on with asks again", () => {
  expect(itemAt(inActions('"|"'), "trtc:")?.command?.command).toBe("suggest");
  expect(itemAt(inStatement('"|"'), "action")?.command?.command).toBe("suggest");
  expect(itemAt(inStatement('"condition":{"|"}'), "ip_equal")?.command?.command).toBe("suggest");
  expect(itemAt(inActions('"trtc:|"'), "trtc:RemoveUser")?.command).toBeUndefined();
  expect(itemAt(inActions('"|"'), "trtc:", {})?.command).toBeUndefined();
});

test.each([
  ["a closing quote, where there is one", '"effect": "|"', ['"']],
  ["a comma or bracket, where quotes come along", '"effect": |', [",", "}"]],
  ["nothing, where the quote is missing", '"effect": "al|', undefined],
  ["nothing, where a comma comes along", '"effect": | "action": []', undefined],
])("only words of a closed set are accepted by typing on: %s", (_, entries, characters) => {
  expect(itemAt(inStatement(entries), "allow")?.commitCharacters).toEqual(characters);
});

test("actions and ids are never accepted by typing on", () => {
  expect(itemAt(inActions('"trtc:|"'), "trtc:RemoveUser")?.commitCharacters).toBeUndefined();
  expect(itemAt(inActions("|"), "trtc:RemoveUser")?.commitCharacters).toBeUndefined();
});
