// Policies that are right but for faults planted in them, as fast-check makes them up. Each fault is one that a
// check has a fix for, and says so of one place; no two of them hide each other.
import fc from "fast-check";

export interface Planted {
  readonly dialect: "cam" | "otc";
  /** Before anything was planted. */
  readonly right: string;
  readonly faulty: string;
}

interface Fault {
  /** Faults of the same part of a policy are not planted together. */
  readonly part: string;
  readonly plant: (text: string) => string;
}

/** Of JSON alone: the value stays what it was. */
const HABITS: readonly Fault[] = [
  { part: "start", plant: (text) => `# how it was meant\n${text}` },
  { part: "line end", plant: (text) => text.replace(/,$/m, ", // why") },
  { part: "last comma", plant: (text) => text.replace(/\n\s*\][^\]]*$/, ",$&") },
  { part: "list comma", plant: (text) => text.replace(/"\](?=,?\n)/, '",]') },
  { part: "quotes", plant: (text) => text.replace(/"(effect)":/i, "“$1”:") },
  { part: "colon", plant: (text) => text.replace(/"(action)": /i, '"$1"： ') },
  { part: "comma", plant: (text) => text.replace(/,(\s+"effect)/i, "，$1") },
  { part: "statements", plant: (text) => text.replace(/\},(\s*\{)/, "}$1") },
  { part: "key", plant: (text) => text.replace(/"(statement)":/i, "$1:") },
];

/** Of what the policy says. */
const FAULTS: readonly Fault[] = [
  { part: "quotes", plant: (text) => text.replace(/"effect":/i, '"EFFECT":') },
  { part: "version", plant: (text) => text.replace(/"(\d\.\d)"/, "$1") },
  { part: "version key", plant: (text) => text.replace(/"version":/i, '"VERSION":') },
  { part: "key", plant: (text) => text.replace(/"statement":/i, '"sTatement":') },
  {
    part: "effect",
    plant: (text) => text.replace(/"(allow)"/i, (_, word: string) => `"${word.toUpperCase()}"`),
  },
  { part: "action", plant: (text) => text.replace(/"((?:name\/)?[a-z]+:[A-Za-z:]+)"/, '" $1"') },
  { part: "label", plant: (text) => text.replace(/"effect":/i, '"Sid": "mine", $&') },
  { part: "list", plant: (text) => text.replace(/(\[)("[^"]*")/, "$1$2, $2") },
];

const camStatement = fc.record({
  effect: fc.constantFrom("allow", "deny"),
  action: fc.uniqueArray(
    fc.constantFrom(
      "name/trtc:DescribeRoomInfo",
      "trtc:DescribeUserInfo",
      "trtc:RemoveUser",
      "trtc:Describe*",
      "im:DescribeGroups",
      "im:CreateGroup",
    ),
    { minLength: 1, maxLength: 4 },
  ),
  resource: fc.constantFrom("*", [
    "qcs::trtc::uin/100012345678:sdkappid/1400100200",
    "qcs::im::uin/100012345678:sdkappid/*",
  ]),
});

const otcStatement = fc.record({
  Effect: fc.constantFrom("Allow", "Deny"),
  Action: fc.uniqueArray(
    fc.constantFrom("ims:images:get", "ims:images:list", "ims:images:delete", "ims:*:list"),
    { minLength: 1, maxLength: 3 },
  ),
});

const policies = fc.oneof(
  fc
    .array(camStatement, { minLength: 1, maxLength: 3 })
    .map((statement) => ({ dialect: "cam" as const, data: { version: "2.0", statement } })),
  fc
    .array(otcStatement, { minLength: 1, maxLength: 3 })
    .map((Statement) => ({ dialect: "otc" as const, data: { Version: "1.1", Statement } })),
);

/** Lists of strings on one line, as people write them. */
export const rightPolicies = fc
  .tuple(policies, fc.constantFrom("\n", "\r\n"), fc.constantFrom("", "\n"))
  .map(([{ dialect, data }, lineEnd, end]) => ({
    dialect,
    text: `${JSON.stringify(data, null, 2).replace(/\[\s+("[^[\]{}]*")\s+\]/g, (_, items: string) => `[${items.replace(/\s+/g, " ")}]`)}${end}`.replaceAll(
      "\n",
      lineEnd,
    ),
  }));

const RESOURCES = ["1400100200", "1400100201", "14001002*", "*"].flatMap((id) =>
  ["im", "trtc"].map((service) => `qcs::${service}::uin/100012345678:sdkappid/${id}`),
);

/** Valid, and full of what could be said shorter or more clearly: twice, covered, in vain, by wildcards. */
export const wordyPolicies = fc.oneof(
  fc
    .array(
      fc.record({
        effect: fc.constantFrom("allow", "deny"),
        action: fc.oneof(
          fc.constantFrom("*", "trtc:*", "im:DescribeGroups"),
          fc.array(
            fc.constantFrom(
              ...[
                "name/trtc:DescribeRoomInfo",
                "trtc:DescribeRoomInfo",
                "trtc:RemoveUser",
                "trtc:D*",
                "trtc:*",
              ],
              ...["trtc:CreateTrtcApp", "trtc:Describe*", "im:CreateGroup", "im:Create*", "im:*", "*"],
              ...["im:DescribeBizTypes", "trtc:ModifyMixConf", "cos:GetObject"],
            ),
            { minLength: 1, maxLength: 5 },
          ),
        ),
        resource: fc.oneof(
          fc.constantFrom("*", ...RESOURCES),
          fc.array(fc.constantFrom("*", ...RESOURCES), { minLength: 1, maxLength: 4 }),
        ),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((statement) => ({
      dialect: "cam" as const,
      text: JSON.stringify({ version: "2.0", statement }, null, 2),
    })),
  fc
    .array(
      fc.record({
        Effect: fc.constantFrom("Allow", "Deny"),
        Action: fc.array(
          fc.constantFrom(
            ...["ims:images:get", "ims:images:list", "ims:images:*", "ims:*:list", "ims:*:*"],
            ...["ims:serverImages:create", "ecs:cloudServers:get", "obs:bucket:*"],
          ),
          { minLength: 1, maxLength: 5 },
        ),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((Statement) => ({
      dialect: "otc" as const,
      text: JSON.stringify({ Version: "1.1", Statement }, null, 2),
    })),
);

const planted = (faults: readonly Fault[]) =>
  fc
    .tuple(rightPolicies, fc.shuffledSubarray([...faults], { minLength: 1 }))
    .map(([{ dialect, text }, chosen]): Planted => {
      const parts = new Set<string>();
      let faulty = text;
      for (const { part, plant } of chosen) {
        if (parts.has(part)) continue;
        parts.add(part);
        faulty = plant(faulty);
      }
      return { dialect, right: text, faulty };
    });

export const withHabits = planted(HABITS);
export const withFaults = planted([...HABITS, ...FAULTS]);
