// Writing the actions that a pattern reaches in its place, wherever the cursor touches it.
import { describe, expect, test } from "vitest";
import type { CodeActionContext } from "vscode-languageserver-types";
import { applyEdits, offsetAt } from "../../server/src/core/index.js";
import { expandWildcard } from "../../server/src/features/expand-wildcard.js";
import { toPosition } from "../../server/src/features/to-lsp.js";
import { serve, splitCursor } from "../support/cursor.js";
import { services } from "../support/served.js";

const ABILITIES = { documentChanges: false, resolvesEdits: false, createsFiles: false };
const REFACTOR = ["refactor.rewrite"];

/** Title and text after each action that is offered. */
function expanded(
  source: string,
  only: CodeActionContext["only"] = REFACTOR,
): readonly (readonly string[])[] {
  const { text, offset } = splitCursor(source);
  const document = serve(text);
  const position = toPosition(document.lines, offset);
  const range = { start: position, end: position };
  return expandWildcard(document, { range, context: { ...(only && { only }) } }, ABILITIES, services).map(
    ({ title, kind, edit }) => {
      expect(kind).toBe("refactor.rewrite.expandWildcard");
      const changes = edit?.changes?.[document.uri] ?? [];
      const at = ({ line, character }: { line: number; character: number }) =>
        offsetAt(document.lines, { line, column: character });
      const edits = changes.map(({ range: { start, end }, newText }) => ({
        span: { start: at(start), end: at(end) },
        text: newText,
      }));
      return [title, applyEdits(text, edits)];
    },
  );
}

const otc = (actions: string) =>
  `{ "Version": "1.1", "Statement": [{ "Effect": "Deny", "Action": ${actions} }] }`;
const cam = (actions: string, resource = '"*"') =>
  `{ "version": "2.0", "statement": [{ "effect": "deny", "action": ${actions}, "resource": ${resource} }] }`;

describe("expand a wildcard", () => {
  test("is exact where the list of the service is complete", () => {
    expect(expanded(otc('["ims:im|ages:*"]'))).toEqual([
      [
        "Replace by the 4 actions it reaches",
        otc('["ims:images:create", "ims:images:delete", "ims:images:get", "ims:images:list"]'),
      ],
    ]);
    expect(expanded(otc('["ims:*:d|elete"]'))).toEqual([
      ["Replace by the action it reaches", otc('["ims:images:delete"]')],
    ]);
  });

  test("says that it may reach more where the list is not complete", () => {
    expect(expanded(cam('"name/trtc:Describe|R*"'))).toEqual([
      [
        "Replace by the action that the catalog of 2026-11 knows (it may reach more)",
        cam('["name/trtc:DescribeRoomInfo"]'),
      ],
    ]);
  });

  test("leaves out what stands there already, and what would have no effect", () => {
    const app = '"qcs::trtc::uin/1:sdkappid/1"';
    expect(expanded(cam('["trtc:De|scribe*", "trtc:DescribeRoomInfo"]', app))).toEqual([
      [
        "Replace by the 2 actions that the catalog of 2026-11 knows (it may reach more)",
        cam('["trtc:DescribeUserInfo", "trtc:DescribeVocabulary", "trtc:DescribeRoomInfo"]', app),
      ],
    ]);
  });

  test("works inside a string", () => {
    const request = (actions: string) => JSON.stringify({ PolicyName: "a", PolicyDocument: cam(actions) });
    expect(expanded(request('"trtc:De|scribeR*"'))).toEqual([
      [
        "Replace by the action that the catalog of 2026-11 knows (it may reach more)",
        request('["trtc:DescribeRoomInfo"]'),
      ],
    ]);
  });

  test.each([
    ["a name", cam('"trtc:Remove|User"')],
    ["every action of every service", cam('"|*"')],
    ["what reaches nothing", cam('"trtc:Foo|*"')],
    ["another place", `|${cam('"trtc:Describe*"')}`],
  ])("is not offered for %s", (_, source) => {
    expect(expanded(source)).toEqual([]);
  });

  test("is not offered beside a fix that is the same, nor to those who ask for something else", () => {
    const allowed = otc('["ims:im|ages:*"]').replace("Deny", "Allow");
    expect(expanded(allowed)).toHaveLength(1);
    expect(expanded(allowed, [])).toEqual([]);
    expect(expanded(allowed, ["quickfix"])).toEqual([]);
    expect(expanded(otc('["ims:im|ages:*"]'), [])).toHaveLength(1);
  });
});
