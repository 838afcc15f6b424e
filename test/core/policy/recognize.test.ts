// Whose policy is a text? What is ours is recognized by content, whatever the file is called, and nothing
// else is claimed.
import { describe, expect, test } from "vitest";
import { cam, otc, type ReadOptions, readPolicyFile } from "../../../server/src/core/index.js";

const CAM_STATEMENT = {
  effect: "allow",
  action: ["name/trtc:DescribeRoomInfo"],
  resource: ["qcs::trtc::uin/100012345678:sdkappid/1400100200"],
};
const OTC_STATEMENT = { Effect: "Allow", Action: ["ims:images:get", "ims:images:list"] };
const CAM = { version: "2.0", statement: [CAM_STATEMENT] };
const OTC = { Version: "1.1", Statement: [OTC_STATEMENT] };

type Outcome = "cam" | "otc" | "foreign" | "ours" | "silent";

function outcomeOf(content: unknown, options: Omit<ReadOptions, "dialects"> = {}): Outcome {
  const text = typeof content === "string" ? content : JSON.stringify(content, null, 2);
  const file = readPolicyFile(text, { dialects: [cam, otc], ...options });
  if (!file.isOurs) return "silent";
  if (file.foreign ?? file.embedded[0]?.file.foreign) return "foreign";
  if (file.dialect === cam) return "cam";
  return file.dialect === otc ? "otc" : "ours";
}

/** What becomes of a document that nobody declared, and of the same one declared. */
interface Case {
  readonly what: string;
  readonly content: unknown;
  readonly undeclared: Outcome;
  readonly declared: Outcome;
}

function table(title: string, cases: readonly (readonly [string, unknown, Outcome, Outcome])[]): void {
  const named: readonly Case[] = cases.map(([what, content, undeclared, declared]) => ({
    what,
    content,
    undeclared,
    declared,
  }));
  describe(title, () => {
    test.each(named)("$what", ({ content, undeclared, declared }) => {
      expect({
        undeclared: outcomeOf(content),
        declared: outcomeOf(content, { declared: true }),
      }).toEqual({ undeclared, declared });
    });
  });
}

table("policies of ours", [
  ["CAM", CAM, "cam", "cam"],
  ["OTC", OTC, "otc", "otc"],
  ["CAM on one line", JSON.stringify(CAM), "cam", "cam"],
  ["OTC on one line", JSON.stringify(OTC), "otc", "otc"],
  ["CAM with a byte order mark", `\ufeff${JSON.stringify(CAM)}`, "cam", "cam"],
  ["CAM with statements that are empty", { version: "2.0", statement: [] }, "cam", "cam"],
  ["CAM with one statement without a list", { version: "2.0", statement: CAM_STATEMENT }, "cam", "cam"],
  ["CAM with a number as version", '{"version": 2.0, "statement": [{"action": ["im:*"]}]}', "cam", "cam"],
  ["OTC with a number as version", '{"Version": 1.1, "Statement": [{"Action": ["ims:*:*"]}]}', "otc", "otc"],
  ["CAM with the version of AWS", { version: "2012-10-17", statement: [CAM_STATEMENT] }, "cam", "cam"],
  ["OTC with the version of roles", { Version: "1.0", Statement: [OTC_STATEMENT] }, "otc", "otc"],
  [
    "OTC with version 5.0 and nothing else of that language",
    { Version: "5.0", Statement: [OTC_STATEMENT] },
    "otc",
    "otc",
  ],
  [
    "CAM with capitalized elements",
    {
      Version: "2.0",
      Statement: [{ Effect: "Allow", Action: CAM_STATEMENT.action, Resource: CAM_STATEMENT.resource }],
    },
    "cam",
    "cam",
  ],
  [
    "OTC with lower-case elements",
    { version: "1.1", statement: [{ effect: "allow", action: OTC_STATEMENT.Action }] },
    "otc",
    "otc",
  ],
  ["CAM with the version of OTC", { version: "1.1", statement: [CAM_STATEMENT] }, "cam", "cam"],
  ["OTC with the version of CAM", { Version: "2.0", Statement: [OTC_STATEMENT] }, "otc", "otc"],
  ["CAM with comments", `// policy\n${JSON.stringify(CAM)}`, "cam", "cam"],
  ["CAM in a Markdown fence", `\`\`\`json\n${JSON.stringify(CAM)}\n\`\`\``, "cam", "cam"],
  ["CAM in curly quotes", JSON.stringify(CAM).replace(/"([^"]*)"/g, "“$1”"), "cam", "cam"],
  ["CAM without quotes around keys", JSON.stringify(CAM).replace(/"(\w+)":/g, "$1:"), "cam", "cam"],
  ["half of a CAM policy", JSON.stringify(CAM).slice(0, 70), "cam", "cam"],
  ["half of an OTC policy", JSON.stringify(OTC).slice(0, 70), "otc", "otc"],
  ["CAM without its outermost braces", JSON.stringify(CAM).slice(1, -1), "cam", "cam"],
]);

