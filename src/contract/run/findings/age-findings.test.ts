import { describe, expect, it } from '@jest/globals';
import type { RecordingSummary } from '../../report.ts';
import { type AgeLimit, ageFindings } from './age-findings.ts';

const recorded = (ageDays: number | undefined, source?: RecordingSummary['source']): RecordingSummary => ({
  file: 'a.har',
  exchanges: 1,
  ...(ageDays !== undefined && { ageDays, recordedAt: '2026-01-02' }),
  ...(source && { source }),
});
const limit = (days: number, source?: AgeLimit['source']): AgeLimit => ({
  source,
  days,
  severity: 'warning',
});

describe('a recording is too old', () => {
  it.each<[number | undefined, RecordingSummary['source'], AgeLimit[], string[]]>([
    [89, undefined, [limit(90)], []],
    [90, undefined, [limit(90)], []],
    [91, undefined, [limit(90)], ['91 days, recorded on 2026-01-02: at most 90 days']],
    [0, undefined, [limit(0)], []],
    [1, undefined, [limit(0)], ['1 days, recorded on 2026-01-02: at most 0 days']],
    [undefined, undefined, [limit(90)], ['no date: at most 90 days']],
    [30, 'live', [limit(30, 'live'), limit(7)], []],
    [
      31,
      'live',
      [limit(30, 'live'), limit(90)],
      ['31 days, recorded on 2026-01-02: at most 30 days of source live'],
    ],
    [8, 'simulator', [limit(30, 'live'), limit(7)], ['8 days, recorded on 2026-01-02: at most 7 days']],
    [8, undefined, [limit(30, 'live')], []],
    [8, undefined, [limit(7), limit(8)], []],
    [8, undefined, [], []],
  ])('after %p days, of source %p, by %j: %j', (ageDays, source, limits, want) => {
    const findings = ageFindings([recorded(ageDays, source)], limits, '2026-04-02');
    expect(findings.map(({ received, documented }) => `${received}: ${documented}`)).toEqual(want);
  });

  it.each([
    ['2026-03-01', []],
    ['2026-03-02', []],
    ['2026-03-03', ['recorded on 2026-03-03: at most 90 days']],
    ['2999-01-01', ['recorded on 2999-01-01: at most 90 days']],
  ])('where it says that it was made on %s, and today is 1 March: %j', (recordedAt, want) => {
    const findings = ageFindings(
      [{ file: 'a.har', exchanges: 1, ageDays: 0, recordedAt }],
      [limit(90)],
      '2026-03-01',
    );
    expect(findings.map(({ received, documented }) => `${received}: ${documented}`)).toEqual(want);
  });
});
