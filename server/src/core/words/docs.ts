// Where people read more about a check, in their language. The only place that knows the address.
import { spokenLanguage } from "./language.js";

const PAGES = "https://github.com/access-policy/access-policy/blob/main/server/docs/checks";

/** Web address of the page about a check, by the check's id. */
export function docsOf(check: string): string {
  const language = spokenLanguage();
  return language === "en" ? `${PAGES}/${check}.md` : `${PAGES}/${language}/${check}.md`;
}
