// The report for servers that read test results (Jenkins, GitLab, Azure): each file is a suite, each finding a
// test that failed. Findings that do not make the command fail are tests that passed with something to say, so
// that a server turns red exactly when the command does; suppressed ones are skipped.
import * as l10n from "@vscode/l10n";
import { type Finding, indexLines, type LineIndex, positionAt, type Severity } from "../../core/index.js";
import { PROGRAM } from "../shell.js";
import { excerptOf } from "./excerpt.js";
import { describeSeverity, labelled } from "./phrases.js";
import type { FileResult, Reporter, Unread } from "./report.js";
import { element, nested, xmlText } from "./xml.js";

const DECLARATION = ["<?xml", 'version="1.0"', 'encoding="UTF-8"?>'].join(" ");

export const reportJunit: Reporter = function* (results, { failing, unread }) {
  const [start, end] = element("testsuites", { name: PROGRAM }, "\n").split("\n");
  yield `${DECLARATION}\n${start}\n`;
  for (const result of results) yield suiteOf(result, failing);
  for (const problem of unread) yield unreadSuite(problem);
  yield `${end}\n`;
};

function suiteOf(result: FileResult, failing: readonly Severity[]): string {
  const { path, text, findings, suppressed } = result;
  const lines = findings.length > 0 ? indexLines(text) : undefined;
  const nameTest = createNames();
  const fails = ({ severity }: Finding) => failing.includes(severity);
  const tests = [
    ...findings.map((finding) => {
      const { severity: type, message } = finding;
      const details = xmlText(lines === undefined ? message : detailsOf(finding, result, lines));
      const outcome = fails(finding)
        ? element("failure", { type, message }, details)
        : element("system-out", {}, details);
      return testOf(path, nameTest(finding), [outcome]);
    }),
    ...suppressed.map((finding) => {
      const { reason } = finding.suppression;
      const words = `${finding.message}\n${l10n.t("Suppressed: {reason}", { reason })}`;
      return testOf(path, nameTest(finding), [element("skipped", {}, xmlText(words))]);
    }),
  ];
  // Servers show no suite without tests.
  if (tests.length === 0) tests.push(testOf(path, l10n.t("no findings"), []));
  const failures = findings.filter(fails).length;
  return suite({ name: path, tests: tests.length, failures, errors: 0, skipped: suppressed.length }, tests);
}

function unreadSuite({ path, reason }: Unread): string {
  const failed = testOf(path, l10n.t("can be read"), [element("error", { message: reason })]);
  return suite({ name: path, tests: 1, failures: 0, errors: 1, skipped: 0 }, [failed]);
}

function suite(attributes: Readonly<Record<string, string | number>>, tests: readonly string[]): string {
  return `  ${element("testsuite", attributes, nested(tests, 2))}\n`;
}

function testOf(path: string, name: string, outcome: readonly string[]): string {
  return element("testcase", { name, classname: path }, nested(outcome, 3));
}

/** Servers follow a test by its name, so that no line is in it; two tests of one name would be one. */
function createNames(): (finding: Finding) => string {
  const seen = new Map<string, number>();
  return ({ check, message }) => {
    const name = `${check}: ${message}`;
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    return number === 1 ? name : `${name} (${number})`;
  };
}

function detailsOf(
  { severity, message, span }: Finding,
  { path, text }: FileResult,
  lines: LineIndex,
): string {
  const { line, column } = positionAt(lines, span.start);
  const { source, indent, underline } = excerptOf(text, lines, span);
  const said = labelled(describeSeverity(severity), message);
  return `${path}:${line + 1}:${column + 1}: ${said}\n${source}\n${indent}${underline}`;
}
