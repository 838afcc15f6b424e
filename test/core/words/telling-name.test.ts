// Names of actions that say what they do, and names that do not.
import { expect, test } from "vitest";
import { type Action, tellsAccess } from "../../../server/src/core/index.js";

const action = (name: string, access?: Action["access"]): Action => ({
  name,
  ...(access && { access }),
  service: "trtc",
  fullName: `trtc:${name}`,
});

test.each([
  ["DescribeRoomInfo", "read"],
  ["DescribeAppStatList", "list"],
  ["RemoveUser", "write"],
  ["images:get", "read"],
  ["serverImages:create", "write"],
] as const)("%s tells that it is %s", (name, access) => {
  expect(tellsAccess(action(name, access))).toBe(true);
});

test.each([
  ["HardDecode", "read"],
  ["CheckCreateLicense", "read"],
  ["CreatePicture", "read"],
  ["ExportUsers", "read"],
  ["images:export", "write"],
  ["DescribeAndReset", "write"],
  ["getimage", "read"],
] as const)("%s does not tell that it is %s", (name, access) => {
  expect(tellsAccess(action(name, access))).toBe(false);
});

test("nothing is to be told where no source gives a level", () => {
  expect(tellsAccess(action("HardDecode"))).toBe(true);
});
