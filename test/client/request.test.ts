// Asking for a request step by step, with a server and a person that are made up.
import { beforeEach, expect, test, vi } from "vitest";

type Answer = { readonly value: string } | { readonly text: string } | "back" | undefined;

const person = vi.hoisted(() => {
  const answers: Answer[] = [];
  const asked: string[] = [];
  const ask = async ({ title, placeholder }: { title: string; placeholder: string }) => {
    asked.push(title === "Simulate a Request" ? placeholder : title);
    return answers.shift();
  };
  return { answers, asked, ask };
});

vi.mock("../../client/src/ask/choose.js", () => ({ choose: person.ask }));
vi.mock("../../client/src/ask/type.js", () => ({ type: person.ask }));

const { askForRequest } = await import("../../client/src/ask/request.js");

const URI = "file:///project/a.policy.json";
const key = (name: string, takesSeveral: boolean) => ({ name, prompt: "", takesSeveral, examples: [] });

/** Answers as the server would: resources do not count for `ims`, and only writes have conditions. */
async function answerOf(method: string, params: unknown): Promise<unknown> {
  const { uri, action }: { uri: string; action?: string } = JSON.parse(JSON.stringify(params));
  if (uri !== URI) return null;
  switch (method) {
    case "accessPolicy/requestActions":
      return { groups: [] };
    case "accessPolicy/requestResources":
      return { groups: [], isFixed: action?.startsWith("ims:") === true };
    case "accessPolicy/requestKeys":
      return { keys: action === "trtc:RemoveUser" ? [key("qcs:ip", false), key("qcs:tag", true)] : [] };
    default:
      throw new Error(`nobody answers ${method}`);
  }
}

const client = {
  sendRequest: async (method: string, params: unknown) =>
    JSON.parse(JSON.stringify(await answerOf(method, params))),
};

async function ask(answers: readonly Answer[], given = {}, uri = URI) {
  person.answers.push(...answers);
  return askForRequest(client, uri, given);
}

beforeEach(() => {
  person.answers.length = 0;
  person.asked.length = 0;
});

test("an action, a resource, and every key that is asked about", async () => {
  const answers = [{ value: "trtc:RemoveUser" }, { value: "r" }, { text: "10.0.0.1" }, { text: "a&b, c&d" }];
  expect(await ask(answers)).toEqual({
    ...{ uri: URI, action: "trtc:RemoveUser", resource: "r" },
    context: { "qcs:ip": ["10.0.0.1"], "qcs:tag": ["a&b", "c&d"] },
  });
  expect(person.asked).toEqual([
    "Which action is asked for?",
    "On which resource is trtc:RemoveUser asked for?",
    "Simulate a Request: qcs:ip",
    "Simulate a Request: qcs:tag",
  ]);
});

test("what the way back has changed counts, and nothing else", async () => {
  const answers = [
    ...[{ value: "trtc:RemoveUser" }, { value: "r" }, { text: "10.0.0.1" }, "back", "back", "back"],
    ...[{ value: "ims:images:get" }],
  ] as const;
  expect(await ask(answers)).toEqual({ uri: URI, action: "ims:images:get", context: {} });
});

test("a key without a value is absent", async () => {
  const answers = [{ value: "trtc:RemoveUser" }, { value: "r" }, { text: "" }, { text: "" }];
  expect(await ask(answers)).toMatchObject({ context: {} });
});

test("what is given is not asked for", async () => {
  const given = { action: "trtc:RemoveUser", resource: "r", context: {} };
  expect(await ask([], given)).toEqual({ uri: URI, ...given });
  expect(await ask([{ value: "r" }], { action: "trtc:DismissRoom" })).toMatchObject({
    resource: "r",
    context: {},
  });
  expect(person.asked).toEqual(["On which resource is trtc:DismissRoom asked for?"]);
});

test("whoever thinks better of it asks nothing, and of no policy nothing can be asked", async () => {
  expect(await ask([undefined])).toBeUndefined();
  expect(await ask([{ value: "trtc:RemoveUser" }, undefined])).toBeUndefined();
  expect(await ask([], {}, "file:///project/other.json")).toBe("no-policy");
});

test("whose request it is goes with every question", async () => {
  const sent: unknown[] = [];
  const server = {
    async sendRequest(method: string, params: unknown) {
      sent.push(params);
      return client.sendRequest(method, params);
    },
  };
  person.answers.push({ value: "trtc:RemoveUser" }, { value: "r" }, { text: "" }, { text: "" });
  expect(await askForRequest(server, URI, { holder: "user a" })).toMatchObject({ holder: "user a" });
  expect(sent.length).toBeGreaterThan(2);
  for (const params of sent) expect(params).toMatchObject({ uri: URI, holder: "user a" });
});
