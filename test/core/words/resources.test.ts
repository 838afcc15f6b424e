// Resources as phrases, with the labels that a team gives its applications.
import { expect, test } from "vitest";
import { cam, describeResources, MARKDOWN, otc } from "../../../server/src/core/index.js";
import { miniCatalog } from "../../support/mini-catalog.js";

const applications = [{ sdkAppId: "1400100200", label: "Live *prod*" }, { sdkAppId: "1400100201" }];
const trtc = (last: string, region = "") => `qcs::trtc:${region}:uin/100012345678:${last}`;

test.each<[readonly string[], string]>([
  [["*"], "everything"],
  [[trtc("sdkappid/1400100200"), "*"], "everything"],
  [[], "nothing"],
  [[trtc("sdkappid/1400100200")], "app 1400100200 (Live *prod*)"],
  [[trtc("sdkappid/1400100201", "ap-guangzhou")], "app 1400100201 in ap-guangzhou"],
  [
    [trtc("sdkappid/1400100200"), "qcs::im::uin/100012345678:sdkappid/1400100200"],
    "app 1400100200 (Live *prod*)",
  ],
  [[trtc("sdkappid/1400100200"), trtc("sdkappid/1400100201")], "2 applications"],
  [[trtc("sdkappid/*")], "every application of uin/100012345678"],
  [["qcs::trtc:::sdkappid/14*"], 'applications "14*"'],
  [["qcs::trtc:::sdkappid/${app_id}"], 'app "${app_id}"'],
  [["qcs::cos:::bucket/a"], '"qcs::cos:::bucket/a"'],
  [["nonsense"], '"nonsense"'],
  [
    ["1", "2", "3"].map((id) => trtc(`sdkappid/${id}`)).concat("qcs::cos:::bucket/a"),
    '3 applications and "qcs::cos:::bucket/a"',
  ],
  [
    ["a", "b", "c", "d", "e"].map((id) => `qcs::cos:::bucket/${id}`),
    '"qcs::cos:::bucket/a", "qcs::cos:::bucket/b", "qcs::cos:::bucket/c" and 2 more',
  ],
])("%j", (resources, expected) => {
  expect(describeResources(resources, miniCatalog.of(cam), applications)).toBe(expected);
});

test("is Markdown on demand", () => {
  const facts = miniCatalog.of(cam);
  expect(describeResources([trtc("sdkappid/1400100200")], facts, applications, MARKDOWN)).toBe(
    "app 1400100200 (Live \\*prod\\*)",
  );
  expect(describeResources(["obs:*:*:bucket:photos"], miniCatalog.of(otc), [], MARKDOWN)).toBe(
    "`obs:*:*:bucket:photos`",
  );
});
