import { failsRun, verifiedNothing } from '../count-findings.ts';
import type { Finding } from '../finding.ts';
import type { Report } from '../report.ts';
import type { Gates } from './shared/outcome.ts';
import { type RunNote, runNotes } from './shared/outcome.ts';
import { placeText } from './shared/places.ts';
import { count, markupText, meantText, sideLines } from './shared/text.ts';

export type JunitOptions = Gates;

interface Suite {
  readonly name: string;
  readonly cases: readonly TestCase[];
}

interface TestCase {
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly xml: string;
}

/** The findings of one check about one exchange: a test case can fail only once. */
type CaseFindings = readonly [Finding, ...Finding[]];

/**
 * JUnit XML, as CI servers read it: a test suite for each recording, a test case for each check that found something in
 * an exchange, and one that passes for all exchanges in which nothing was found. What there is to say of the run itself has
 * suites of its own.
 */
export function junitReport(report: Report, { failOn = 'error', minCoverage }: JunitOptions = {}): string {
  const { contract, limitations, summary } = report;
  const suites = ofRecordings(report, failOn);
  // No test at all would be taken for a run that went well.
  if (verifiedNothing(summary)) {
    const failure = failed('verified', 'nothing-verified', 'Nothing was verified.');
    suites.push({ name: 'contract run', cases: [failure] });
  } else if (suites.length === 0) {
    suites.push({ name: 'contract run', cases: [cleanCase(summary.exchanges, isWhole(report))] });
  }
  if (limitations.length > 0) {
    const all = limitations.map(({ what, spec }) => `${what} (${placeText(spec)})`).join('; ');
    suites.push({ name: 'not judged', cases: [skipped('limitations', `not judged: ${all}`)] });
  }
  const notes = runNotes(report, { minCoverage });
  if (notes.length > 0) suites.push({ name: 'run', cases: notes.map(noteCase) });
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name=${attribute(`${contract.title} ${contract.version}`)}${counts(all)}>`,
    ...suites.flatMap(({ name, cases }) => [
      `  <testsuite name=${attribute(name)}${counts(cases)}>`,
      ...cases.map(({ xml }) => xml),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function ofRecordings(report: Report, failOn: 'error' | 'warning'): Suite[] {
  const { findings, recordings = [] } = report;
  const byFile = new Map<string, Finding[]>(recordings.map(({ file }) => [file, []]));
  for (const finding of findings) {
    const known = byFile.get(finding.recording.file);
    if (known === undefined) byFile.set(finding.recording.file, [finding]);
    else known.push(finding);
  }
  const exchangesOf = new Map(recordings.map(({ file, exchanges }) => [file, exchanges]));
  return [...byFile].map(([name, found]): Suite => {
    const clean = (exchangesOf.get(name) ?? 0) - new Set(found.map(({ recording }) => recording.index)).size;
    const cases = casesOf(found).map((one) => findingCase(one, failOn));
    return { name, cases: clean > 0 ? [...cases, cleanCase(clean, isWhole(report))] : cases };
  });
}

/** Findings by exchange and check, in the order met. */
function casesOf(findings: readonly Finding[]): CaseFindings[] {
  const cases = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = `${finding.recording.index} ${finding.check}`;
    const known = cases.get(key);
    if (known === undefined) cases.set(key, [finding]);
    else known.push(finding);
  }
  return [...cases.values()];
}

/** A failure where a finding fails the run; skipped where all were waived; else passed, with the findings as output. */
function findingCase(findings: CaseFindings, failOn: 'error' | 'warning'): TestCase {
  const [first] = findings;
  const request = first.method === '' ? '' : ` ${first.method} ${first.url}`;
  const name = `#${first.recording.index} ${first.check}${request}`;
  const of = first.operationId ?? first.check;
  const classname = first.contract === undefined ? of : `${first.contract}: ${of}`;
  const text = findings.map(describe).join('\n\n');
  const failing = findings.find((finding) => failsRun(finding, failOn));
  if (failing !== undefined) return failed(name, first.check, failing.message, { classname, text });
  if (findings.every(({ waivedBy }) => waivedBy !== undefined))
    return skipped(name, `waived by ${first.waivedBy}: ${first.message}`, classname);
  return testCase('passed', name, classname, `<system-out>${text}</system-out>`);
}

function describe(finding: Finding): string {
  const { severity, message, suggestion, received, documented, spec, fingerprint } = finding;
  const lines = [
    `${severity}: ${message}${meantText(suggestion)}`,
    ...sideLines(received, documented),
    ...(spec === undefined ? [] : [`description: ${placeText(spec)}`]),
    `fingerprint: ${fingerprint}`,
  ];
  return lines.map(markupText).join('\n');
}

function noteCase({ level, about, text }: RunNote): TestCase {
  const name = `${about}: ${text}`;
  return level === 'error' ? failed(name, about, text) : skipped(name, text);
}

/** Not all findings may be listed: then nobody knows of which exchanges those are that are only counted. */
function cleanCase(exchanges: number, whole: boolean): TestCase {
  const without = whole ? 'without finding' : 'without a listed finding';
  return testCase('passed', `${count(exchanges, 'exchange')} ${without}`);
}

function isWhole({ summary, findings }: Report): boolean {
  return summary.unlisted === undefined && findings.every(({ unlisted }) => unlisted === undefined);
}

function failed(
  name: string,
  type: string,
  message: string,
  { classname, text = '' }: { readonly classname?: string; readonly text?: string } = {},
): TestCase {
  const failure = `<failure type=${attribute(type)} message=${attribute(message)}>${text}</failure>`;
  return testCase('failed', name, classname, failure);
}

function skipped(name: string, message: string, classname?: string): TestCase {
  return testCase('skipped', name, classname, `<skipped message=${attribute(message)}/>`);
}

function testCase(
  outcome: TestCase['outcome'],
  name: string,
  classname: string = 'contract',
  inside: string = '',
): TestCase {
  const open = `    <testcase classname=${attribute(classname)} name=${attribute(name)}`;
  return { outcome, xml: inside === '' ? `${open}/>` : `${open}>${inside}</testcase>` };
}

function counts(cases: readonly TestCase[]): string {
  const number = (outcome: TestCase['outcome']): number =>
    cases.filter((one) => one.outcome === outcome).length;
  return ` tests="${cases.length}" failures="${number('failed')}" errors="0" skipped="${number('skipped')}"`;
}

function attribute(value: string): string {
  return `"${markupText(value)}"`;
}
