import { describe, expect, it } from '@jest/globals';
import type { RecordingSummary } from '../report.ts';
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
    const findings = ageFindings([recorded(ageDays, source)], limits);
    expect(findings.map(({ received, documented }) => `${received}: ${documented}`)).toEqual(want);
  });
});
