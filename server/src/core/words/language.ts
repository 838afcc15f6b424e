// In which language people are spoken to: one for the whole program, chosen before the first word.
import * as l10n from "@vscode/l10n";

/** Texts in another language by the English ones, with the same `{names}`: what `bundle.l10n.*.json` holds. */
export type Translation = Readonly<Record<string, string>>;

/** As VS Code names them. English needs no translation. */
export const LANGUAGES = ["en", "zh-cn"] as const;

export type Language = (typeof LANGUAGES)[number];

/** Other regions and scripts of Chinese than the simplified one write in another way. */
const SIMPLIFIED = /^zh(?:$|-(?:cn|sg|hans)\b)/;

/** `zh-CN`, `zh_CN.UTF-8` and `zh-Hans-SG` are the same to us; English for all that we do not speak. */
export function languageFor(locale: string | undefined): Language {
  return SIMPLIFIED.test(locale?.toLowerCase().replaceAll("_", "-") ?? "") ? "zh-cn" : "en";
}

let spoken: Language = "en";

/** From now on; English without a translation. */
export function speak(language: Language, translation: Translation | undefined): void {
  spoken = translation === undefined ? "en" : language;
  l10n.config({ contents: translation ?? {} });
}

/** For what is a page or an address of its own in each language. */
export function spokenLanguage(): Language {
  return spoken;
}
