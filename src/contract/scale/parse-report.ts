import { countFindings } from '../count-findings.ts';
import { percentOf } from '../coverage/coverage.ts';
import { CHECK_IDS, type Severity } from '../finding.ts';
import { type Fields, isFields, parseJson } from '../recordings/index.ts';
import type { Report } from '../report.ts';
import { ReportError } from './report-error.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const CHECKS: ReadonlySet<unknown> = new Set(CHECK_IDS);

/**
 * Reads the text of a JSON report: as much of it is looked at as putting reports together relies on. Its counts are held
 * against what they count: a report that was cut or edited must not speak for a run.
 *
 * @throws RecordingError where it is not JSON, ReportError where it is no report of this version, or contradicts itself
 */
export function parseReport(file: string, text: string): Report {
  const report = parseJson(file, text.replace(/^\ufeff/, ''));
  if (!isFields(report) || !isFields(report['contract']) || !isFields(report['summary']))
    throw new ReportError(file, 'is not a JSON report of `verify`');
  if (report['version'] !== 1)
    throw new ReportError(file, `is a report of version ${String(report['version'])}, and only 1 is known`);
  const broken = brokenMember(report);
  if (broken !== undefined) throw new ReportError(file, `is not a report of \`verify\`: ${broken}`);
  const whole = report as unknown as Report;
  const contradiction = contradictionIn(whole);
  if (contradiction !== undefined)
    throw new ReportError(file, `contradicts itself: ${contradiction}. Make it again`);
  return whole;
}

/** The first count that is another than what it counts. */
function contradictionIn({ summary, findings, coverage, recordings }: Report): string | undefined {
  const counted = countFindings(findings, summary.unlisted);
  const kinds = Object.entries(coverage.kinds);
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const claims: readonly (readonly [name: string, claimed: number, found: number])[] = [
    ...SEVERITIES.map(
      (each) => [`summary.findings.${each}`, summary.findings[each], counted.findings[each]] as const,
    ),
    ['summary.waived', summary.waived, counted.waived],
    ['summary.exchanges', summary.exchanges, summary.verified + summary.undocumented],
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
  ];
  const wrong = claims.find(([, claimed, found]) => claimed !== found);
  return wrong && `${wrong[0]} is ${wrong[1]}, and by what it counts it is ${wrong[2]}`;
}

/** The first member that is not as it should be. */
function brokenMember(report: Fields): string | undefined {
  const {
    contract,
    summary,
    findings,
    coverage,
    recordings = [],
    shard,
  } = report as Readonly<Record<'contract' | 'summary', Fields>> & Fields;
  if (!['title', 'version', 'sha256'].every((name) => typeof contract[name] === 'string')) return 'contract';
  if (!['exchanges', 'verified', 'undocumented'].every((name) => isCount(summary[name]))) return 'summary';
  if (!isCount(summary['waived'])) return 'summary.waived';
  if (!isBySeverity(summary['findings'])) return 'summary.findings';
  if (summary['unlisted'] !== undefined && !isBySeverity(summary['unlisted'])) return 'summary.unlisted';
  if (!Array.isArray(findings)) return 'findings';
  const badFinding = findings.findIndex((finding) => !isFinding(finding));
  if (badFinding !== -1) return `findings[${badFinding}]`;
  if (!isCoverage(coverage)) return 'coverage';
  if (!Array.isArray(recordings) || !recordings.every(isRecording)) return 'recordings';
  if (shard !== undefined && !isShard(shard)) return 'shard';
  return undefined;
}

function isBySeverity(counts: unknown): boolean {
  return isFields(counts) && SEVERITIES.every((name) => isCount(counts[name]));
}

function isFinding(finding: unknown): boolean {
  if (!isFields(finding) || !isFields(finding['recording'])) return false;
  const { check, severity, unlisted = 0, recording } = finding;
  const texts = ['message', 'method', 'url', 'fingerprint'].every(
    (name) => typeof finding[name] === 'string',
  );
  const place = isFields(recording) && typeof recording['file'] === 'string' && isCount(recording['index']);
  return (
    CHECKS.has(check) && SEVERITIES.some((each) => each === severity) && texts && place && isCount(unlisted)
  );
}

function isCoverage(coverage: unknown): boolean {
  if (!isFields(coverage) || !isFields(coverage['kinds'])) return false;
  const lists = [coverage['missing'], coverage['ineligible']];
  if (!lists.every((list) => Array.isArray(list) && list.every(isFields))) return false;
  const counts = [coverage, ...Object.values(coverage['kinds'])];
  return counts.every((each) => isFields(each) && isCount(each['covered']) && isCount(each['eligible']));
}

function isRecording(recording: unknown): boolean {
  return isFields(recording) && typeof recording['file'] === 'string' && isCount(recording['exchanges']);
}

function isShard(shard: unknown): boolean {
  if (!isFields(shard) || !isFields(shard['evidence']) || !isPlan(shard['plan'])) return false;
  const { index, of, ofWaivers = [], waivers = [], unlistedKinds } = shard;
  if (!Array.isArray(ofWaivers) || !ofWaivers.every(isFinding)) return false;
  if (!Array.isArray(waivers) || !waivers.every(isWaiver)) return false;
  if (unlistedKinds !== undefined && !isUnlistedKinds(unlistedKinds)) return false;
  return isCount(index) && isCount(of) && Number(index) >= 1 && Number(index) <= Number(of);
}

function isPlan(plan: unknown): boolean {
  return (
    isFields(plan) && ['toolVersion', 'options', 'recordings'].every((name) => typeof plan[name] === 'string')
  );
}

function isWaiver(waiver: unknown): boolean {
  if (!isFields(waiver) || !isFields(waiver['place'])) return false;
  return ['fingerprint', 'reason', 'owner', 'expires'].every((name) => typeof waiver[name] === 'string');
}

function isUnlistedKinds(kinds: unknown): boolean {
  return isFields(kinds) && SEVERITIES.every((name) => isFields(kinds[name]) && areCounts(kinds[name]));
}

function areCounts(counts: object): boolean {
  return Object.values(counts).every(isCount);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
