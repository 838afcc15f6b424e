// Names in one row, as messages of checks quote them; what stands in other sentences is listed by `core/words`.
import * as l10n from "@vscode/l10n";

/** `a, b`. */
export function nameList(names: readonly string[]): string {
  return names.join(l10n.t({ message: ", ", args: {}, comment: ["between the names of a list"] }));
}

/** `"a", "b"`, `"a", "b" and 3 more`. */
export function quotedNames(names: readonly string[], most = names.length): string {
  const shown = nameList(
    names
      .slice(0, most)
      .map((name) => l10n.t({ message: '"{name}"', args: { name }, comment: ["a name in a list"] })),
  );
  if (names.length <= most) return shown;
  return l10n.t({
    message: "{names} and {count} more",
    args: { names: shown, count: names.length - most },
    comment: ["names in quotation marks, and how many others there are"],
  });
}
