import { failsRun } from '../../count-findings.ts';
import type { Finding } from '../../finding.ts';
import { attribute, line } from './xml.ts';

/** The findings of one check about one exchange: a test case can fail only once. */
export type CaseFindings = readonly [Finding, ...Finding[]];

export interface TestCase {
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly xml: string;
}

/** Findings by exchange and check, in the order met. */
export function casesOf(findings: readonly Finding[]): CaseFindings[] {
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
export function testCase(findings: CaseFindings, failOn: 'error' | 'warning'): TestCase {
  const [first] = findings;
  const { index } = first.recording;
  const name = `#${index} ${first.check}${first.method === '' ? '' : ` ${first.method} ${first.url}`}`;
  const open = `    <testcase classname=${attribute(first.operationId ?? first.check)} name=${attribute(name)}`;
  const text = findings.map(describe).join('\n\n');
  const failed = findings.find((finding) => failsRun(finding, failOn));
  if (failed !== undefined) {
    const type = `type=${attribute(first.check)} message=${attribute(failed.message)}`;
    return { outcome: 'failed', xml: `${open}>\n      <failure ${type}>${text}</failure>\n    </testcase>` };
  }
  if (findings.every(({ waivedBy }) => waivedBy !== undefined)) {
    const why = attribute(`waived by ${first.waivedBy}: ${first.message}`);
    return { outcome: 'skipped', xml: `${open}>\n      <skipped message=${why}/>\n    </testcase>` };
  }
  const output = `<system-out>${text}</system-out>`;
  return { outcome: 'passed', xml: `${open}>\n      ${output}\n    </testcase>` };
}

function describe(finding: Finding): string {
  const { spec, suggestion } = finding;
  const lines = [
    `${finding.severity}: ${finding.message}${suggestion === undefined ? '' : ` Did you mean ${suggestion}?`}`,
    ...(finding.received === undefined ? [] : [`received: ${finding.received}`]),
    ...(finding.documented === undefined ? [] : [`documented: ${finding.documented}`]),
    ...(spec === undefined ? [] : [`description: ${spec.file}:${spec.line}:${spec.column}`]),
    `fingerprint: ${finding.fingerprint}`,
  ];
  return lines.map(line).join('\n');
}
