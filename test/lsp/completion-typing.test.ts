// A list that an editor was given stays right while a person types on: what the editor itself filters of it is what
// the server would say anew. Where that does not hold, the list says that it is to be asked for again.
import { expect, test } from "vitest";
import type { CompletionItem, CompletionList, Range } from "vscode-languageserver";
import { TRIGGER_CHARACTERS } from "../../server/src/features/completion.js";
import { MODERN, type Session, startSession } from "../support/session.js";

const URI = "file:///project/a.policy.json";

const inCam = (statement: string) => `{"version":"2.0","statement":[${statement}]}`;

const CASES: readonly (readonly [string, string, string])[] = [
  ["an action", inCam('{"action":["trtc:RemoveUser","|"]}'), "trtc:DescribeRoomInfo"],
  ["an action with the prefix", inCam('{"action":["|"]}'), "name/trtc:DismissRoom"],
  ["an action without quotes", inCam('{"action":[|]}'), "trtc:Describe"],
  ["a service without a list", inCam('{"action":["|"]}'), "cos:"],
  [
    "a resource",
    inCam('{"action":["trtc:*"],"resource":["|"]}'),
    "qcs::trtc::uin/100012345678:sdkappid/1400",
  ],
  ["a resource of another service", inCam('{"action":["cos:*"],"resource":["|"]}'), "qcs::cos:ap-gu"],
  [
    "an id of another application",
    inCam('{"action":["trtc:*"],"resource":["qcs::trtc::|"]}'),
    "uin/1000999:sdkappid/14002",
  ],
  ["an element", inCam('{"|"}'), "resource"],
  ["an element without quotes", inCam("{|}"), "condition"],
  ["an effect", inCam('{"effect":"|"}'), "allow"],
  ["an effect without quotes", inCam('{"effect":|}'), "deny"],
  ["an operator", inCam('{"condition":{"|"}}'), "for_any_value:string_equal_if"],
  ["a key", inCam('{"condition":{"ip_equal":{"|"}}}'), "qcs:ip"],
  ["a date", inCam('{"condition":{"date_less_than":{"qcs:current_time":["|"]}}}'), "2026-"],
  ["a tag", inCam('{"condition":{"string_equal":{"qcs:resource_tag":["|"]}}}'), "key"],
  ["a statement", inCam("|"), "allow"],
  ["a preset as a statement", inCam("|"), "Qcloud"],
  ["an otc action", '{"Version":"1.1","Statement":[{"Action":["|"]}]}', "ims:images:get"],
  [
    "an otc resource",
    '{"Version":"1.1","Statement":[{"Action":["obs:*:*"],"Resource":["|"]}]}',
    "obs:eu-de:*:",
  ],
  ["the name of a policy", '{"PolicyName":"|","PolicyDocument":"{}"}', "QcloudT"],
];

test.each(CASES)("%s is typed", async (_, source, typed) => {
  const session = await startSession({
    capabilities: MODERN,
    settings: { applications: [{ sdkAppId: "1400100200", label: "Live prod", account: "100012345678" }] },
  });
  const at = source.indexOf("|");
  const around = [source.slice(0, at), source.slice(at + 1)] as const;
  const textWith = (written: string) => around.join(written);
  await session.open(URI, textWith(""));
  let list = await ask(session, at);
  let askedAt = 0;
  for (let length = 1; length <= typed.length; length++) {
    await session.change(URI, length + 1, textWith(typed.slice(0, length)));
    const fresh = await ask(session, at + length);
    const isAskedAgain = list.isIncomplete || TRIGGER_CHARACTERS.includes(typed[length - 1] ?? "");
    if (!isAskedAgain) {
      const text = textWith(typed.slice(0, length));
      const cursor = at + length;
      const grown = length - askedAt;
      const kept = list.items.map((item) => grow(item, grown)).filter((item) => fits(item, text, cursor));
      const anew = fresh.items.filter((item) => fits(item, text, cursor));
      expect(kept.map(tell).sort(), `after ${typed.slice(0, length)}`).toEqual(anew.map(tell).sort());
      continue;
    }
    list = fresh;
    askedAt = length;
  }
  await session.stop();
});

test("what is proposed at an end is the whole of what was typed", async () => {
  const session = await startSession();
  const source = inCam('{"action":["trtc:RemoveUs"]}');
  const at = source.indexOf('"]}');
  await session.open(URI, source);
  const { items } = await ask(session, at);
  const item = items.find(({ label }) => label === "trtc:RemoveUser");
  expect(rangeOf(item)).toEqual({
    start: { line: 0, character: at - "trtc:RemoveUs".length },
    end: { line: 0, character: at },
  });
  await session.stop();
});

async function ask({ client }: Session, character: number): Promise<CompletionList> {
  return client.sendRequest("textDocument/completion", {
    textDocument: { uri: URI },
    position: { line: 0, character },
  });
}

/** What an editor does with the range of a proposal while a person types inside it. */
function grow(item: CompletionItem, by: number): CompletionItem {
  const range = rangeOf(item);
  if (range === undefined || item.textEdit === undefined) return item;
  const end = { ...range.end, character: range.end.character + by };
  return { ...item, textEdit: { ...item.textEdit, range: { start: range.start, end } } };
}

/** As editors filter: the characters that are written stand in the text of the proposal, in this order. */
function fits(item: CompletionItem, text: string, cursor: number): boolean {
  const written = text.slice(rangeOf(item)?.start.character ?? cursor, cursor).toLowerCase();
  let found = 0;
  for (const character of (item.filterText ?? item.label).toLowerCase()) {
    if (character === written[found]) found++;
  }
  return found === written.length;
}

function rangeOf(item: CompletionItem | undefined): Range | undefined {
  const edit = item?.textEdit;
  return edit !== undefined && "range" in edit ? edit.range : undefined;
}

function tell(item: CompletionItem): string {
  return JSON.stringify([item.label, rangeOf(item), item.textEdit?.newText]);
}
