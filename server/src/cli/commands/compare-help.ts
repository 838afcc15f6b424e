// What `access-policy compare --help` says.
import * as l10n from "@vscode/l10n";
import type { Dialect } from "../../core/index.js";
import { type HelpTable, helpRow, languageRow, layOut, type OptionRow, optionsTable } from "../help.js";
import { dialectTitles } from "./reading-options.js";

export function compareHelp(dialects: readonly Dialect[]): string {
  return layOut([
    l10n.t(
      "Usage: access-policy compare <before> <after> [options]\n       access-policy compare --git <ref> [paths…] [options]",
    ),
    l10n.t(
      "Says what a change of access policies newly allows and what it takes away, with an example for each.",
    ),
    sidesTable(),
    [
      l10n.t(
        "In folders, files that hold no policy are left out. A policy that was added or deleted is compared with nothing.",
      ),
      l10n.t(
        "Of grants files, *.grants.json, it is said who gains and loses what, with the policies that each version names; since a\ncommit also where only such a policy has changed.",
      ),
    ].join("\n"),
    optionsTable(28, optionRows(dialects)),
    [
      l10n.t("Exit code: 0 compared, 1 something that --fail-on names, 2 could not run."),
      l10n.t(
        "What could not be decided, and what could not be read on one side, may hide that access was widened: --fail-on\ncounts it as such. A policy that could not be read at all makes the exit code 1 in any case.",
      ),
    ].join("\n"),
  ]);
}

function sidesTable(): HelpTable {
  return {
    title: l10n.t("What is compared:"),
    column: 25,
    rows: [
      {
        what: l10n.t("<before> <after>"),
        means: l10n.t(
          'two files, of which one may be "-" for standard input; or two folders, whose files\nbelong together by their paths below them',
        ),
      },
      {
        what: l10n.t("--git <ref> [paths…]"),
        means: l10n.t(
          "the working tree below the current folder, or these files and folders of it, with a\ncommit: HEAD, HEAD~1, a branch or a tag. Renames are followed as git sees them;\nuntracked files count, ignored ones do not",
        ),
      },
    ],
  };
}

function optionRows(dialects: readonly Dialect[]): readonly OptionRow[] {
  return [
    {
      what: l10n.t("--format <format>"),
      means: l10n.t(
        "text (default), json, markdown (for a comment on a pull request), github\n(annotations) or sarif (2.1.0)",
      ),
    },
    {
      what: l10n.t("--fail-on <change>"),
      means: l10n.t(
        "widened: fail when a policy allows something that it did not allow before;\nwidened-write: only when that is not known to be read access",
      ),
    },
    {
      what: l10n.t("--dialect <dialect>"),
      means: l10n.t("auto (default): each file tells its own; or one of all:\n{titles}", {
        titles: dialectTitles(dialects),
      }),
    },
    {
      what: l10n.t("--project <file>"),
      means: l10n.t(
        "take the names of applications from this project file, instead of from the nearest\naccess-policy.config.json upward from each file",
      ),
    },
    { what: "--no-project", means: l10n.t("use no project files") },
    languageRow(),
    helpRow(),
  ];
}
