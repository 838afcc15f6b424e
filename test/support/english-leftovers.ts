// Finds English that was left in a Chinese sentence. Names of policies and of clouds, and what is quoted, stay as they
// are in every language.

/** Products, files and formats whose names are written alike in both languages. */
const NAMES = [
  "Open Telekom Cloud",
  "Tencent Cloud",
  "Tencent RTC",
  "Alibaba Cloud",
  "Huawei Cloud",
  "Google Cloud",
  "Access Policy",
  "Visual Studio Code",
  "VS Code",
  "GitHub Actions",
  "Code Climate",
];

/** What is no prose, whatever stands in it; the order matters, a quotation may hold any of the others. */
const SPARED: readonly RegExp[] = [
  /(`{1,3})(?!`)[\s\S]*?[^`]\1(?!`)/g,
  /\]\([^()\s]*\)/g,
  /"(?:[^"\\\n]|\\.)*"/g,
  /“[^”\n]*”/g,
  /[a-z]+:\/\/[^\s，。；：、（）]+/g,
  new RegExp(`\\b(?:${NAMES.join("|")})\\b`, "g"),
  // Identifiers: a mark or a digit within, or capitals behind the first letter.
  /[\w$*@<>{}~-]+(?:[:./\\=+&?*@-]+[\w$*@<>{}~-]+)+\*?/g,
  /(?<!\w)(?!\d+(?!\w))[A-Za-z]*[\d_*$@][\w*$@]*/g,
  /\b[A-Za-z]+[A-Z][A-Za-z]*\b/g,
];

/** They are never names, so one of them gives English away. */
const SMALL_WORDS =
  "a an and are as at be by can for from has have in into is it its more no not of on only or other others so than that the their these they this to under when where which with without";

const LEFTOVER = new RegExp(
  `\\b(?:\\d+ )?[A-Za-z']+(?:[,;:]? +[A-Za-z']+)+|\\b\\d+ [a-z]{3,}|\\b(?:${SMALL_WORDS.replaceAll(" ", "|")})\\b`,
  "g",
);

/**
 * Two or more English words in a row, one behind a number, or a small one alone. `names` are those that only who asks
 * can know, such as the names of statements.
 */
export function englishLeftovers(text: string, names: readonly string[] = []): string[] {
  let bare = text;
  const longest = [...names].filter((name) => name !== "").sort((a, b) => b.length - a.length);
  for (const name of longest) bare = bare.replaceAll(name, SPARE);
  for (const spared of SPARED) bare = bare.replace(spared, SPARE);
  return bare.match(LEFTOVER) ?? [];
}

/** Keeps apart what stood beside it. */
const SPARE = "·";
