// What the list of all checks says beside their ids, in each language.
import type { Category, FixSafety, Severity } from "../src/core/index.js";

export interface IndexWords {
  /** Above the list. */
  readonly introduction: string;
  readonly title: string;
  /** Of the columns: check, finds, severity, fix. */
  readonly head: readonly string[];
  readonly categories: Readonly<Record<Category, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly safeties: Readonly<Record<FixSafety, string>>;
  /** Between the safeties. */
  readonly separator: string;
  /** The title of a check, given in English. */
  readonly translate: (title: string) => string;
}

export const englishIndex: IndexWords = {
  title: "Checks",
  introduction: [
    "What Access Policy looks for in a policy, and in the project file `access-policy.config.json`.",
    "An _error_ is refused by the cloud or can have no effect, a _warning_ is probably not meant or grants more than it seems, an _info_ is worth knowing, and a _hint_ makes a policy tidier.",
    "A fix is _safe_ where it changes no access, and _unsafe_ where it changes access or is a guess; unsafe fixes are offered and never applied on their own.",
  ].join("\n"),
  head: ["check", "finds", "severity", "fix"],
  categories: {
    document: "Document",
    statement: "Statement",
    action: "Actions",
    resource: "Resources",
    condition: "Conditions",
    meaning: "Meaning",
    grants: "Grants files",
    change: "Change",
    project: "Project file",
  },
  severities: { error: "error", warning: "warning", info: "info", hint: "hint" },
  safeties: { safe: "safe", unsafe: "unsafe" },
  separator: ", ",
  translate: (title) => title,
};

/** With the titles of checks in Chinese by the English ones. */
export function chineseIndex(titles: Readonly<Record<string, string>>): IndexWords {
  return {
    title: "检查项",
    // A new line would be shown as a blank between the sentences.
    introduction: [
      "Access Policy 在策略和项目文件 `access-policy.config.json` 中检查的内容。",
      "“错误”会被云平台拒绝或不起作用，“警告”很可能不是本意或授予的权限比看上去多，“信息”值得了解，“提示”能使策略更整洁。",
      "“安全修复”不改变权限；“不安全修复”会改变权限，或者只是猜测，因此只供选择，不会自动应用。",
    ].join(""),
    head: ["检查项", "发现的问题", "级别", "修复"],
    categories: {
      document: "文档",
      statement: "语句",
      action: "操作",
      resource: "资源",
      condition: "条件",
      meaning: "含义",
      grants: "授权文件",
      change: "权限变化",
      project: "项目文件",
    },
    severities: { error: "错误", warning: "警告", info: "信息", hint: "提示" },
    safeties: { safe: "安全", unsafe: "不安全" },
    separator: "、",
    translate: (title) => titles[title] ?? title,
  };
}
