import { describe, expect, it } from '@jest/globals';
import { countFindings } from '../contract/count-findings.ts';
import type { Finding, Severity } from '../contract/finding.ts';
import type { Report } from '../contract/report.ts';
import { exitCodeOf, type Gates } from './exit-code.ts';

interface Given {
  readonly verified?: number;
  readonly severities?: readonly Severity[];
  readonly waived?: boolean;
  readonly percent?: number;
}

function reportOf({ verified = 1, severities = [], waived = false, percent = 50 }: Given): Report {
  const found = severities.map((severity) => ({ severity, ...(waived && { waivedBy: 'me' }) }) as Finding);
  const { findings } = countFindings(found);
  return { summary: { verified, findings }, coverage: { percent } } as unknown as Report;
}

const OPEN: Gates = { failOn: 'error', minCoverage: undefined };

describe('the exit of a contract run', () => {
  it.each<[number, string, Given, Gates]>([
    [0, 'nothing was found', {}, OPEN],
    [0, 'only warnings were found', { severities: ['warning', 'info'] }, OPEN],
    [0, 'the error is waived', { severities: ['error'], waived: true }, OPEN],
    [0, 'the gate is just met', {}, { ...OPEN, minCoverage: 50 }],
    [1, 'an error was found', { severities: ['info', 'error'] }, OPEN],
    [
      1,
      'a warning was found, and warnings fail',
      { severities: ['warning'] },
      { ...OPEN, failOn: 'warning' },
    ],
    [
      0,
      'only information was found, and warnings fail',
      { severities: ['info'] },
      { ...OPEN, failOn: 'warning' },
    ],
    [1, 'an error was found below the gate', { severities: ['error'] }, { ...OPEN, minCoverage: 90 }],
    [
      3,
      'nothing was verified',
      { verified: 0, severities: ['error'], percent: 0 },
      { ...OPEN, minCoverage: 90 },
    ],
    [4, 'coverage is below the gate', { percent: 49.9 }, { ...OPEN, minCoverage: 50 }],
  ])('is %i where %s', (code, _, given, gates) => {
    expect(exitCodeOf(reportOf(given), gates)).toBe(code);
  });
});
