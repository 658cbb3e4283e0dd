import { verifiedNothing } from '../count-findings.ts';
import type { Finding } from '../finding.ts';
import type { Report } from '../report.ts';
import { coverageGateSentence } from '../reporter-support/coverage-gate.ts';
import { type RunNote, runNotes } from '../reporter-support/run-notes.ts';
import { casesOf, type TestCase, testCase } from './junit/cases.ts';
import { attribute } from './junit/xml.ts';

export interface JunitOptions {
  /** From which severity a finding is a failure. Default `error`. */
  readonly failOn?: 'error' | 'warning';
  /** In percent: less coverage is a failure. */
  readonly minCoverage?: number | undefined;
}

interface Suite {
  readonly name: string;
  readonly cases: readonly TestCase[];
}

/**
 * JUnit XML, as CI servers read it: a test suite for each recording, a test case for each check that found something in
 * an exchange, and one that passes for all exchanges in which nothing was found.
 */
export function junitReport(report: Report, { failOn = 'error', minCoverage }: JunitOptions = {}): string {
  const gate = coverageGateSentence(report, minCoverage);
  const suites = [...suitesOf(report, failOn), ...(gate === undefined ? [] : [belowGate(gate)])];
  const { title, version } = report.contract;
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name=${attribute(`${title} ${version}`)}${counts(all)}>`,
    ...suites.flatMap(({ name, cases }) => [
      `  <testsuite name=${attribute(name)}${counts(cases)}>`,
      ...cases.map(({ xml }) => xml),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function suitesOf(report: Report, failOn: 'error' | 'warning'): Suite[] {
  const { findings, recordings = [], limitations, summary } = report;
  const byFile = new Map<string, Finding[]>(recordings.map(({ file }) => [file, []]));
  for (const finding of findings) {
    const known = byFile.get(finding.recording.file);
    if (known === undefined) byFile.set(finding.recording.file, [finding]);
    else known.push(finding);
  }
  const isWhole =
    summary.unlisted === undefined && findings.every((finding) => finding.unlisted === undefined);
  const exchangesOf = new Map(recordings.map(({ file, exchanges }) => [file, exchanges]));
  const suites = [...byFile].map(([name, found]): Suite => {
    const clean = (exchangesOf.get(name) ?? 0) - new Set(found.map(({ recording }) => recording.index)).size;
    const cases = casesOf(found).map((one) => testCase(one, failOn));
    return { name, cases: clean > 0 ? [...cases, cleanCase(clean, isWhole)] : cases };
  });
  if (verifiedNothing(summary)) suites.push({ name: 'contract run', cases: [NOTHING_VERIFIED] });
  else if (suites.length === 0)
    suites.push({ name: 'contract run', cases: [cleanCase(summary.exchanges, isWhole)] });
  const [first] = limitations;
  if (first !== undefined) {
    const message = attribute(
      `not judged: ${limitations.map(({ what, spec }) => `${what} (${spec.file}:${spec.line})`).join('; ')}`,
    );
    const xml = `    <testcase classname="contract" name="limitations"><skipped message=${message}/></testcase>`;
    suites.push({ name: 'not judged', cases: [{ outcome: 'skipped', xml }] });
  }
  const notes = runNotes(report);
  if (notes.length > 0) suites.push({ name: 'run', cases: notes.map(noteCase) });
  return suites;
}

function noteCase({ level, about, text }: RunNote): TestCase {
  const open = `    <testcase classname="contract" name=${attribute(`${about}: ${text}`)}>`;
  return level === 'error'
    ? { outcome: 'failed', xml: `${open}<failure type="${about}" message=${attribute(text)}/></testcase>` }
    : { outcome: 'skipped', xml: `${open}<skipped message=${attribute(text)}/></testcase>` };
}

/** No test at all would be taken for a run that went well. */
const NOTHING_VERIFIED: TestCase = {
  outcome: 'failed',
  xml: '    <testcase classname="contract" name="verified"><failure type="nothing-verified" message="Nothing was verified."/></testcase>',
};

function belowGate(text: string): Suite {
  const failure = `<failure type="below-gate" message=${attribute(text)}/>`;
  const xml = `    <testcase classname="contract" name="coverage">${failure}</testcase>`;
  return { name: 'coverage', cases: [{ outcome: 'failed', xml }] };
}

/** Not all findings may be listed: then nobody knows of which exchanges those are that are only counted. */
function cleanCase(exchanges: number, isWhole: boolean): TestCase {
  const without = isWhole ? 'without finding' : 'without a listed finding';
  const name = attribute(`${exchanges} exchange${exchanges === 1 ? '' : 's'} ${without}`);
  return { outcome: 'passed', xml: `    <testcase classname="contract" name=${name}/>` };
}

function counts(cases: readonly TestCase[]): string {
  const number = (outcome: TestCase['outcome']): number =>
    cases.filter((one) => one.outcome === outcome).length;
  return ` tests="${cases.length}" failures="${number('failed')}" errors="0" skipped="${number('skipped')}"`;
}