table("documents with nothing to tell", [
  ["an empty text", "", "silent", "cam"],
  ["white space", " \n", "silent", "cam"],
  ["an empty object", {}, "silent", "cam"],
  ["a list", [CAM_STATEMENT], "silent", "cam"],
  ["a string", '"2.0"', "silent", "cam"],
  ["a number", "2.0", "silent", "cam"],
  ["words", "version 2.0 statement", "silent", "cam"],
  ["a version alone", { version: "2.0" }, "silent", "cam"],
  ["a version and a sentence", { version: "2.0", statement: "We sell shoes." }, "silent", "cam"],
  ["statements without a version", { statement: [CAM_STATEMENT] }, "silent", "cam"],
]);

table("requests", [
  ["the wrapper of an OTC role", { role: { display_name: "x", type: "XA", policy: OTC } }, "otc", "otc"],
  [
    "the same with lower-case elements",
    { role: { policy: { version: "1.1", statement: [{ action: ["ims:*:*"] }] } } },
    "otc",
    "otc",
  ],
  ["a role of another kind", { role: { policy: { version: 3 } } }, "silent", "cam"],
  ["a CAM request", { PolicyName: "a", PolicyDocument: JSON.stringify(CAM) }, "cam", "cam"],
  ["a CAM request of program code", { policyDocument: JSON.stringify(CAM) }, "cam", "cam"],
  [
    "an AWS request",
    {
      PolicyName: "a",
      PolicyDocument: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: ["s3:GetObject"], Resource: "arn:aws:s3:::b/*" }],
      }),
    },
    "silent",
    "foreign",
  ],
  [
    "a CAM answer",
    { Response: { PolicyName: "a", PolicyDocument: JSON.stringify(CAM).replaceAll("/", "\\/") } },
    "cam",
    "cam",
  ],
  [
    "a CAM request whose policy has no version",
    { PolicyDocument: JSON.stringify({ statement: [{ effect: "allow", action: "trtc:*" }] }) },
    "cam",
    "cam",
  ],
  ["several CAM requests", [{ PolicyDocument: JSON.stringify(CAM) }], "cam", "cam"],
  ["a CAM request with the policy as an object", { PolicyName: "a", PolicyDocument: CAM }, "cam", "cam"],
  ["a CAM request with an empty policy", { PolicyName: "a", PolicyDocument: "{}" }, "ours", "cam"],
  [
    "a request that names a file",
    { PolicyName: "a", PolicyDocument: "file://policy.json" },
    "silent",
    "ours",
  ],
]);

const AWS_ARN = {
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Action: ["lambda:InvokeFunction"], Resource: "arn:aws:lambda:eu-west-1:1:function:f" },
  ],
};

