// What a new policy can begin as, and that every one of these is a policy without faults.
import { describe, expect, test } from "vitest";
import { bundledCatalog as createBundled } from "../../server/src/bundled/catalog.js";
import { type Application, policiesOf, readPolicyFile, runChecks } from "../../server/src/core/index.js";
import { snippetOf } from "../../server/src/features/new-policy/snippet.js";
import { newPolicy, policyStarts } from "../../server/src/features/new-policy.js";
import { miniCatalog } from "../support/mini-catalog.js";

const bundledCatalog = createBundled(() => ({
  ...{ version: 1, actions: {}, presets: {}, operators: {}, keys: {} },
}));

const LIVE = { sdkAppId: "1400100200", label: "Live prod", account: "100012345678" };
const OTHER = { sdkAppId: "1400100201" };

const starts = (applications: readonly Application[] = [LIVE, OTHER]) =>
  policyStarts(miniCatalog, applications);
const textOf = (id: string, applications: readonly Application[] = [LIVE]) =>
  newPolicy(id, applications, miniCatalog)?.text;

describe("what a policy can begin as", () => {
  test("scenarios of each product, then presets", () => {
    expect(starts().map(({ heading, label }) => `${heading} | ${label}`)).toMatchInlineSnapshot(`
      [
        "Tencent Cloud CAM: Chat | Read in applications of Chat",
        "Tencent Cloud CAM: Chat | Some actions in applications of Chat",
        "Tencent Cloud CAM: Chat | Everything in applications of Chat",
        "Tencent Cloud CAM: Chat | Everything in applications of Chat, with exceptions",
        "Tencent Cloud CAM: Chat | Read everything in Chat",
        "Tencent Cloud CAM: Chat | Everything in Chat",
        "Tencent Cloud CAM: TRTC | Read in applications of TRTC",
        "Tencent Cloud CAM: TRTC | Some actions in applications of TRTC",
        "Tencent Cloud CAM: TRTC | Everything in applications of TRTC",
        "Tencent Cloud CAM: TRTC | Everything in applications of TRTC, with exceptions",
        "Tencent Cloud CAM: TRTC | Read everything in TRTC",
        "Tencent Cloud CAM: TRTC | Everything in TRTC",
        "Open Telekom Cloud IAM: Image Management Service | Read everything in Image Management Service",
        "Open Telekom Cloud IAM: Image Management Service | Everything in Image Management Service",
        "Open Telekom Cloud IAM: Image Management Service | serverImages:create, with what it needs",
        "Open Telekom Cloud IAM: Image Management Service | serverImages:create: what it needs of global services",
        "Tencent Cloud CAM: presets | AdministratorAccess",
        "Tencent Cloud CAM: presets | QcloudAVCFullAccess",
        "Tencent Cloud CAM: presets | QcloudTRTCFullAccess",
        "Tencent Cloud CAM: presets | QcloudTRTCReadonlyAccess",
        "Open Telekom Cloud IAM: presets | IMS FullAccess",
        "Open Telekom Cloud IAM: presets | IMS ReadOnlyAccess",
      ]
    `);
  });

  test("with the applications that it may be about", () => {
    const ids = (start: string) =>
      starts()
        .find(({ id }) => id === start)
        ?.applications?.map(({ sdkAppId }) => sdkAppId);
    expect(ids("cam/scenario/trtc/application")).toEqual(["1400100200", "1400100201"]);
    expect(ids("cam/scenario/trtc/service")).toBeUndefined();
  });

  test("of presets it says that their documents are derived", () => {
    const preset = starts().find(({ label }) => label === "QcloudTRTCReadonlyAccess");
    expect(preset?.detail).toBe(
      "Derived from its documented scope with the catalog of 2026-11: 5 read actions",
    );
  });
});

