// The option `--lang`, which every command takes: it is read before all others, because they complain in it.
// What the environment says of languages does not count, so that reports are the same on all machines.
import { LANGUAGES, type Language } from "../core/index.js";
import type { UsageError } from "./shell.js";
import { needsValue, unknownChoice } from "./usage.js";

export interface ChosenLanguage {
  readonly language: Language;
  /** The other arguments. */
  readonly rest: readonly string[];
}

const OPTION = "--lang";

/** Wherever it stands before `--`; the last one counts, as with other options. */
export function chooseLanguage(argv: readonly string[]): ChosenLanguage | UsageError {
  const end = argv.includes("--") ? argv.indexOf("--") : argv.length;
  const rest: string[] = [];
  let language: Language = "en";
  for (let at = 0; at < argv.length; at++) {
    const arg = argv[at] ?? "";
    const isApart = arg === OPTION;
    if (at >= end || !(isApart || arg.startsWith(`${OPTION}=`))) {
      rest.push(arg);
      continue;
    }
    if (isApart) at++;
    const given = isApart ? (at < end ? argv[at] : undefined) : arg.slice(OPTION.length + 1);
    if (given === undefined || given === "" || given.startsWith("-")) return needsValue(OPTION);
    const known = LANGUAGES.find((one) => one === given.toLowerCase());
    if (known === undefined) return unknownChoice("language", given, LANGUAGES);
    language = known;
  }
  return { language, rest };
}
