import {
  COVERAGE_KINDS,
  type Coverage,
  type CoverageCount,
  type CoverageKind,
  type CoverageTotals,
  type Point,
  percentOf,
} from '../coverage/coverage.ts';
import type { Finding, Severity } from '../finding.ts';
import type { RecordingSummary, Report, RunPlan } from '../report.ts';
import type { Evidence } from '../reporters/shared/evidence.ts';
import { isOfWaiver } from '../waivers/apply.ts';
import type { Waiver } from '../waivers/waiver.ts';
import type { ListedFindings } from './findings/finding-list.ts';
import { mergeCredentials } from './findings/missing-credentials.ts';
import { inOrder, type RunResult, reportOf } from './merge.ts';
import { ReportError } from './parse-report.ts';
import type { Shard } from './plan.ts';
import { addTotals, type Totals } from './totals.ts';

export interface NamedReport {
  /** For errors. */
  readonly file: string;
  readonly report: Report;
}

export interface MergedReports {
  readonly report: Report;
  /** By fingerprint. */
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** Those that the shards of a run were given: `waiveReport` applies them, to all findings at once. */
  readonly waivers: readonly Waiver[];
}

/**
 * One report of several: of all shards of a run it is the report that the whole run would have made, before waivers were
 * applied. Others are put together in the order given, with their waivers as they have them; with `waivers: 'drop'` it is as
 * if there were none.
 *
 * @throws ReportError where reports are of different descriptions, shards of different runs, or not all shards are there
 */
export function mergeReports(
  reports: readonly NamedReport[],
  { waivers = 'keep' }: { readonly waivers?: 'keep' | 'drop' } = {},
): MergedReports {
  const [first, ...others] = shardsInOrder(reports);
  if (first === undefined) throw new ReportError('reports', 'no report was given');
  refuseMixed(first, others);
  const all = [first, ...others].map(({ report }) => report);
  const isOfShards = first.report.shard !== undefined;
  const totals = addTotals();
  const credentials = mergeCredentials();
  for (const report of all) {
    totals.add(totalsOf(report, waivers === 'drop' || isOfShards));
    credentials.add(report.shard?.credentials ?? []);
  }
  for (const finding of credentials.told()) totals.tell(finding);
  for (const use of credentials.passed()) totals.pass(use);
  const recordings = mergeRecordings(all.flatMap((report) => report.recordings ?? []));
  const sum = totals.result();
  const files = recordings.map(({ file }) => file);
  const { contract, contracts, limitations } = first.report;
  const coverage = mergeCoverage([first.report.coverage, ...others.map((other) => other.report.coverage)]);
  const report = reportOf(isOfShards ? inOrder(sum, files) : sum, {
    contract,
    limitations,
    coverage,
    ...(contracts && {
      contracts: contracts.map(({ name, title, version, sha256, coverage: { kinds } }) => ({
        name,
        title,
        version,
        sha256,
        coverage: totalsWithout(
          coverage.missing.filter((point) => point.contract === name),
          kinds,
        ),
      })),
    }),
  });
  return {
    report: { ...report, recordings },
    evidence: sum.evidence,
    waivers: waivers === 'drop' ? [] : mergeWaivers(all),
  };
}

/** The report of a shard, with what it takes to put it together with those of the others. */
export function shardReport(
  { report, evidence, credentials, unlistedKinds }: RunResult,
  shard: Shard,
  plan: RunPlan,
): Report {
  return {
    ...report,
    shard: {
      ...shard,
      plan,
      evidence: Object.fromEntries(evidence),
      ...(credentials.length > 0 && { credentials }),
      ...(unlistedKinds && { unlistedKinds }),
    },
  };
}

/** What can be added up of a report. What a shard tells of credentials is told anew, of all that is known of a file. */
function totalsOf(report: Report, isUnwaived: boolean): Totals {
  const { summary, shard, contracts = [] } = report;
  const findings = report.findings.flatMap((finding) => (isUnwaived ? (unwaived(finding) ?? []) : finding));
  const own = mergeCredentials();
  own.add(shard?.credentials ?? []);
  return {
    ...report,
    ...summary,
    contracts,
    lenient: report.lenient.filter(({ rule }) => shard === undefined || rule !== 'missing-credential'),
    listed: listedWithout(own.told(), {
      findings,
      ...(summary.unlisted && { unlisted: summary.unlisted }),
      ...(shard?.unlistedKinds && { unlistedKinds: shard.unlistedKinds }),
    }),
    evidence: new Map(Object.entries(shard?.evidence ?? {})),
  };
}

/** Whether they are listed or only counted: their kinds are theirs alone. */
function listedWithout(told: readonly Finding[], listed: ListedFindings): ListedFindings {
  if (told.length === 0) return listed;
  const keys = new Set(told.map(toldKey));
  const kinds = new Set(told.map(({ fingerprint }) => fingerprint));
  const { unlisted, unlistedKinds } = listed;
  const counted = (severity: Severity): [string, number][] =>
    Object.entries(unlistedKinds?.[severity] ?? {}).filter(([kind]) => kinds.has(kind));
  const less = (severity: Severity): number =>
    counted(severity).reduce((rest, [, count]) => rest - count, unlisted?.[severity] ?? 0);
  const others = (severity: Severity): Record<string, number> =>
    Object.fromEntries(Object.entries(unlistedKinds?.[severity] ?? {}).filter(([kind]) => !kinds.has(kind)));
  return {
    findings: listed.findings.filter((finding) => !keys.has(toldKey(finding))),
    ...(unlisted && { unlisted: { error: less('error'), warning: less('warning'), info: less('info') } }),
    ...(unlistedKinds && {
      unlistedKinds: { error: others('error'), warning: others('warning'), info: others('info') },
    }),
  };
}

