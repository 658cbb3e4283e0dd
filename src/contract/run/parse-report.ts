import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { countFindings } from '../count-findings.ts';
import { percentOf } from '../coverage/coverage.ts';
import type { Severity } from '../finding.ts';
import { printable } from '../printable.ts';
import { type Fields, isFields, parseJson } from '../recordings/index.ts';
import type { Report } from '../report.ts';
import { PACKAGE_FOLDER } from '../reporters/shared/context.ts';

/** A report that can't be read, or can't be put together with others: one line that names the file and the reason. */
export class ReportError extends Error {
  override readonly name = 'ReportError';

  constructor(file: string, reason: string, options?: ErrorOptions) {
    super(`${printable(file)}: ${printable(reason)}`, options);
  }
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/**
 * Reads the text of a JSON report: it must be what the published schema says, and its counts what they count. A report that
 * was cut or edited must not speak for a run.
 *
 * @throws RecordingError where it is not JSON, ReportError where it is no report of this version, or contradicts itself
 */
export function parseReport(file: string, text: string): Report {
  const report = parseJson(file, text.replace(/^\ufeff/, ''));
  if (!isFields(report) || !isFields(report['contract']) || !isFields(report['summary']))
    throw new ReportError(file, 'is not a JSON report of `verify`');
  if (report['version'] !== 2)
    throw new ReportError(
      file,
      `is a report of version ${String(report['version'])}, and only 2 is known: make it again`,
    );
  if (!isReport(report))
    throw new ReportError(file, `is not a report of \`verify\`: ${brokenMember()} is not as it should be`);
  const contradiction = contradictionIn(report);
  if (contradiction !== undefined)
    throw new ReportError(file, `contradicts itself: ${contradiction}. Make it again`);
  return report;
}

let validate: ValidateFunction<Report> | undefined;

function isReport(report: Fields): report is Fields & Report {
  validate ??= new Ajv2020({ strict: false, validateFormats: false }).compile<Report>(
    JSON.parse(readFileSync(join(PACKAGE_FOLDER, 'docs', 'report.schema.json'), 'utf8')),
  );
  return validate(report);
}

/** The first member that is not as it should be, as `findings[0].check`. */
function brokenMember(): string {
  const [error] = validate?.errors ?? [];
  const missing: unknown = error?.params['missingProperty'];
  const path = `${error?.instancePath ?? ''}${typeof missing === 'string' ? `/${missing}` : ''}`;
  return path
    .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replace(/\/([^/[]+)/g, '.$1')
    .replace(/^\./, '');
}

/** The first count that is another than what it counts. */
function contradictionIn(report: Report): string | undefined {
  const { summary, findings, coverage, recordings, elsewhere, contracts = [] } = report;
  const counted = countFindings(findings, summary.unlisted);
  const kinds = Object.entries(coverage.kinds);
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const claims: readonly (readonly [name: string, claimed: number, found: number])[] = [
    ...SEVERITIES.map(
      (each) => [`summary.findings.${each}`, summary.findings[each], counted.findings[each]] as const,
    ),
    ['summary.waived', summary.waived, counted.waived],
    ...(recordings === undefined
      ? []
      : [['summary.exchanges', summary.exchanges, sum(recordings.map((each) => each.exchanges))] as const]),
    ['coverage.covered', coverage.covered, coverage.eligible - coverage.missing.length],
    ['coverage.eligible', coverage.eligible, sum(kinds.map(([, { eligible }]) => eligible))],
    ['coverage.percent', coverage.percent, percentOf(coverage)],
    ...kinds.map(([kind, { covered, eligible }]) => {
      const missing = coverage.missing.filter((point) => point.kind === kind).length;
      return [`coverage.kinds.${kind}.covered`, covered, eligible - missing] as const;
    }),
    ...contracts.map(({ name, coverage: { covered, eligible } }, place) => {
      const missing = coverage.missing.filter((point) => point.contract === name).length;
      return [`contracts[${place}].coverage.covered`, covered, eligible - missing] as const;
    }),
    ...(contracts.length === 0
      ? []
      : [
          ['summary.verified', summary.verified, sum(contracts.map((each) => each.verified))] as const,
          [
            'coverage.eligible',
            coverage.eligible,
            sum(contracts.map((each) => each.coverage.eligible)),
          ] as const,
        ]),
  ];
  const wrong = claims.find(([, claimed, found]) => claimed !== found);
  if (wrong !== undefined) return `${wrong[0]} is ${wrong[1]}, and by what it counts it is ${wrong[2]}`;
  const { exchanges, verified, undocumented, bodies } = summary;
  const parts: readonly (readonly [name: string, part: number, whole: number])[] = [
    ['summary.verified and summary.undocumented', verified + undocumented, exchanges],
    ['summary.bodies.documented', bodies.documented, verified],
    ['summary.bodies.kept', bodies.kept, bodies.documented],
    ['elsewhere', sum(elsewhere.map((host) => host.exchanges)), undocumented],
    ['contracts', sum(contracts.map((each) => each.exchanges)), exchanges],
  ];
  const more = parts.find(([, part, whole]) => part > whole);
  return more && `${more[0]} count ${more[1]}, of ${more[2]}`;
}
