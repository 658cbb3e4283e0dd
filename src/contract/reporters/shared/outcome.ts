import { failingFindings, verifiedNothing } from '../../count-findings.ts';
import type { CoverageTotals } from '../../coverage/coverage.ts';
import type { ContractShare, Report, Summary } from '../../report.ts';
import { placeText } from './places.ts';
import { count } from './text.ts';

/** How a run ends, by the first that holds. */
export type Outcome = 'not-all-read' | 'nothing-verified' | 'failed' | 'below-coverage' | 'passed';

/** What a run has to pass. */
export interface Gates {
  /** From which severity a finding fails the run. Default `error`. */
  readonly failOn?: 'error' | 'warning';
  /** In percent: less coverage fails the run. */
  readonly minCoverage?: number | undefined;
}

/** What there is to say of a run besides findings, each in a line. */
export interface RunNote {
  /** An error where the run is not whole, or not enough; else worth knowing. */
  readonly level: 'error' | 'note';
  readonly about: 'contract' | 'coverage' | 'unread' | 'elsewhere' | 'lenient' | 'passed-over';
  readonly text: string;
}

const MOST_NAMED = 10;

/**
 * What was not read may hold anything, and that nothing was verified outweighs findings, which would suggest that something
 * was.
 */
export function outcomeOf(report: Report, { failOn = 'error', minCoverage }: Gates = {}): Outcome {
  const { summary } = report;
  if (report.unread.length > 0) return 'not-all-read';
  if (verifiedNothing(summary)) return 'nothing-verified';
  if (failingFindings(summary, failOn) > 0) return 'failed';
  return contractsBelow(report, minCoverage).length > 0 ? 'below-coverage' : 'passed';
}

/**
 * What the recordings cover less of than was asked for: of several contracts each that had an exchange. Both counts are asked:
 * the percentage that is shown is cut off.
 */
function contractsBelow(
  { coverage, contracts }: Report,
  minCoverage: number | undefined,
): readonly { readonly name?: string; readonly coverage: CoverageTotals }[] {
  if (minCoverage === undefined) return [];
  const all = contracts?.filter(({ exchanges }) => exchanges > 0) ?? [{ coverage }];
  return all.filter(
    ({ coverage: { covered, eligible } }) => eligible > 0 && covered * 100 < minCoverage * eligible,
  );
}

/** What there is to say where the recordings cover less than was asked for; undefined where they do not. */
export function coverageGate(report: Report, minCoverage: number | undefined): string | undefined {
  // Of a run that verified nothing there is something worse to say, and what was not read may show the rest.
  if (verifiedNothing(report.summary) || report.unread.length > 0) return undefined;
  const below = contractsBelow(report, minCoverage).map(({ name, coverage: { percent } }) =>
    name === undefined ? `${percent} %` : `of ${name} ${percent} %`,
  );
  if (below.length === 0) return undefined;
  return `coverage ${below.join(' and ')} is below --min-coverage ${minCoverage}`;
}

/** The verdict in one line, without end: what was verified, and how many findings of each kind count. */
export function verdictText({ summary, unread }: Report): string {
  const { exchanges, verified } = summary;
  const rest = unread.length === 0 ? '' : `; ${count(unread.length, 'recording')} not read`;
  if (verifiedNothing(summary)) {
    const why = verified === 0 ? '' : 'no documented body was kept; ';
    return `Nothing was verified (${why}${countsText(summary)}${rest})`;
  }
  const whole = verified === exchanges ? '' : `${verified} of `;
  return `${whole}${count(exchanges, 'exchange')} verified: ${countsText(summary)}${rest}`;
}

function countsText({ findings: { error, warning, info }, waived }: Summary): string {
  const counts = `${count(error, 'error')}, ${count(warning, 'warning')}, ${info} info`;
  return waived > 0 ? `${counts}, ${waived} waived` : counts;
}

/** What belongs to each of several contracts, what is too little, what was not read, what went elsewhere, what was let pass, and what was passed over. */
export function runNotes(report: Report, { minCoverage }: Gates = {}): RunNote[] {
  const gate = coverageGate(report, minCoverage);
  const note = (about: RunNote['about'], text: string | undefined, level: RunNote['level'] = 'note') =>
    text === undefined ? [] : [{ level, about, text }];
  return [
    ...(report.contracts ?? []).flatMap((share) => note('contract', shareText(share))),
    ...note('coverage', gate && `C${gate.slice(1)}.`, 'error'),
    ...report.unread.flatMap((one) => note('unread', unreadText(one), 'error')),
    ...note('elsewhere', elsewhereText(report)),
    ...report.lenient.flatMap((use) => note('lenient', lenientText(use))),
    ...note('passed-over', passedOverText(report)),
  ];
}

function shareText({ name, version, exchanges, verified, undocumented, coverage }: ContractShare): string {
  const { percent, covered, eligible } = coverage;
  return `${name} ${version}: ${count(exchanges, 'exchange')}, ${verified} verified, ${undocumented} undocumented; coverage ${percent} % (${covered} of ${eligible})`;
}

/** A line for each, without end. */
export function unreadText({ file, reason }: Report['unread'][number]): string {
  return `${file}: ${reason}`;
}

/** One line of all hosts; undefined where there are none. */
export function elsewhereText({ elsewhere, contracts }: Report): string | undefined {
  if (elsewhere.length === 0) return undefined;
  const total = elsewhere.reduce((sum, { exchanges }) => sum + exchanges, 0);
  const hosts = [...elsewhere].sort((a, b) => b.exchanges - a.exchanges);
  const named = hosts.map(({ host, exchanges }) => `${host} (${exchanges})`);
  const told = `${count(total, 'exchange')} went to no documented server: ${few(named)}.`;
  const urls = hosts.filter(isOfUrl);
  const near = urls.find(({ basePath }) => basePath !== undefined);
  const server = near ?? urls[0];
  if (server === undefined) return told;
  const of = contracts === undefined ? '' : 'FILE=';
  const why = near === undefined ? '' : ', where paths are as documented';
  return `${told} To judge them give --server ${of}https://${server.host}${server.basePath ?? ''}${why}.`;
}

/** What a recorder wrote in place of a host is none, nor is a scheme without one, nor what is told together. */
function isOfUrl({ host }: Report['elsewhere'][number]): boolean {
  return !/^\(|:$/.test(host) && URL.canParse(`https://${host}`);
}

function lenientText({ rule, times, spec, recording }: Report['lenient'][number]): string {
  const place = spec === undefined ? '' : `, ${placeText(spec)}`;
  return `${rule} let pass ${count(times, 'time')}, first in ${recording.file} #${recording.index}${place}; why: docs/why-no-error.md#${rule}`;
}

function passedOverText({ passedOver }: Report): string | undefined {
  if (passedOver.length === 0) return undefined;
  const were = passedOver.length === 1 ? 'is no recording and was' : 'are no recordings and were';
  return `${count(passedOver.length, 'file')} ${were} passed over: ${few(passedOver.map(({ file }) => file))}.`;
}

function few(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return `${names.slice(0, MOST_NAMED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
