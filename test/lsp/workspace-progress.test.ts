// Long work in the workspace is shown to clients that can show it, and short work is not.
import { afterEach, expect, test } from "vitest";
import { WorkDoneProgress, WorkDoneProgressCreateRequest } from "vscode-languageserver";
import { filesIn, MODERN, type Session, startSession } from "../support/session.js";

const A = "file:///project/a.policy.json";
const B = "file:///project/b.policy.json";
const texts = new Map([
  [A, "{}"],
  [B, "{}"],
]);

let session: Session;
afterEach(() => session.stop());

/** What is shown while two files are looked at, each look at the clock taking so long; `ended` may never come. */
async function shownFor(milliseconds: number) {
  let time = 0;
  const shown: unknown[] = [];
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  session = await startSession({
    capabilities: { ...MODERN, window: { workDoneProgress: true } },
    folders: ["file:///project"],
    workspaceFiles: { ...filesIn(texts), now: () => (time += milliseconds) },
    prepare(client) {
      client.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
        client.onProgress(WorkDoneProgress.type, token, (value) => {
          shown.push(value);
          if (value.kind === "end") end();
        });
      });
    },
  });
  await session.client.sendRequest("workspace/diagnostic", { previousResultIds: [] });
  return { shown, ended };
}

test("work of seconds is shown until it ends", async () => {
  const { shown, ended } = await shownFor(600);
  await ended;
  expect(shown.at(0)).toMatchObject({ kind: "begin", title: "Checking the policies of the workspace" });
  expect(shown).toContainEqual({ kind: "report", message: "2 files" });
  expect(shown.at(-1)).toEqual({ kind: "end" });
});

test("work of a moment is not", async () => {
  expect((await shownFor(0)).shown).toEqual([]);
});
