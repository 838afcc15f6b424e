// Policies of both dialects as fast-check makes them up: whole ones, and ones with the mistakes of people.
import fc from "fast-check";

const camStatement = fc.record(
  {
    effect: fc.constantFrom("allow", "deny"),
    action: fc.oneof(
      fc.constant("*"),
      fc.array(fc.constantFrom("name/trtc:DescribeRoomInfo", "trtc:*", "im:Describe*", "cos:GetObject"), {
        minLength: 1,
        maxLength: 3,
      }),
    ),
    resource: fc.constantFrom(
      "*",
      ["qcs::trtc::uin/1:sdkappid/1400100200"],
      ["qcs::im::uin/1:sdkappid/*", "*"],
    ),
    condition: fc.constantFrom({}, { ip_equal: { "qcs:ip": ["10.0.0.1"] } }),
  },
  { requiredKeys: ["effect", "action", "resource"] },
);

const otcStatement = fc.record(
  {
    Effect: fc.constantFrom("Allow", "Deny"),
    Action: fc.array(fc.constantFrom("ims:images:get", "ims:*:list", "ecs:cloudServers:get", "KMS:*:*"), {
      minLength: 1,
      maxLength: 3,
    }),
    Condition: fc.constant({ StringEquals: { "g:UserName": ["a"] } }),
  },
  { requiredKeys: ["Effect", "Action"] },
);

const camPolicy = fc
  .array(camStatement, { minLength: 1, maxLength: 3 })
  .map((statement) => ({ dialect: "cam", data: { version: "2.0", statement } }));

const otcPolicy = fc
  .array(otcStatement, { minLength: 1, maxLength: 3 })
  .map((Statement) => ({ dialect: "otc", data: { Version: "1.1", Statement } }));

/** A policy that is right, and the id of its dialect. */
export const policyTexts = fc
  .tuple(fc.oneof(camPolicy, otcPolicy), fc.constantFrom(undefined, 2, "\t"), fc.constantFrom("\n", "\r\n"))
  .map(([{ dialect, data }, indent, lineEnd]) => ({
    dialect,
    text: JSON.stringify(data, null, indent).replaceAll("\n", lineEnd),
  }));

/** What people do to a text; each takes a number to choose the place by. */
const MISTAKES: readonly ((text: string, at: number) => string)[] = [
  (text, at) => text.slice(0, at % (text.length + 1)),
  (text, at) => without(text, at, /[{}[\],:]/g),
  (text, at) => without(text, at, /"/g),
  (text, at) => without(text, at, /[A-Za-z]+/g),
  (text) => text.replace(/"([^"]*)"/g, "“$1”"),
  (text) => text.replaceAll('"', "'"),
  (text) => text.replace(/"(\w+)":/g, "$1:"),
  (text) => text.replaceAll(",", "，").replaceAll(":", "："),
  (text) => text.replaceAll(":", " ="),
  (text) => text.replace(/,/g, ", // why\n"),
  (text) => text.replace(/[\]}]/g, ",$&"),
  (text) => `\`\`\`json\n${text}\n\`\`\``,
  (text) => text.slice(1, -1),
  (text) => `{"role": {"display_name": "x", "policy": ${text}}}`,
  (text) => JSON.stringify({ PolicyName: "a", PolicyDocument: text }),
  (text) => text.replace(/"[A-Za-z]+":/g, (key) => key.toUpperCase()),
  (text) => text.replace(/"[A-Za-z]+":/g, (key) => key.toLowerCase()),
  (text) => text.replace(/statement/i, "\\u0073tatement"),
  (text) => text.replace(/"(\d\.\d)"/, "$1"),
  (text) => text.replace(/"effect"/i, '"version"'),
  (text, at) => text.slice(0, at % text.length) + text.slice(at % 7),
];

export const brokenPolicies = fc
  .tuple(
    policyTexts,
    fc.array(fc.tuple(fc.constantFrom(...MISTAKES), fc.nat()), { minLength: 1, maxLength: 3 }),
  )
  .map(([{ text }, mistakes]) => mistakes.reduce((result, [make, at]) => make(result, at), text));

/** Removes one of the pieces that fit. */
function without(text: string, at: number, piece: RegExp): string {
  const found = [...text.matchAll(piece)];
  const chosen = found[at % Math.max(1, found.length)];
  if (chosen === undefined) return text;
  return text.slice(0, chosen.index) + text.slice(chosen.index + chosen[0].length);
}
