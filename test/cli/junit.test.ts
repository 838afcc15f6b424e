// The JUnit report: against the schema of what Jenkins reads, by libxml2, and by what it promises.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { memoryPages, validateXML } from "xmllint-wasm";
import { reportJunit } from "../../server/src/cli/reporters/junit.js";
import { element, xmlText } from "../../server/src/cli/reporters/xml.js";
import { ODD_NAMES, report, resultOf } from "./report-results.js";
import { DOUBTFUL, FAULTY, folderWith, runCli } from "./run-cli.js";

const FIXTURES = join(import.meta.dirname, "../fixtures");
const SCHEMA = readFileSync(join(FIXTURES, "schemas/jenkins-junit.xsd"), "utf8");

describe("a report is valid by the schema of Jenkins", () => {
  test("of many findings, of none, of suppressed ones and of nothing", async () => {
    const { out } = await runCli(["check", "policies", "--format", "junit"], { cwd: join(FIXTURES, "cli") });
    const suppressed = report(reportJunit, [resultOf("a.policy.json", FAULTY, "agreed & <signed>")]);
    const unread = report(reportJunit, [], { unread: [{ path: "a.json", reason: "permission denied" }] });
    expect(await faultsOf([out, suppressed, unread, report(reportJunit, [])])).toEqual([]);
  });

  test("of files with odd names and odd texts", async () => {
    const odd = FAULTY.replace("grant", "\u0001]]>&<!--\u001b\ufffe\ud800");
    const xml = report(
      reportJunit,
      ODD_NAMES.map((name) => resultOf(name, odd)),
    );
    expect(await faultsOf([xml])).toEqual([]);
    const shown = ODD_NAMES.map((name) => name.replace("\u0001\u001b", "<U+0001><U+001B>"));
    expect(attributesOf(xml, "testsuite", "name")).toEqual(shown);
  });

  test("and one that is not valid is found", async () => {
    expect(await faultsOf(['<testsuites><testsuite name="a"/></testsuites>'])).toHaveLength(1);
    expect(await faultsOf(['<testsuites name="\u0001"/>'])).not.toEqual([]);
  });
});

test("a suite counts its tests: what fails the command, what does not, and what is suppressed", () => {
  const both = FAULTY.replace("DescribeRoomInfo", "DescribeRoomInf");
  const result = {
    ...resultOf("a.policy.json", both),
    suppressed: resultOf("", DOUBTFUL, "agreed").suppressed,
  };
  const xml = report(reportJunit, [result]);
  expect(xml).toContain('<testsuite name="a.policy.json" tests="3" failures="1" errors="0" skipped="1">');
  expect(xml.match(/<failure type="error"/g)).toHaveLength(1);
  expect(xml.match(/<system-out>/g)).toHaveLength(1);
  expect(xml).toMatch(/<skipped>.*\nSuppressed: agreed<\/skipped>/);
  const strict = report(reportJunit, [result], { failing: ["error", "warning"] });
  expect(strict).toContain('tests="3" failures="2" errors="0" skipped="1"');
});

test("the same finding twice is two tests", () => {
  const twice = FAULTY.replace(/\{ "effect".*\}/, "$&, $&");
  const names = attributesOf(report(reportJunit, [resultOf("a.policy.json", twice)]), "testcase", "name");
  expect(names.filter((name) => name.startsWith("unknown-effect: "))).toHaveLength(2);
  expect(new Set(names).size).toBe(names.length);
});

test("a file that could not be read is an error", async () => {
  const { out } = await runCli(["check", "gone.json", "--format=junit"], { cwd: folderWith({}) });
  expect(out).toContain('<testsuite name="gone.json" tests="1" failures="0" errors="1" skipped="0">');
  expect(out).toContain('<error message="no such file or folder"/>');
});

test("any text comes back from an attribute and from an element", () => {
  const unit = fc.constantFrom(..."a<>&\"'\t\n\r;#策🎉");
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      expect(decoded(/ name="([^"]*)"/.exec(element("a", { name: text }))?.[1] ?? "")).toBe(text);
      expect(decoded(xmlText(text))).toBe(text);
    }),
  );
});

async function faultsOf(documents: readonly string[]): Promise<string[]> {
  const { errors } = await validateXML({
    xml: documents.map((contents, at) => ({ fileName: `${at}.xml`, contents })),
    schema: [SCHEMA],
    initialMemoryPages: 16 * memoryPages.MiB,
    maxMemoryPages: 64 * memoryPages.MiB,
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

function attributesOf(xml: string, name: string, attribute: string): string[] {
  const pattern = new RegExp(`<${name} (?:[^>]* )?${attribute}="([^"]*)"`, "g");
  return [...xml.matchAll(pattern)].map(([, value = ""]) => decoded(value));
}

function decoded(text: string): string {
  const names: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&" };
  return text.replace(/&(?:#(\d+)|(\w+));/g, (_whole, code?: string, name = "") =>
    code === undefined ? (names[name] ?? "") : String.fromCodePoint(Number(code)),
  );
}
