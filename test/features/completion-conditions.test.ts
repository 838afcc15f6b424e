// Completion inside conditions: names with their affixes, and values by their type.
import { expect, test } from "vitest";
import { completion } from "../../server/src/features/completion.js";
import type { Services } from "../../server/src/features/document.js";
import { toPosition } from "../../server/src/features/to-lsp.js";
import { accept } from "../support/accept.js";
import { serve, servicesWith, splitCursor } from "../support/cursor.js";
import { checkCompletion, detailsAt, labelsAt } from "./check-completion.js";

const inCam = (condition: string) =>
  `{"version":"2.0","statement":[{"action":["trtc:*"],"condition":{${condition}}}]}`;
const inOtc = (condition: string) =>
  `{"Version":"1.1","Statement":[{"Action":["ims:*:*"],"Condition":{${condition}}}]}`;

const NOW: Partial<Services> = { now: () => Date.UTC(2026, 10, 21, 9, 30, 5, 7) };

test("affixes come after the operators, and those that are written stay", () => {
  const labels = labelsAt(inCam('"|"'));
  expect(labels.slice(0, 4)).toEqual(["date_less_than", "ip_equal", "ip_not_equal", "string_equal"]);
  expect(labels.indexOf("for_any_value:string_equal")).toBeLessThan(labels.indexOf("ip_equal_if_exist"));
  expect(labels).not.toContain("null_equal_if_exist");
  expect(labelsAt(inCam('"for_all_value:|"'))).toContain("for_all_value:ip_equal_if_exist");
  checkCompletion(
    inCam('"ip_eq|_if_exist":{"qcs:ip":["1.2.3.4"]}'),
    "ip_not_equal_if_exist",
    inCam('"ip_not_equal_if_exist":{"qcs:ip":["1.2.3.4"]}'),
  );
});

test("affixes are explained", () => {
  const details = detailsAt(inCam('"|"'));
  expect(details).toContain("for_any_value:string_equal: text · one of several values is enough");
  expect(details).toContain("ip_equal_if_exist: IP address or range · met without the key");
});

test("an operator that another service has comes last", () => {
  const labels = labelsAt(inOtc('"|"'));
  expect(labels.indexOf("IpAddress")).toBeGreaterThan(labels.indexOf("StringEquals"));
});

test("keys that only the policy knows are offered again", () => {
  expect(
    detailsAt(
      '{"version":"2.0","statement":[{"condition":{"string_equal":{"cvm:zone":["a"]}}},{"condition":{"string_equal":{"|"}}}]}',
    ),
  ).toContain("cvm:zone: used in this policy");
});

test("values of other conditions come first, those of the list are left out", () => {
  const source =
    '{"version":"2.0","statement":[{"condition":{"ip_equal":{"qcs:ip":["192.0.2.0/24","198.51.100.1"]}}},{"condition":{"ip_equal":{"qcs:ip":["198.51.100.1","|"]}}}]}';
  const labels = labelsAt(source);
  expect(labels[0]).toBe("192.0.2.0/24");
  expect(labels).not.toContain("198.51.100.1");
});

test("dates are counted from now, in UTC", () => {
  const source = inCam('"date_less_than":{"qcs:current_time":["|"]}');
  const { text, offset } = splitCursor(source);
  const document = serve(text);
  const { items } = completion(document, toPosition(document.lines, offset), servicesWith([], NOW));
  expect(items.map(({ label, detail }) => `${label} ${detail}`)).toEqual([
    "2026-11-21T09:30:05Z now, in UTC",
    "2026-11-22T00:00:00Z tomorrow, midnight in UTC",
    "2026-11-28T00:00:00Z in 7 days, midnight in UTC",
    "2026-12-21T00:00:00Z in 30 days, midnight in UTC",
    "2027-11-21T00:00:00Z in 365 days, midnight in UTC",
  ]);
  for (const item of items)
    expect(
      serve(accept(text, item))
        .findings()
        .map(({ check }) => check),
    ).not.toContain("condition-value");
});

test("a value in the place of a list brings the list", () => {
  checkCompletion(inOtc('"Bool":{"g:MFAPresent":|}'), "true", inOtc('"Bool":{"g:MFAPresent":["true"]}'));
});

test("a tag has two places to fill in, and none where it is named by the key", () => {
  checkCompletion(
    inCam('"string_equal":{"qcs:resource_tag":["|"]}'),
    "key&value",
    inCam('"string_equal":{"qcs:resource_tag":["key&value"]}'),
  );
  expect(labelsAt(inCam('"string_equal":{"qcs:tag/team":["|"]}'))).not.toContain("key&value");
});

test("what a key names is offered", () => {
  const source = inOtc('"StringEquals":{"g:ServiceName":["|"]}');
  expect(detailsAt(source).slice(0, 2)).toEqual([
    "ims: Image Management Service",
    "ecs: Elastic Cloud Server",
  ]);
  expect(labelsAt(inCam('"string_equal":{"vpc:region":["|"]}')).slice(0, 2)).toEqual([
    "ap-guangzhou",
    "ap-shanghai",
  ]);
});
