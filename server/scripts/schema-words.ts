// What the schemas of our files say, in each language. Editors show it where a key is completed or hovered.
import type { CheckInfo } from "../src/core/index.js";
import { inChinese, inEnglish } from "./check-settings.js";

export interface SchemaWords {
  /** What a check finds, and its own severity. */
  readonly level: (check: CheckInfo) => string;
  /** The title of a check or of a dialect, given in English. */
  readonly translate: (title: string) => string;
  /** Of a check that had another id. */
  readonly renamed: (id: string) => string;
  /** The key that both kinds of files have. */
  readonly schema: string;
  readonly project: ProjectWords;
  readonly grants: GrantsWords;
}

type ProjectWords = Readonly<
  Record<
    | "title"
    | "file"
    | "version"
    | "files"
    | "accounts"
    | "applications"
    | "sdkAppId"
    | "label"
    | "account"
    | "levels"
    | "globs"
    | "overrides"
    | "suppressions"
    | "suppressedCheck"
    | "suppressedFile"
    | "suppressedAt"
    | "reason"
    | "expires",
    string
  >
>;

interface GrantsWords
  extends Readonly<Record<"title" | "file" | "groups" | "users" | "groupNames" | "policies", string>> {
  /** The clouds are given with the ids of their dialects. */
  readonly dialect: (clouds: readonly Cloud[]) => string;
}

interface Cloud {
  readonly id: string;
  readonly title: string;
}

export const englishSchema: SchemaWords = {
  level: inEnglish,
  translate: (title) => title,
  renamed: (id) => `It is called ${id} now.`,
  schema: "Where an editor without the extension finds this schema.",
  project: {
    title: "Access Policy project file",
    file: "What a team decides about its access policies: which files hold them, how severe findings are, and which of them it lives with.",
    version: "Version of the format. There has been one only.",
    files:
      "Files that are policies whatever they hold. Files named *.policy.json, *.cam.json and *.otc.json are policies anyway, and others where their content tells.",
    accounts: "Labels of your root accounts, by their numbers.",
    applications:
      "Your applications of Chat and TRTC. They come first in completion, and other ids are warned about.",
    sdkAppId: "The SDKAppID, as the console shows it.",
    label: 'How you call the application, such as "Live prod".',
    account: "Number of the root account that owns the application.",
    levels: "How severe the findings of checks are.",
    globs:
      "Globs from the folder of this file, with forward slashes; with ! before it, one takes files away.",
    overrides: "Other levels for some of the files. Later ones win.",
    suppressions: "Findings that you live with. They are counted, and no longer shown.",
    suppressedCheck: "Id of the check.",
    suppressedFile: "Path of the file from the folder of this one, with forward slashes; or a glob.",
    suppressedAt:
      "Where in the file: the text of the string at the place of the finding, or a JSON pointer such as /statement/0. Without it all findings of the check in the file.",
    reason: "Why. Whoever reads this file will want to know.",
    expires: "Last day on which it holds, such as 2027-06-30.",
  },
  grants: {
    title: "Access Policy grants file",
    file: "Sub-accounts and groups, and the policies attached to them, as an administrator sets them in the console.",
    dialect: (clouds) => `The cloud: ${clouds.map(({ id, title }) => `${id} (${title})`).join(", ")}.`,
    groups: "Groups by their names. A group holds no other groups.",
    users: "Sub-accounts by their names.",
    groupNames: "Names of groups of this file.",
    policies:
      "Names of presets and of policies of the account, and paths of policies from the folder of this file, such as ./rooms.policy.json.",
  },
};

/** With the titles of checks and dialects in Chinese by the English ones. */
export function chineseSchema(titles: Readonly<Record<string, string>>): SchemaWords {
  const translate = (title: string) => titles[title] ?? title;
  return {
    level: inChinese(titles),
    translate,
    renamed: (id) => `现已更名为 ${id}。`,
    schema: "供没有此扩展的编辑器查找此 JSON Schema 的地址。",
    project: {
      title: "Access Policy 项目文件",
      file: "团队对其访问策略的约定：哪些文件是策略，各检查项的级别，以及忽略哪些问题。",
      version: "格式的版本，目前只有一个。",
      files:
        "不论内容如何都视为策略的文件。名为 *.policy.json、*.cam.json 和 *.otc.json 的文件本来就是策略，其他文件根据内容判断。",
      accounts: "主账号的名称，以账号 ID 为键。",
      applications: "即时通信和实时音视频的应用。补全时排在最前；使用其他 ID 时会警告。",
      sdkAppId: "SDKAppID，与控制台中显示的一致。",
      label: "应用的称呼，例如“直播生产”。",
      account: "应用所属主账号的账号 ID。",
      levels: "各检查项的级别。",
      globs: "相对于此文件所在文件夹的 glob，使用正斜杠；以 ! 开头的表示排除文件。",
      overrides: "对部分文件另行设置的级别，靠后的优先。",
      suppressions: "忽略的问题。它们仍会计数，但不再显示。",
      suppressedCheck: "检查项的 ID。",
      suppressedFile: "相对于此文件所在文件夹的文件路径，使用正斜杠；也可以是 glob。",
      suppressedAt:
        "在文件中的位置：问题所在的字符串的文本，或 JSON 指针，例如 /statement/0。不填则为该检查项在文件中的所有问题。",
      reason: "忽略原因，供阅读此文件的人了解。",
      expires: "有效期的最后一天，例如 2027-06-30。",
    },
    grants: {
      title: "Access Policy 授权文件",
      file: "子账号和用户组，以及它们已关联的策略，与管理员在控制台中的设置一致。",
      dialect: (clouds) =>
        `云平台：${clouds.map(({ id, title }) => `${id}（${translate(title)}）`).join("、")}。`,
      groups: "用户组，以名称为键。用户组不能包含其他用户组。",
      users: "子账号，以名称为键。",
      groupNames: "此文件中用户组的名称。",
      policies:
        "预设策略和账号中策略的名称，以及相对于此文件所在文件夹的策略路径，例如 ./rooms.policy.json。",
    },
  };
}
