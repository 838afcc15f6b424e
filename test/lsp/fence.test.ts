// A fault of ours is told in the log and answered with nothing, whoever set off the work: the server goes on.
import { afterEach, expect, test } from "vitest";
import { LogMessageNotification } from "vscode-languageserver";
import { filesIn, type Session, startSession } from "../support/session.js";

const TEAM = "file:///workspace/team.grants.json";
const GRANTS = `{ "dialect": "cam", "users": { "li.wei": { "policies": ["./a.policy.json"] } } }`;

let session: Session;
afterEach(() => session.stop());

test("a fault in what a timer set off is logged", async () => {
  let isBroken = false;
  let logged = (_message: string) => {};
  const told = new Promise<string>((resolve) => {
    logged = resolve;
  });
  session = await startSession({
    folders: ["file:///workspace"],
    workspaceFiles: {
      ...filesIn(new Map()),
      read() {
        if (isBroken) throw new Error("read by mistake");
        return undefined;
      },
    },
    prepare: (client) =>
      client.onNotification(LogMessageNotification.type, ({ message }) => {
        if (message.includes("read by mistake")) logged(message);
      }),
  });
  await session.open(TEAM, GRANTS, "access-grants");
  isBroken = true;
  await session.open("file:///workspace/b.policy.json", "{}");
  expect(await told).toContain("grants failed");
});
