// Lets a test read what people read in another language.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { speak, type Translation } from "../../server/src/core/index.js";

const FILE = join(import.meta.dirname, "../../server/l10n/bundle.l10n.zh-cn.json");

export const CHINESE: Translation = JSON.parse(readFileSync(FILE, "utf8"));

/** Runs in Chinese; whoever comes after is spoken to in English again. */
export function inChinese<Result>(run: () => Result): Result {
  speak("zh-cn", CHINESE);
  try {
    return run();
  } finally {
    speak("en", undefined);
  }
}
