// A change of access in a few words, as the line above a policy says it.
import { expect, test } from "vitest";
import { cam, compare, describeBriefly, otc, readPolicyFile } from "../../../server/src/core/index.js";
import { miniCatalog } from "../../support/mini-catalog.js";

const APPLICATIONS = [{ sdkAppId: "1400100200", label: "Live prod" }];

function app(id: string): string {
  return `qcs::trtc::uin/100012345678:sdkappid/${id}`;
}

function statement(
  action: string | readonly string[],
  resource: string | readonly string[],
  more = {},
): object {
  return { effect: "allow", action, resource, ...more };
}

function briefly(before: readonly object[], after: readonly object[], more = {}): string {
  const read = (statements: readonly object[]) => {
    const text = JSON.stringify({ version: "2.0", statement: statements });
    return readPolicyFile(text, { dialects: [cam, otc], declared: true }).policies;
  };
  const comparison = compare(read(before), read(after), miniCatalog);
  const change = { comparison, applications: APPLICATIONS, isNew: false, mayHide: false, ...more };
  return describeBriefly("HEAD", change, miniCatalog);
}

const live = app("1400100200");
const two = [live, app("1400100201")];
const inside = { condition: { ip_equal: { "qcs:ip": "10.0.0.0/8" } } };

test.each([
  [
    "one application by its label",
    [],
    [statement("trtc:RemoveUser", live)],
    "widened, +1 write on Live prod",
  ],
  [
    "an application without a label",
    [],
    [statement("trtc:RemoveUser", app("1400100201"))],
    "widened, +1 write on app 1400100201",
  ],
  ["several applications", [], [statement("trtc:RemoveUser", two)], "widened, +1 write on 2 applications"],
  ["everything", [], [statement("trtc:RemoveUser", "*")], "widened, +1 write on everything"],
  [
    "figures of the same place say it once",
    [],
    [statement(["trtc:RemoveUser", "trtc:DescribeRoomInfo"], live)],
    "widened, +1 write, +1 read on Live prod",
  ],
  [
    "figures of different places say each",
    [],
    [statement("trtc:RemoveUser", live), statement("trtc:DescribeRoomInfo", "*")],
    "widened, +1 write on Live prod, +1 read on everything",
  ],
  [
    "under conditions",
    [],
    [statement("trtc:RemoveUser", live, inside)],
    "widened, +1 write on Live prod under conditions",
  ],
  ["lost", [statement("trtc:RemoveUser", live)], [], "narrowed, −1 write on Live prod"],
  [
    "both",
    [statement("trtc:RemoveUser", live)],
    [statement("trtc:DismissRoom", live)],
    "widened and narrowed, +1 write on Live prod, −1 write on Live prod",
  ],
  [
    "neither",
    [statement("trtc:RemoveUser", live)],
    [statement(["trtc:RemoveUser"], [live])],
    "access unchanged",
  ],
] as const)("%s", (_, before, after, words) => {
  expect(briefly(before, after)).toBe(`vs HEAD: ${words}`);
});

test("what is not certain, and what is new", () => {
  const after = [statement("trtc:RemoveUser", live)];
  expect(briefly([], after, { isNew: true })).toBe("vs HEAD: new policy, +1 write on Live prod");
  expect(briefly([], after, { mayHide: true })).toBe(
    "vs HEAD: widened, +1 write on Live prod, as far as it could be read",
  );
  expect(briefly([], after, { failure: "it is empty" })).toBe(
    "vs HEAD: nothing to compare with (it is empty)",
  );
});
