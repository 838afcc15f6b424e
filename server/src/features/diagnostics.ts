// Findings as diagnostics of the protocol.
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import { allChecks, docsOf, type Finding, type Severity } from "../core/index.js";
import type { JudgedDocument } from "./document.js";
import { toRange } from "./to-lsp.js";

export const DIAGNOSTIC_SOURCE = "access-policy";

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function diagnostics(document: JudgedDocument): Diagnostic[] {
  const { isToldByOthers = () => false } = document;
  const findings = document.findings().filter((finding) => !isToldByOthers(finding));
  return findings.map((finding) => toDiagnostic(finding, document));
}

export function toDiagnostic(finding: Finding, { lines, uri }: JudgedDocument): Diagnostic {
  return {
    range: toRange(lines, finding.span),
    severity: SEVERITIES[finding.severity],
    source: DIAGNOSTIC_SOURCE,
    code: finding.check,
    codeDescription: { href: docsOf(finding.check) },
    message: finding.message,
    ...(UNNECESSARY.has(finding.check) && { tags: [DiagnosticTag.Unnecessary] }),
    ...(finding.related && {
      relatedInformation: finding.related.map(({ span, message }) => ({
        location: { uri, range: toRange(lines, span) },
        message,
      })),
    }),
  };
}

const UNNECESSARY = new Set(allChecks.flatMap(({ id, unnecessary }) => (unnecessary === true ? [id] : [])));
