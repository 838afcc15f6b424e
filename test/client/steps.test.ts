// Asking one thing after the other, with a way back.
import { expect, test } from "vitest";
import { type Answered, askAll } from "../../client/src/ask/steps.js";

/** Puts questions that are answered in turn as given; says which were put. */
async function asked(answers: Readonly<Record<string, readonly Answered[]>>) {
  const names = Object.keys(answers);
  const left = new Map(Object.entries(answers).map(([name, given]) => [name, [...given]]));
  const put: string[] = [];
  const done = await askAll(async (at) => {
    const name = names[at];
    if (name === undefined) return undefined;
    return async () => {
      put.push(name);
      return left.get(name)?.shift() ?? "cancelled";
    };
  });
  return { done, put: put.join(" ") };
}

test("all are asked, in turn", async () => {
  expect(await asked({ a: ["answered"], b: ["skipped"], c: ["answered"] })).toEqual({
    done: true,
    put: "a b c",
  });
});

test("the way back passes over what was not asked", async () => {
  const answers = {
    a: ["answered", "answered"],
    b: ["skipped", "skipped", "skipped"],
    c: ["back", "answered"],
  } as const;
  expect(await asked(answers)).toEqual({ done: true, put: "a b c b a b c" });
});

test("before the first question there is nothing to go back to", async () => {
  expect(await asked({ a: ["skipped", "skipped", "skipped"], b: ["back", "answered"] })).toEqual({
    done: true,
    put: "a b a a b",
  });
});

test("thinking better of it ends it", async () => {
  expect(await asked({ a: ["answered"], b: ["cancelled"], c: [] })).toEqual({ done: false, put: "a b" });
});

test("what is asked may hang on what was answered", async () => {
  let keys: readonly string[] = [];
  const put: string[] = [];
  await askAll(async (at) => {
    if (at === 0) {
      return async () => {
        keys = ["x", "y"];
        return "answered";
      };
    }
    const key = keys[at - 1];
    if (key === undefined) return undefined;
    return async () => {
      put.push(key);
      return "answered";
    };
  });
  expect(put).toEqual(["x", "y"]);
});
