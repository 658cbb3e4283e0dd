import { describe, expect, it } from '@jest/globals';
import { countFindings } from '../contract/count-findings.ts';
import type { Finding, Severity } from '../contract/finding.ts';
import type { Report } from '../contract/report.ts';
import { exitCodeOf, type Gates } from './exit-code.ts';

interface Given {
  readonly verified?: number;
  /** Bodies documented, and kept. */
  readonly bodies?: readonly [number, number];
  readonly unread?: number;
  readonly severities?: readonly Severity[];
  readonly waived?: boolean;
  /** Covered, and eligible. */
  readonly points?: readonly [number, number];
}

function reportOf(given: Given): Report {
  const {
    verified = 1,
    bodies = [0, 0],
    unread = 0,
    severities = [],
    waived = false,
    points = [50, 100],
  } = given;
  const [covered, eligible] = points;
  const [documented, kept] = bodies;
  const found = severities.map((severity) => ({ severity, ...(waived && { waivedBy: 'me' }) }) as Finding);
  const { findings } = countFindings(found);
  return {
    summary: { verified, bodies: { documented, kept }, findings },
    coverage: { covered, eligible },
    unread: Array(unread).fill({ file: 'a.har', reason: 'is empty' }),
  } as unknown as Report;
}

const OPEN: Gates = { failOn: 'error', minCoverage: undefined };

describe('the exit of a contract run', () => {
  it.each<[number, string, Given, Gates]>([
    [0, 'nothing was found', {}, OPEN],
    [0, 'only warnings were found', { severities: ['warning', 'info'] }, OPEN],
    [0, 'the error is waived', { severities: ['error'], waived: true }, OPEN],
    [0, 'the gate is just met', {}, { ...OPEN, minCoverage: 50 }],
    [0, 'the gate lies below what is shown cut off', { points: [14, 15] }, { ...OPEN, minCoverage: 93.33 }],
    [4, 'the gate lies just above it', { points: [14, 15] }, { ...OPEN, minCoverage: 93.34 }],
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
      { verified: 0, severities: ['error'], points: [0, 100] },
      { ...OPEN, minCoverage: 90 },
    ],
    [3, 'no body was kept of those documented', { verified: 9, bodies: [4, 0], severities: ['error'] }, OPEN],
    [0, 'one body was kept', { verified: 9, bodies: [4, 1] }, OPEN],
    [2, 'something was not read', { unread: 1, severities: ['error'] }, { ...OPEN, minCoverage: 90 }],
    [2, 'something was not read, and nothing verified', { unread: 1, verified: 0 }, OPEN],
    [4, 'coverage is below the gate', { points: [499, 1000] }, { ...OPEN, minCoverage: 50 }],
  ])('is %i where %s', (code, _, given, gates) => {
    expect(exitCodeOf(reportOf(given), gates)).toBe(code);
  });
});
