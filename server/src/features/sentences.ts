// Sentences one after the other, with what stands between them in the language of the reader.
import * as l10n from "@vscode/l10n";

export function sentences(parts: readonly string[]): string {
  const [first = "", ...others] = parts;
  return others.reduce(
    (before, sentence) =>
      l10n.t({
        message: "{before} {sentence}",
        args: { before, sentence },
        comment: ["two whole sentences"],
      }),
    first,
  );
}
