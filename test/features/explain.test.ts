// The page that says what the policies of a document let someone do.
import { describe, expect, test } from "vitest";
import { explain } from "../../server/src/features/explain.js";
import { serve } from "../support/cursor.js";
import { EXPLAINED_POLICY } from "../support/explained-policy.js";
import { servedGrants } from "../support/grants.js";
import { services } from "../support/served.js";

describe("explain", () => {
  test("says what is allowed, action by action and statement by statement", () => {
    expect(
      explain(serve(EXPLAINED_POLICY), "a.policy.json", services, (line) => `/a.policy.json#L${line}`),
    ).toMatchInlineSnapshot(`
      "# What \`a.policy.json\` allows

      *Tencent Cloud CAM*

      **Allows: 2 read and 2 write actions**

      - **TRTC \`trtc\`**: 1 read and 1 write action on app 1400100200 (Live prod), app 1400100201  
        writes: \`RemoveUser\`
      - **TRTC \`trtc\`**: 1 write action on app 1400100200 (Live prod)  
        writes: \`DismissRoom\`
      - **TRTC \`trtc\`**: 1 read action on everything, only from \`10.0.0.0/8\`

      Denied of it:

      - **TRTC \`trtc\`**: 1 write action on app 1400100201  
        writes: \`DismissRoom\`

      Missing or malformed actions and resources do not count.

      509 of 6144 characters without blanks

      ### Actions by resource

      | Action | Access | app 1400100200 (Live prod) | app 1400100201 | everything else |
      | --- | --- | --- | --- | --- |
      | \`trtc:RemoveUser\` | **write** | yes | yes | – |
      | \`trtc:DismissRoom\` | **write** | yes | – | – |
      | \`trtc:DescribeRoomInfo\` | read | yes | yes | – |
      | \`trtc:DescribeUserInfo\` | read | under conditions | under conditions | under conditions |

      ### [Statement 1](</a.policy.json#L4>)

      **Allows: 1 read and 2 write actions**

      - **TRTC \`trtc\`**: 1 read and 2 write actions on app 1400100200 (Live prod), app 1400100201  
        writes: \`DismissRoom\`, \`RemoveUser\`

      ### [Statement 2](</a.policy.json#L9>)

      **Read only: 1 read action, under conditions**

      - **TRTC \`trtc\`**: 1 read action on everything, only from \`10.0.0.0/8\`

      ### [Statement 3](</a.policy.json#L15>)

      **Denies: 1 write action**

      - **TRTC \`trtc\`**: 1 write action on app 1400100201  
        writes: \`DismissRoom\`

      ### [Statement 4](</a.policy.json#L20>)

      **Grants nothing**

      Missing or malformed actions and resources do not count.

      ### What does not count

      - [line 20](</a.policy.json#L20>): "foo" is left out, because it is no action

      *From the catalog of 2026-11, this document alone; other policies of a user may allow or deny more.*
      "
    `);
  });

  test("needs a policy", () => {
    expect(explain(serve(""), "a.policy.json", services)).toMatchInlineSnapshot(`
      "# What \`a.policy.json\` allows

      Nothing can be said about it: it is empty.
      "
    `);
  });
});

test("a grants file is explained user by user, those alike together", () => {
  const document = servedGrants(`{
  "dialect": "cam",
  "groups": { "trtc-ops": { "policies": ["QcloudTRTCReadonlyAccess"] } },
  "users": {
    "li.wei": { "groups": ["trtc-ops"] },
    "wang.fang": { "groups": ["trtc-ops"] },
    "nobody": { "policies": ["QcloudUnheardAccess"] }
  }
}
`);
  expect(
    explain(document, "team.grants.json", services, (line) => `/team.grants.json#L${line}`),
  ).toMatchInlineSnapshot(`
    "# What \`team.grants.json\` grants

    ## Users [\`li.wei\`](</team.grants.json#L5>), [\`wang.fang\`](</team.grants.json#L6>)

    **Read only: 5 read actions**

    - **TRTC \`trtc\`**: 5 read actions on everything

    Attached: \`QcloudTRTCReadonlyAccess\` (\`trtc-ops\`)

    Presets count by their documented scope.

    ## User [\`nobody\`](</team.grants.json#L7>)

    **Grants nothing that is known**

    - \`QcloudUnheardAccess\` is no preset that the catalog knows, and does not count

    ## Group [\`trtc-ops\`](</team.grants.json#L3>)

    **Read only: 5 read actions**

    - **TRTC \`trtc\`**: 5 read actions on everything

    Attached: \`QcloudTRTCReadonlyAccess\`

    Presets count by their documented scope.

    *From the catalog of 2026-11, and the files that are named here.*
    "
  `);
});

test("a table counts what it has no room for", () => {
  const resources = Array.from({ length: 12 }, (_, at) => `"qcs::trtc::uin/1:sdkappid/14001002${at + 10}"`);
  const names = Array.from({ length: 170 }, (_, at) => `"trtc:Unheard${at}"`);
  const statement = (action: string, at: number) =>
    `{ "effect": "allow", "action": [${action}], "resource": [${resources[at % 12]}] }`;
  const text = `{ "version": "2.0", "statement": [${names.map(statement).join(", ")}] }`;
  const markdown = explain(serve(text), "a.policy.json", services);
  expect(markdown).toContain("4 more resources are left out.");
  expect(markdown).toContain("120 more statements");
  expect(markdown.match(/^\| `trtc:/gm)).toHaveLength(9);
});
