// Which scopes the grammar gives to policies, shown as marks under the text.
import { describe, expect, it } from "vitest";
import { allScopes, countTokens, expectScopes } from "./scopes.js";

describe("a CAM policy", () => {
  it("colors element names, effects, actions and resources", () =>
    expectScopes(`
  {
    "version": "2.0",
//  ^^^^^^^^^ support.type.property-name.json
//   ^^^^^^^ support.type.property-name.json keyword.other.element
//             ^^^^^ string.quoted.double.json !keyword !constant
    "statement": [
      {
        "effect": "allow",
//       ^^^^^^ keyword.other.element.effect
//                 ^^^^^ string.quoted.double.json constant.language.effect.allow
        "action": ["name/trtc:RemoveUser", "trtc:DismissRoom"],
//       ^^^^^^ keyword.other.element.action
//                  ^^^^ meta.prefix.api
//                      ^ punctuation.separator.prefix
//                       ^^^^               ^^^^ string.quoted.double.json entity.name.namespace.service
//                           ^                  ^ punctuation.separator.segment
//                            ^^^^^^^^^^         ^^^^^^^^^^^ entity.name.function.action
        "resource": "qcs::trtc::uin/100012345678:sdkappid/1400100200"
//                   ^^^ meta.resource meta.prefix.qcs
//                        ^^^^ entity.name.namespace.service
//                              ^^^ entity.name.type.account
//                                 ^                     ^ punctuation.separator.path
//                                  ^^^^^^^^^^^^ constant.numeric.account
//                                               ^^^^^^^^ entity.name.type.resource-type
//                                                        ^^^^^^^^^^ constant.numeric.application
      }
    ]
  }`));

  it("sets deny apart from allow", () =>
    expectScopes(`
  { "effect": "deny" }
//             ^^^^ keyword.control.effect.deny !constant
`));

  it("marks wildcards in actions and resources", () =>
    expectScopes(`
  {
    "action": ["*", "*:*", "name/im:*", "im:Describe*", "cos:*Bucket*"],
//              ^    ^ ^            ^               ^        ^      ^ keyword.operator.wildcard !entity
//                                          ^^^^^^^^          ^^^^^^ entity.name.function.action
    "resource": ["*", "qcs::im::uin/100012345678:sdkappid/*", "qcs::im::*:sdkappid/14001*"]
//                ^                                       ^             ^               ^ keyword.operator.wildcard
//                                                                                 ^^^^^ constant.numeric.application
  }`));

  it("takes an asterisk elsewhere as plain text", () =>
    expectScopes(`
  { "version": "*", "effect": "*", "condition": { "string_like": { "qcs:ip": "10.*" } } }
//             ^^^            ^^^                                            ^^^^^^ !keyword string.quoted.double.json
`));

  it("marks variables in resources and condition values only", () =>
    // The paragraph sign stands for the dollar sign, which a template would take for its own.
    expectScopes(
      `
  {
    "resource": "qcs::trtc::uin/§{uin}:sdkappid/§{SdkAppId}",
//                              ^^^^^^          ^^^^^^^^^^^ variable.other.placeholder
    "condition": { "string_equal": { "qcs:create_uin": ["§{uin}", "x-§{owner_uin}-y"] } },
//                                                       ^^^^^^      ^^^^^^^^^^^^ variable.other.placeholder
    "description": "§{uin}"
//                 ^^^^^^^^ !variable string.quoted.double.json
  }`.replaceAll("§", "$"),
    ));

  it("reads segments that are empty, named or still missing", () =>
    expectScopes(`
  { "resource": ["qcs::trtc", "qcs:id/0:cvm:ap-guangzhou:uin/1:instance/ins-1", "qcs::im:::sdkappid/7"] }
//                     ^^^^             ^^^                                           ^^ entity.name.namespace.service
//                                 ^^^^ meta.segment.project
//                                          ^^^^^^^^^^^^ constant.other.region
//                                                             ^^^^^^^^                    ^^^^^^^^ entity.name.type.resource-type
`));

  it("leaves an account without its prefix uncolored, because it is no account", () =>
    expectScopes(`
  { "resource": "qcs::trtc::100012345678:sdkappid/1400100200" }
//                          ^^^^^^^^^^^^ !constant meta.segment.account
`));

  it("reads text that the service gave back with escaped slashes", () =>
    expectScopes(String.raw`
  { "action": "name\/im:CreateGroup", "resource": "qcs::im::uin\/100012345678:sdkappid\/1400100200" }
//             ^^^^ meta.prefix.api
//                 ^^                                          ^^                     ^^ constant.character.escape
//                   ^^                                 ^^ entity.name.namespace
//                      ^^^^^^^^^^^ entity.name.function
//                                                               ^^^^^^^^^^^^           ^^^^^^^^^^ constant.numeric
`));
});

describe("an OTC policy", () => {
  it("colors the three parts of an action", () =>
    expectScopes(`
  {
    "Version": "1.1",
//   ^^^^^^^ support.type.property-name.json keyword.other.element
    "Statement": [{ "Effect": "Deny", "Action": ["ims:images:get*", "ims:*:list", "kms:*:*"] }]
//                             ^^^^ keyword.control.effect.deny
//                                                ^^^                ^^^           ^^^ entity.name.namespace.service
//                                                    ^^^^^^ entity.name.type.resource-type
//                                                           ^^^           ^^^^ entity.name.function.action
//                                                              ^        ^             ^ ^ keyword.operator.wildcard
  }`));

  it("colors the five parts of a resource", () =>
    expectScopes(`
  { "Resource": ["obs:*:*:object:my-bucket/2026/*", "obs:eu-de:*:bucket:logs"] }
//                ^^^                                ^^^ entity.name.namespace.service
//                    ^ ^                       ^              ^ keyword.operator.wildcard
//                                                       ^^^^^ constant.other.region
//                        ^^^^^^                                 ^^^^^^ entity.name.type.resource-type
//                               ^^^^^^^^^ ^^^^                         ^^^^ !constant !entity
`));
});