table("policies of other vendors", [
  ["AWS", AWS_ARN, "silent", "foreign"],
  [
    "AWS without resources of its own",
    { Version: "2012-10-17", Statement: [{ Sid: "a", Effect: "Allow", Action: "s3:*", Resource: "*" }] },
    "silent",
    "foreign",
  ],
  [
    "AWS bucket policy",
    {
      Version: "2008-10-17",
      Statement: [
        { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::bucket/*" },
      ],
    },
    "silent",
    "foreign",
  ],
  [
    "Alibaba Cloud",
    { Version: "1", Statement: [{ Effect: "Allow", Action: "oss:Get*", Resource: "acs:oss:*:*:b/*" }] },
    "silent",
    "foreign",
  ],
  [
    "Huawei Cloud 5.0",
    {
      Version: "5.0",
      Statement: [{ Sid: "a", Effect: "Allow", Action: ["ims:images:get"], Resource: ["ims:*:*:image:abc"] }],
    },
    "silent",
    "foreign",
  ],
]);

/** Well-known files in which words of policies occur. */
table("files of other tools", [
  ["package.json", { name: "a", version: "2.0.0", scripts: { test: "vitest" } }, "silent", "cam"],
  ["package.json of version 2.0", { name: "a", version: "2.0", statement: true }, "silent", "cam"],
  ["package-lock.json", { name: "a", lockfileVersion: 3, packages: { "": {} } }, "silent", "cam"],
  ["tsconfig.json", '{\n  // strict\n  "compilerOptions": { "strict": true, },\n}', "silent", "cam"],
  ["VS Code tasks", { version: "2.0.0", tasks: [{ label: "build" }] }, "silent", "cam"],
  ["VS Code settings", '{ "editor.tabSize": 2, // two\n "files.eol": "\\n" }', "silent", "cam"],
  [
    "CloudFormation",
    {
      AWSTemplateFormatVersion: "2010-09-09",
      Resources: {
        P: { Type: "AWS::IAM::Policy", Properties: { PolicyName: "a", PolicyDocument: AWS_ARN } },
      },
    },
    "silent",
    "foreign",
  ],
  [
    "ARM template",
    { $schema: "https://schema.management.azure.com/x", contentVersion: "1.0.0.0", resources: [] },
    "silent",
    "cam",
  ],
  ["Azure role", { Name: "Reader", Actions: ["*/read"], AssignableScopes: ["/"] }, "silent", "cam"],
  [
    "Google Cloud policy",
    { version: 3, bindings: [{ role: "roles/viewer", members: ["user:a@example.com"] }], etag: "x" },
    "silent",
    "cam",
  ],
  [
    "Kubernetes",
    { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" }, data: { version: "2.0" } },
    "silent",
    "cam",
  ],
  ["OpenAPI 2.0", { swagger: "2.0", info: { version: "1.1" }, paths: {} }, "silent", "cam"],
  ["JSON-RPC", { jsonrpc: "2.0", method: "a", params: [] }, "silent", "cam"],
  ["in-toto", { _type: "https://in-toto.io/Statement/v1", subject: [] }, "silent", "cam"],
  [
    "OpenVEX",
    { "@context": "https://openvex.dev/ns/v0.2.0", version: 1, statements: [{ status: "fixed" }] },
    "silent",
    "cam",
  ],
  ["a bank statement", { version: "2.0", Statement: [{ Date: "2026-01-01", Amount: 3 }] }, "silent", "cam"],
  ["coverage thresholds", { jest: { coverageThreshold: { global: { statements: 90 } } } }, "silent", "cam"],
]);

describe("names of files", () => {
  test.each([
    ["CAM content in a file named for OTC", CAM, "a.otc.json", "cam"],
    ["OTC content in a file named for CAM", OTC, "policies/a.cam.json", "otc"],
    ["an empty text named for OTC", "", "a.OTC.json", "otc"],
    ["an empty text named for CAM", "", "a.cam.json", "cam"],
    ["an empty object named for OTC", {}, "C:\\policies\\a.otc.json", "otc"],
    ["an empty text that is some policy", "", "a.policy.json", "cam"],
    ["statements that name nothing, named for OTC", { statement: [{}] }, "a.otc.json", "cam"],
  ])("%s", (_, content, fileName, expected) => {
    expect(outcomeOf(content, { fileName, declared: true })).toBe(expected);
  });

  test("a name alone declares nothing", () => {
    expect(outcomeOf("", { fileName: "a.cam.json" })).toBe("silent");
  });

  test("a dialect that is asked for is taken whatever the text says", () => {
    expect(outcomeOf(OTC, { dialect: cam })).toBe("cam");
    expect(outcomeOf(AWS_ARN, { dialect: otc })).toBe("otc");
  });
});

describe("documents with a principal are ours, and are not judged", () => {
  test.each([
    [
      "a trust policy",
      {
        version: "2.0",
        statement: [
          { action: "name/sts:AssumeRole", effect: "allow", principal: { service: "cvm.qcloud.com" } },
        ],
      },
    ],
    [
      "a bucket policy",
      {
        version: "2.0",
        Statement: [
          {
            Effect: "allow",
            Principal: { qcs: ["qcs::cam::anyone:anyone"] },
            Action: ["name/cos:GetObject"],
            Resource: ["qcs::cos:ap-guangzhou:uid/1250000000:b-1250000000/*"],
          },
        ],
      },
    ],
  ])("%s", (_, content) => {
    const file = readPolicyFile(JSON.stringify(content), { dialects: [cam, otc] });
    expect({ isOurs: file.isOurs, dialect: file.dialect?.id, policies: file.policies }).toEqual({
      isOurs: true,
      dialect: "cam",
      policies: [],
    });
  });
});
