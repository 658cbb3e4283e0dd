import { verifiedNothing } from '../count-findings.ts';
import type { Report } from '../report.ts';
import { coverageGateSentence } from '../reporter-support/coverage-gate.ts';
import { groupFindings } from '../reporter-support/group-findings.ts';
import { jsonText } from '../reporter-support/json-text.ts';
import type { ReportContext } from '../reporter-support/report-context.ts';
import { runNotes } from '../reporter-support/run-notes.ts';
import { type ResultContext, sarifResult } from './sarif/result.ts';
import { RULES } from './sarif/rules.ts';

export type SarifContext = ResultContext & Pick<ReportContext, 'toolVersion' | 'createdAt' | 'minCoverage'>;

/**
 * A SARIF 2.1.0 log: one result for equal findings, placed in the description, with its fingerprint; what was waived is
 * there with a suppression. Source: OASIS, "Static Analysis Results Interchange Format 2.1.0".
 */
export function sarifReport(report: Report, context: SarifContext): string {
  const { title, version, sha256 } = report.contract;
  const gate = coverageGateSentence(report, context.minCoverage);
  const errors = [
    ...report.unread.map(({ file, reason }) => `${file}: ${reason}`),
    ...(gate === undefined ? [] : [gate]),
  ];
  const notes = [
    ...report.limitations.map(
      ({ what, spec }) => `Not judged: ${what} (${spec.file}:${spec.line}:${spec.column})`,
    ),
    ...runNotes(report).flatMap(({ level, text }) => (level === 'note' ? [text] : [])),
  ];
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'exa-enrichments', semanticVersion: context.toolVersion, rules: RULES },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: !verifiedNothing(report.summary) && report.unread.length === 0,
            endTimeUtc: context.createdAt.toISOString(),
            ...(errors.length > 0 && {
              toolExecutionNotifications: errors.map((text) => ({ level: 'error', message: { text } })),
            }),
            toolConfigurationNotifications: notes.map((text) => ({ level: 'note', message: { text } })),
          },
        ],
        results: groupFindings(report.findings).map((group) => sarifResult(group, context)),
        properties: { contract: { title, version, sha256 }, summary: report.summary },
      },
    ],
  };
  return jsonText(log);
}