describe("the text of a new policy", () => {
  test("in applications of the team's", () => {
    expect(textOf("cam/scenario/trtc/application", [LIVE, { ...OTHER }])).toMatchInlineSnapshot(`
      "{
        "version": "2.0",
        "statement": [
          {
            "effect": "allow",
            "action": ["trtc:*"],
            "resource": [
              "qcs::trtc::uin/100012345678:sdkappid/1400100200",
              "qcs::trtc::uin/\${uin}:sdkappid/1400100201"
            ]
          }
        ]
      }
      "
    `);
  });

  test("what reads in an application leaves out what cannot be limited to one", () => {
    expect(textOf("cam/scenario/trtc/application-read")).toMatchInlineSnapshot(`
      "{
        "version": "2.0",
        "statement": [
          {
            "effect": "allow",
            "action": ["trtc:DescribeRoomInfo", "trtc:DescribeUserInfo"],
            "resource": ["qcs::trtc::uin/100012345678:sdkappid/1400100200"]
          }
        ]
      }
      "
    `);
  });

  test("leaves open what nobody knows, as tab stops", () => {
    const made = newPolicy("cam/scenario/trtc/application-except", [], miniCatalog);
    expect(made?.text).toMatchInlineSnapshot(`
      "{
        "version": "2.0",
        "statement": [
          {
            "effect": "allow",
            "action": ["trtc:*"],
            "resource": ["qcs::trtc::uin/\${uin}:sdkappid/\${sdkappid}"]
          },
          {
            "effect": "deny",
            "action": ["trtc:\${Action}"],
            "resource": ["qcs::trtc::uin/\${uin}:sdkappid/\${sdkappid}"]
          }
        ]
      }
      "
    `);
    expect(made?.snippet).toMatchInlineSnapshot(`
      "{
        "version": "2.0",
        "statement": [
          {
            "effect": "allow",
            "action": ["trtc:*"],
            "resource": ["qcs::trtc::uin/\${1:uin}:sdkappid/\${2:sdkappid}"]
          \\},
          {
            "effect": "deny",
            "action": ["trtc:\${3:Action}"],
            "resource": ["qcs::trtc::uin/\${1:uin}:sdkappid/\${2:sdkappid}"]
          \\}
        ]
      \\}
      "
    `);
  });

  test("in the form of the other dialect", () => {
    expect(textOf("otc/scenario/ims/service-read", [])).toMatchInlineSnapshot(`
      "{
        "Version": "1.1",
        "Statement": [
          {
            "Effect": "Allow",
            "Action": ["ims:images:get", "ims:images:list"]
          }
        ]
      }
      "
    `);
    expect(textOf("otc/preset/IMS FullAccess", [])).toMatchInlineSnapshot(`
      "{
        "Version": "1.1",
        "Statement": [
          {
            "Effect": "Allow",
            "Action": ["ims:*:*"]
          }
        ]
      }
      "
    `);
  });

  test("an action with what it needs, apart from what is granted globally", () => {
    expect(textOf("otc/scenario/ims:serverImages:create/dependencies", [])).toMatchInlineSnapshot(`
      "{
        "Version": "1.1",
        "Statement": [
          {
            "Effect": "Allow",
            "Action": ["ims:serverImages:create", "ecs:cloudServers:get", "ecs:cloudServers:list"]
          }
        ]
      }
      "
    `);
    expect(textOf("otc/scenario/ims:serverImages:create/dependencies-global", [])).toMatchInlineSnapshot(`
      "{
        "Version": "1.1",
        "Statement": [
          {
            "Effect": "Allow",
            "Action": ["obs:bucket:*"]
          }
        ]
      }
      "
    `);
  });

  test("is none for an id that is none", () => {
    expect(textOf("cam/scenario/nothing")).toBeUndefined();
  });

  const real = policyStarts(bundledCatalog, [LIVE]);
  test.each(real.map(({ id }) => id))("%s has no faults", (id) => {
    const made = newPolicy(id, [LIVE], bundledCatalog);
    const text = made?.text ?? "";
    const file = readPolicyFile(text, { dialects: bundledCatalog.dialects, declared: true });
    expect(policiesOf(file)).toHaveLength(1);
    expect(file.dialect?.id).toBe(id.slice(0, id.indexOf("/")));
    if (made?.snippet !== undefined) return;
    const found = runChecks(file, bundledCatalog, { text, applications: [LIVE] });
    // What the person asked for is told where it is wide; nothing else is.
    const faults = found.filter(
      ({ severity, check }) => severity !== "info" && severity !== "hint" && !WIDE.has(check),
    );
    expect(faults.map(({ check, message }) => `${check}: ${message}`)).toEqual([]);
  });
});

const WIDE = new Set(["grants-everything", "wildcard-grants-write"]);

test("a snippet gives the same name the same stop, and leaves other marks alone", () => {
  expect(snippetOf("{ ${a}: ${b}, ${a}$ \\ }")).toBe(
    "{ ${1:a}: ${2:b}, ${1:a}\\$ \\\\ \\}".replace("{ $", "{ $"),
  );
  expect(snippetOf("{}")).toBeUndefined();
});