function toldKey({ severity, fingerprint, recording: { file, index } }: Finding): string {
  return JSON.stringify([severity, fingerprint, file, index]);
}

/** Shards of a run were given the same ones. */
function mergeWaivers(reports: readonly Report[]): Waiver[] {
  const all = reports.flatMap(({ shard }) => shard?.waivers ?? []);
  return [...new Map(all.map((waiver) => [waiver.fingerprint, waiver])).values()];
}

/** The finding as it was before waivers were applied; undefined where it is about a waiver. */
function unwaived(finding: Finding): Finding | undefined {
  if (isOfWaiver(finding)) return undefined;
  const { waivedBy: _, ...rest } = finding;
  return rest;
}

/** Shards by their number. @throws ReportError where one is missing, or there twice */
function shardsInOrder(reports: readonly NamedReport[]): readonly NamedReport[] {
  const of = reports.find(({ report }) => report.shard !== undefined)?.report.shard?.of;
  if (of === undefined) return reports;
  const shards: (NamedReport | undefined)[] = Array(of).fill(undefined);
  for (const named of reports) {
    const { shard } = named.report;
    if (shard === undefined)
      throw new ReportError(named.file, 'is the report of no shard, and others are: leave it out');
    if (shard.of !== of)
      throw new ReportError(
        named.file,
        `is one of ${shard.of} shards, and others of ${of}: give those of one run`,
      );
    const other = shards[shard.index - 1];
    if (other !== undefined)
      throw new ReportError(
        named.file,
        `is of shard ${shard.index}/${of}, as ${other.file} is: give one of them`,
      );
    shards[shard.index - 1] = named;
  }
  return shards.map((named, at) => {
    if (named === undefined)
      throw new ReportError(`shard ${at + 1}/${of}`, 'its report is missing: give those of all shards');
    return named;
  });
}

function refuseMixed(first: NamedReport, others: readonly NamedReport[]): void {
  for (const { file, report } of others) {
    if (report.contract.sha256 !== first.report.contract.sha256)
      throw new ReportError(file, `is of another description than ${first.file}`);
    const [plan, planned] = [report.shard?.plan, first.report.shard?.plan];
    const difference = plan && planned && differenceOf(plan, planned, first.file);
    if (difference !== undefined) throw new ReportError(file, difference);
  }
}

/** How a shard's run differs from that of another; undefined where they are one. */
function differenceOf(plan: RunPlan, other: RunPlan, file: string): string | undefined {
  if (plan.toolVersion !== other.toolVersion)
    return `was made by version ${plan.toolVersion}, and ${file} by ${other.toolVersion}: run all shards with one`;
  if (plan.options !== other.options)
    return `was made with ${plan.options}, and ${file} with ${other.options}: run all shards with the same options`;
  if (plan.recordings !== other.recordings)
    return `is of other recordings than ${file}, by name, order or content: run all shards over the same files`;
  return undefined;
}

/** A file that two machines shared is one again. */
function mergeRecordings(recordings: readonly RecordingSummary[]): RecordingSummary[] {
  const files = new Map<string, RecordingSummary>();
  for (const recording of recordings) {
    const known = files.get(recording.file);
    files.set(recording.file, known === undefined ? recording : together(known, recording));
  }
  return [...files.values()];
}

function together(one: RecordingSummary, other: RecordingSummary): RecordingSummary {
  const isOlder = (other.recordedAt ?? '9') < (one.recordedAt ?? '9');
  // One response of the simulator makes a file its own, and the share without one does not know.
  const source = one.source ?? other.source;
  const { file, exchanges: _, source: __, ...rest } = isOlder ? other : one;
  return {
    file,
    exchanges: one.exchanges + other.exchanges,
    ...(source !== undefined && { source }),
    ...rest,
  };
}

/** What reports of one description cover together: missing is what is missing in each of them. */
function mergeCoverage(coverages: readonly [Coverage, ...Coverage[]]): Coverage {
  const [first, ...others] = coverages;
  const missingElsewhere = others.map(({ missing }) => new Set(missing.map(nameOf)));
  const reasons = new Map(
    [...coverages]
      .reverse()
      .flatMap(({ missing }) =>
        missing.flatMap((point) =>
          point.reason === undefined ? [] : [[nameOf(point), point.reason] as const],
        ),
      ),
  );
  const missing = first.missing
    .filter((point) => missingElsewhere.every((set) => set.has(nameOf(point))))
    .map((point) => {
      const reason = reasons.get(nameOf(point));
      return reason === undefined ? point : { ...point, reason };
    });
  return { ...totalsWithout(missing, first.kinds), missing, ineligible: first.ineligible };
}

/** What is covered where these points are missing. */
function totalsWithout(missing: readonly Point[], known: Coverage['kinds']): CoverageTotals {
  const kinds = Object.fromEntries(
    COVERAGE_KINDS.map((kind): [CoverageKind, CoverageCount] => {
      const eligible = known[kind]?.eligible ?? 0;
      return [kind, { covered: eligible - missing.filter((point) => point.kind === kind).length, eligible }];
    }),
  ) as Record<CoverageKind, CoverageCount>;
  const eligible = Object.values(kinds).reduce((sum, count) => sum + count.eligible, 0);
  const total = { covered: eligible - missing.length, eligible };
  return { ...total, percent: percentOf(total), kinds };
}

function nameOf({ contract = '', kind, name, spec }: Point): string {
  return `${contract} ${kind} ${name} ${spec}`;
}