describe("broken text", () => {
  it("ends a string at the end of its line", () =>
    expectScopes(`
  {
    "effect": "allow,
//            ^^^^^^^ string.quoted.double.json
    "action": "trtc:Remove
//   ^^^^^^ keyword.other.element.action
//             ^^^^ entity.name.namespace.service
    "resource": "*"
//   ^^^^^^^^ keyword.other.element.resource
//               ^ keyword.operator.wildcard
  }`));

  it("knows the next key after a missing comma, value or bracket", () =>
    expectScopes(`
  {
    "effect": "allow" "action": ["im:*", "im:CreateGroup",
//                     ^^^^^^ keyword.other.element.action
    "resource":
//   ^^^^^^^^ keyword.other.element.resource
    "condition": { "ip_equal": { "qcs:ip": "10.0.0.1" }
//   ^^^^^^^^^ keyword.other.element.condition
    "effect": "deny"
//   ^^^^^^ keyword.other.element.effect
  }`));

  it("goes on after a bracket too many or too few", () =>
    expectScopes(`
  { "statement": [ { "effect": "allow" } }, { "effect": "deny" ], "version": "2.0" }
//                                            ^^^^^^^^ support.type.property-name.json
//                                                       ^^^^ keyword.control.effect.deny
//                                                                 ^^^^^^^ keyword.other.element
  { "effect": "allow" }
//   ^^^^^^ keyword.other.element.effect
`));

  it("shows comments, foreign punctuation and unknown escapes for what they are", () =>
    expectScopes(String.raw`
  { // The "effect": "deny" of a comment is a comment.
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ !keyword comment.line
    /* "action": "*" */ "effect"： "allow"， "a\q": [tru]
//  ^^^^^^^^^^^^^^^^^^^ !keyword comment.block
//                              ^        ^ invalid.illegal
//                                           ^^ invalid.illegal.unrecognized-string-escape
//                                                 ^^^ invalid.illegal
  }`));

  it("knows the keys of a statement without its braces", () =>
    expectScopes(`
  "effect": "allow",
//^^^^^^^^ support.type.property-name.json
  "sid": "one",
//^^^^^ support.type.property-name.json !keyword
  "action": "im:*"
//              ^ keyword.operator.wildcard
`));

  it("leaves malformed actions and misspelled effects as plain strings", () =>
    expectScopes(`
  { "effect": "Alow", "action": ["DescribeRooms", "trtc: RemoveUser", "trtc：RemoveUser"] }
//             ^^^^               ^^^^^^^^^^^^^          ^^^^^^^^^^^   ^^^^^^^^^^^^^^^^^ !entity !constant !keyword
`));
});

describe("size and kind of text", () => {
  it("colors minified text like any other", () =>
    expectScopes(`
  {"version":"2.0","statement":[{"effect":"allow","action":["im:*"],"resource":["qcs::im:::sdkappid/1"]}]}
//  ^^^^^^^ keyword.other.element
//                                         ^^^^^ constant.language.effect
//                                                           ^^ entity.name.namespace
//                                                              ^ keyword.operator.wildcard
//                                                                                                  ^ constant.numeric
`));

  it.each([
    [
      "a minified policy",
      `{"statement":[{"effect":"allow","action":[${'"name/trtc:Describe*",'.repeat(5_000)}]}]}`,
    ],
    ["resources", `{"resource":[${'"qcs::trtc::uin/100012345678:sdkappid/1400100200",'.repeat(2_200)}]}`],
    ["one string", `{"action":"${"a".repeat(110_000)}"}`],
    ["colons in an action", `{"action":"${"a:".repeat(55_000)}"}`],
    ["quotes without an end", `{"action":${'"'.repeat(110_001)}`],
    ["backslashes", `{"resource":"${"\\".repeat(110_000)}`],
    ["brackets", '[{"a":'.repeat(18_400)],
    ["no JSON at all", "x ".repeat(55_000)],
  ])("does not blow up on a line of 100 kB: %s", async (_name, line) => {
    expect(line.length).toBeGreaterThan(100_000);
    const start = performance.now();
    expect(await countTokens([line, '{ "effect": "allow" }'])).toBeGreaterThan(5);
    // Generous for a slow machine; quadratic behavior takes minutes.
    expect(performance.now() - start).toBeLessThan(8_000);
  });

  it("gives a plain JSON document the scopes of ordinary JSON and no others", async () => {
    await expectScopes(String.raw`
  {
    "name": "im:*",
//  ^^^^^^ support.type.property-name.json
//          ^^^^^^ string.quoted.double.json
    "list": [1, -2.5e3, true, null, "a\nb", { "b": {} }]
//          ^ punctuation.definition.array.begin.json
//           ^  ^^^^^^ constant.numeric.json
//                      ^^^^  ^^^^ constant.language.json
//                                    ^^ constant.character.escape.json
  }`);
    const scopes = await allScopes(
      `{ "name": "im:*", "files": ["\${a}", "qcs::im"], "n": { "k": [1, false] } }`,
    );
    expect([...scopes].filter((scope) => !scope.endsWith(".json") && !scope.startsWith("source."))).toEqual(
      [],
    );
  });
});
