// The report for services that collect findings: SARIF 2.1.0 (OASIS). Results are written as they come; the rules
// stand behind them, because only checks that found something are described.
import type { Artifact, Result, Fix as SarifFix } from "sarif";
import {
  docsOf,
  type Finding,
  type Fix,
  indexLines,
  type LineIndex,
  type SuppressedFinding,
} from "../../core/index.js";
import { createFingerprinter, type Fingerprinter } from "./fingerprint.js";
import type { FileResult, Reporter, Unread } from "./report.js";
import { type ArtifactPlace, artifactPlace, BASE, describeBase, regionOf } from "./sarif-place.js";
import { levelOf, ruleOf } from "./sarif-rule.js";

export const SCHEMA =
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** The number changes when fingerprints are made in another way. */
const FINGERPRINT = "accessPolicyFinding/v1";

export const reportSarif: Reporter = function* (results, { cwd, pages, unread, version }) {
  const rules = new Map<string, number>();
  const artifacts: Artifact[] = [];
  let separator = "\n";
  yield `{
  "$schema": ${JSON.stringify(SCHEMA)},
  "version": "2.1.0",
  "runs": [{
    "columnKind": "utf16CodeUnits",
    "originalUriBaseIds": ${JSON.stringify({ [BASE]: { description: { text: describeBase() } } })},
    "results": [`;
  for (const file of results) {
    const place = { ...artifactPlace(file.path, cwd), index: artifacts.length };
    artifacts.push({ location: artifactPlace(file.path, cwd), roles: ["analysisTarget"] });
    for (const result of resultsOf(file, place, rules)) {
      yield `${separator}      ${JSON.stringify(result)}`;
      separator = ",\n";
    }
  }
  const described = rules.size > 0 ? pages() : {};
  const driver = {
    name: "Access Policy",
    version,
    informationUri: docsOf("index"),
    rules: [...rules.keys()].map((check) => ruleOf(check, described[check])),
  };
  yield `${rules.size === 0 ? "" : "\n    "}],
    "artifacts": ${list(artifacts)},
    "invocations": ${JSON.stringify([invocationOf(unread, cwd)])},
    "tool": { "driver": ${JSON.stringify(driver)} }
  }]
}
`;
};

/** Suppressed findings are results too, so that a service knows of them. */
export function* resultsOf(
  { path, text, findings, suppressed }: Omit<FileResult, "dialect">,
  place: ArtifactPlace,
  rules: Map<string, number>,
): Generator<Result> {
  if (findings.length + suppressed.length === 0) return;
  const lines = indexLines(text);
  const fingerprint = createFingerprinter(path, text);
  const all: (Finding | SuppressedFinding)[] = [...findings, ...suppressed];
  all.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  for (const finding of all) {
    if (!rules.has(finding.check)) rules.set(finding.check, rules.size);
    yield resultOf(finding, { place, lines, ruleIndex: rules.get(finding.check) ?? 0, fingerprint });
  }
}

interface ResultContext {
  readonly place: ArtifactPlace;
  readonly lines: LineIndex;
  readonly ruleIndex: number;
  readonly fingerprint: Fingerprinter;
}

function resultOf(
  finding: Finding | SuppressedFinding,
  { place, lines, ruleIndex, fingerprint }: ResultContext,
): Result {
  const { check, severity, message, span, related = [], fixes = [] } = finding;
  const at = (where: Finding["span"]) => ({
    physicalLocation: { artifactLocation: place, region: regionOf(where, lines) },
  });
  return {
    ruleId: check,
    ruleIndex,
    level: levelOf(severity),
    message: { text: message },
    locations: [at(span)],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, index) => ({
        id: index + 1,
        ...at(other.span),
        message: { text: other.message },
      })),
    }),
    partialFingerprints: { [FINGERPRINT]: fingerprint(finding) },
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(fix, place, lines)) }),
    // Empty where it is not suppressed: all results of a run say it, or none.
    suppressions: "suppression" in finding ? [suppressionOf(finding)] : [],
  };
}

function fixOf({ title, safety, edits }: Fix, place: ArtifactPlace, lines: LineIndex): SarifFix {
  const replacements = edits.map(({ span, text }) => ({
    deletedRegion: regionOf(span, lines),
    ...(text !== "" && { insertedContent: { text } }),
  }));
  return {
    description: { text: title },
    artifactChanges: [{ artifactLocation: place, replacements }],
    properties: { safety },
  };
}

function suppressionOf({ suppression: { reason, expires } }: SuppressedFinding) {
  return {
    kind: "external" as const,
    justification: reason,
    ...(expires !== undefined && { properties: { expires } }),
  };
}

export function invocationOf(unread: readonly Unread[], cwd: string) {
  return {
    executionSuccessful: unread.length === 0,
    ...(unread.length > 0 && {
      toolExecutionNotifications: unread.map(({ path, reason }) => ({
        level: "error" as const,
        message: { text: reason },
        locations: [{ physicalLocation: { artifactLocation: artifactPlace(path, cwd) } }],
      })),
    }),
  };
}

/** One line for each value. */
function list(values: readonly object[]): string {
  if (values.length === 0) return "[]";
  return `[\n${values.map((value) => `      ${JSON.stringify(value)}`).join(",\n")}\n    ]`;
}
