// Words of a file as our sentences quote them.
import * as l10n from "@vscode/l10n";

/** Said only where they are needed, so that a clean file costs no words. */
export type Words = () => string;

/** `"a"`. */
export function quoted(text: string): string {
  return l10n.t('"{text}"', { text });
}

/** `"a"`, `"a" and "b"`, `"a" and "b" and "c"`. */
export function quotedTogether(texts: readonly string[]): string {
  return texts.map(quoted).reduce((some, other) =>
    l10n.t({
      message: "{some} and {other}",
      args: { some, other },
      comment: ["one or more things in quotation marks, and another one"],
    }),
  );
}
