// Choosing from a list, or typing what is in none: what a person sees and gets, with an editor that is made up.
import { beforeEach, expect, test, vi } from "vitest";

interface Item {
  readonly label: string;
  readonly detail?: string;
  readonly kind?: number;
}

const editor = vi.hoisted(() => {
  type Listener = (value?: unknown) => unknown;
  const listeners = new Map<string, Listener>();
  const on = (name: string) => (listener: Listener) => void listeners.set(name, listener);
  const shown: { items: readonly Item[]; selectedItems: readonly Item[]; buttons: readonly unknown[] } = {
    ...{ items: [], selectedItems: [], buttons: [] },
  };
  const typed: { value: string; validationMessage: string | undefined } = {
    ...{ value: "", validationMessage: undefined },
  };
  const box = {
    ...shown,
    ...typed,
    ...{ onDidAccept: on("accept"), onDidChangeValue: on("change"), onDidHide: on("hide") },
    onDidTriggerButton: on("button"),
    show() {},
    dispose() {},
  };
  return {
    box,
    happens: async (name: string, value?: unknown) => listeners.get(name)?.(value),
    BACK: { iconPath: "back" },
  };
});

vi.mock("vscode", () => ({
  QuickInputButtons: { Back: editor.BACK },
  QuickPickItemKind: { Separator: -1, Default: 0 },
  window: { createQuickPick: () => editor.box, createInputBox: () => editor.box },
}));

const { choose } = await import("../../client/src/ask/choose.js");
const { type } = await import("../../client/src/ask/type.js");

const { box, happens } = editor;
const groups = [
  {
    heading: "TRTC",
    choices: [{ value: "trtc:RemoveUser", description: "write" }, { value: "trtc:DismissRoom" }],
  },
];
const labels = () => box.items.map(({ label }) => label);

beforeEach(() => {
  Object.assign(box, { items: [], selectedItems: [], buttons: [], value: "", validationMessage: undefined });
});

test("what is chosen is what is meant", async () => {
  const chosen = choose({ title: "t", placeholder: "p", groups });
  expect(labels()).toEqual(["TRTC", "trtc:RemoveUser", "trtc:DismissRoom"]);
  expect(box.buttons).toEqual([]);
  box.selectedItems = box.items.slice(2);
  await happens("accept");
  expect(await chosen).toEqual({ value: "trtc:DismissRoom" });
});

test("what stands in no list can be used, once it is right", async () => {
  const faultOf = async (text: string) => (text.includes("*") ? "it is a pattern" : undefined);
  const chosen = choose({ title: "t", placeholder: "p", groups, faultOf, asTyped: "as typed" });
  await happens("change", "remove");
  expect(labels()[0]).toBe("TRTC");
  await happens("change", "trtc:*");
  expect(labels()[0]).toBe("trtc:*");
  box.selectedItems = box.items.slice(0, 1);
  await happens("accept");
  expect(box.items[0]).toMatchObject({ label: "trtc:*", detail: "$(warning) it is a pattern" });
  await happens("change", "trtc:New");
  box.selectedItems = box.items.slice(0, 1);
  await happens("accept");
  expect(await chosen).toEqual({ value: "trtc:New" });
});

test("what is wrong with a text is not said of the next one", async () => {
  let answerLate = (_fault: string | undefined) => {};
  const late = new Promise<string | undefined>((resolve) => {
    answerLate = resolve;
  });
  const chosen = choose({ title: "t", placeholder: "p", groups, faultOf: () => late });
  await happens("change", "trtc:*");
  box.selectedItems = box.items.slice(0, 1);
  const accepted = happens("accept");
  await happens("change", "trtc:New");
  answerLate("it is a pattern");
  await accepted;
  expect(box.items[0]).toMatchObject({ label: "trtc:New" });
  expect(box.items[0]?.detail).toBeUndefined();
  await happens("hide");
  expect(await chosen).toBeUndefined();
});

test("only the list counts where nothing else can be right", async () => {
  const chosen = choose({ title: "t", placeholder: "p", groups });
  await happens("change", "trtc:New");
  expect(labels()).toEqual(["TRTC", "trtc:RemoveUser", "trtc:DismissRoom"]);
  await happens("accept");
  await happens("hide");
  expect(await chosen).toBeUndefined();
});

test("there is a way back", async () => {
  const chosen = choose({ title: "t", placeholder: "p", groups, goesBack: true });
  expect(box.buttons).toEqual([editor.BACK]);
  await happens("button", editor.BACK);
  expect(await chosen).toBe("back");
});

test("what is typed is judged while it is typed, and taken when it is right", async () => {
  const faultOf = async (text: string) => (text === "10.0.0.1" ? undefined : "no address");
  const answer = type({ title: "t", prompt: "p", placeholder: "", faultOf });
  box.value = "10.0";
  await happens("change", box.value);
  expect(box.validationMessage).toBe("no address");
  await happens("accept");
  box.value = "10.0.0.1";
  await happens("change", box.value);
  expect(box.validationMessage).toBeUndefined();
  await happens("accept");
  expect(await answer).toEqual({ text: "10.0.0.1" });
});

test("an answer about what was typed before is not shown", async () => {
  let answerLate = (_fault: string | undefined) => {};
  const late = new Promise<string | undefined>((resolve) => {
    answerLate = resolve;
  });
  const answer = type({
    ...{ title: "t", prompt: "p", placeholder: "", goesBack: true },
    faultOf: (text) => (text === "slow" ? late : Promise.resolve(undefined)),
  });
  box.value = "slow";
  await happens("change");
  box.value = "quick";
  await happens("change");
  answerLate("wrong");
  await late;
  expect(box.validationMessage).toBeUndefined();
  await happens("button", editor.BACK);
  expect(await answer).toBe("back");
});
