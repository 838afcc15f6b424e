// What `access-policy check --help` says.
import * as l10n from "@vscode/l10n";
import type { Dialect } from "../../core/index.js";
import { type HelpTable, helpRow, languageRow, layOut, type OptionRow, optionsTable } from "../help.js";
import { dialectTitles } from "./reading-options.js";

export function checkHelp(dialects: readonly Dialect[]): string {
  return layOut([
    l10n.t("Usage: access-policy check [paths…] [options]"),
    l10n.t("Finds mistakes in access policies."),
    pathsTable(),
    optionsTable(29, optionRows(dialects)),
    l10n.t(
      "Exit code: 0 nothing to fail on, 1 findings (or a policy that could not be read), 2 could not run.",
    ),
  ]);
}

function pathsTable(): HelpTable {
  return {
    title: l10n.t("Paths:"),
    column: 19,
    rows: [
      { what: l10n.t("file"), means: l10n.t("is judged whatever it is called") },
      {
        what: l10n.t("folder"),
        means: l10n.t(
          "is searched for policies: *.policy.json, *.cam.json and *.otc.json, and other\n*.json and *.jsonc files that hold one, and for grants files, *.grants.json, which say\nwho has which policies; the current folder when no path is given;\nwhat .gitignore files leave out is left out, and so are .git and node_modules",
        ),
      },
      { what: "'glob/**/*.json'", means: l10n.t("each file that fits is judged") },
      {
        what: "-",
        means: l10n.t(
          "standard input; with --fix, the fixed text goes to standard output and the report to\nstandard error",
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
        "text (default), json, sarif (2.1.0), github (annotations), junit (what fails the\ncommand are failed tests) or markdown (for comments)",
      ),
    },
    {
      what: "--fix",
      means: l10n.t("apply the fixes that change no access, and report what remains"),
    },
    {
      what: "--fix=unsafe",
      means: l10n.t("apply also fixes that change access or are a guess: look at what they did"),
    },
    {
      what: "--dry-run",
      means: l10n.t(
        "with --fix: write nothing, and print the changes as a unified diff in place of the\nreport; the exit code is that of the files as they are",
      ),
    },
    {
      what: l10n.t("--fail-on <severity>"),
      means: l10n.t(
        "error (default), warning, info or hint: the least severe finding that makes\nthe command fail",
      ),
    },
    {
      what: l10n.t("--dialect <dialect>"),
      means: l10n.t("auto (default): each file tells its own; or {titles}", {
        titles: dialectTitles(dialects),
      }),
    },
    {
      what: l10n.t("--project <file>"),
      means: l10n.t(
        "judge all files by this project file, instead of by the nearest\naccess-policy.config.json upward from each",
      ),
    },
    { what: "--no-project", means: l10n.t("judge without project files") },
    { what: "--no-ignore", means: l10n.t("search also what .gitignore files leave out") },
    {
      what: l10n.t("--help-check <check>"),
      means: l10n.t('show the page about a check; the list of all is "index"'),
    },
    languageRow(),
    helpRow(),
  ];
}
