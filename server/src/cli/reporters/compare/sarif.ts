// The comparison for services that collect findings: SARIF 2.1.0, with a note on the words of each statement that
// newly allow something.
import * as l10n from "@vscode/l10n";
import type { Artifact, ReportingDescriptor, Result } from "sarif";
import { docsOf } from "../../../core/index.js";
import { invocationOf, resultsOf, SCHEMA } from "../sarif.js";
import { artifactPlace, BASE, describeBase } from "../sarif-place.js";
import type { CompareReporter } from "./compared.js";
import { findingsOf, UNDECIDED, WIDENED } from "./findings.js";

export const reportCompareSarif: CompareReporter = (files, options) => {
  const { cwd, unread, version } = options;
  const ruleIndexes = new Map<string, number>();
  const artifacts: Artifact[] = [];
  const results: Result[] = [];
  for (const file of files) {
    const location = artifactPlace(file.path, cwd);
    const place = { ...location, index: artifacts.length };
    artifacts.push({ location, roles: ["analysisTarget"] });
    const found = findingsOf(file, options);
    if (found !== undefined) results.push(...resultsOf(found, place, ruleIndexes));
  }
  const rules = describeRules();
  const driver = {
    name: "Access Policy",
    version,
    informationUri: docsOf("index"),
    rules: [...ruleIndexes.keys()].flatMap((id) => rules.filter((rule) => rule.id === id)),
  };
  const run = {
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: { [BASE]: { description: { text: describeBase() } } },
    results,
    artifacts,
    invocations: [invocationOf(unread, cwd)],
    tool: { driver },
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: "2.1.0", runs: [run] }, undefined, 2)}\n`;
};

function describeRules(): readonly ReportingDescriptor[] {
  return [
    {
      id: WIDENED,
      name: "AccessWidened",
      shortDescription: { text: l10n.t("A policy newly allows something.") },
      fullDescription: {
        text: l10n.t(
          "After the change, this statement allows requests that were denied before. Whoever reviews the change decides whether that is meant.",
        ),
      },
      defaultConfiguration: { level: "note" },
    },
    {
      id: UNDECIDED,
      name: "AccessUndecided",
      shortDescription: {
        text: l10n.t("It could not be decided whether a policy newly allows something."),
      },
      fullDescription: {
        text: l10n.t(
          "The policies have too many combinations of patterns or conditions to compare, or parts that cannot be read.",
        ),
      },
      defaultConfiguration: { level: "note" },
    },
  ];
}
