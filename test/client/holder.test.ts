// Asking whose request it is, with a server and a person that are made up.
import { expect, test, vi } from "vitest";

interface Person {
  answer: { readonly value: string } | undefined;
  asked: number;
}

const person = vi.hoisted((): Person => ({ answer: undefined, asked: 0 }));

vi.mock("../../client/src/ask/choose.js", () => ({
  choose: async () => {
    person.asked++;
    return person.answer;
  },
}));

const { askForHolder } = await import("../../client/src/ask/holder.js");

const li = { value: "user li.wei", label: "li.wei" };
const server = (found: unknown) => ({
  sendRequest: async () => JSON.parse(JSON.stringify(found)),
});
const team = server({ groups: [{ heading: "Users", choices: [li] }] });

test("policies are asked themselves, and in a grants file without users nobody", async () => {
  expect(await askForHolder(server(null), "", undefined)).toBe("policies");
  expect(await askForHolder(server({ groups: [] }), "", undefined)).toBe("nobody");
  expect(person.asked).toBe(0);
});

test("who is given is not asked for, and who is not there is", async () => {
  expect(await askForHolder(team, "", "user li.wei")).toEqual(li);
  expect(person.asked).toBe(0);
  person.answer = { value: "user li.wei" };
  expect(await askForHolder(team, "", "user gone")).toEqual(li);
  expect(person.asked).toBe(1);
  person.answer = undefined;
  expect(await askForHolder(team, "", undefined)).toBeUndefined();
});
