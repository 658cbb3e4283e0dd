import { describe, expect, it } from '@jest/globals';
import { progressText, type Standing } from './progress-text.ts';

const START: Standing = { done: 0, total: 1000, failed: 0, skipped: 0, elapsedMs: 0 };

describe('the progress', () => {
  it.each<[Partial<Standing>, string]>([
    [{}, '──────────────────────── 0/1000, 0 %'],
    [
      { done: 500, elapsedMs: 50_000, failed: 3 },
      '━━━━━━━━━━━━──────────── 500/1000, 50 %, 10.0/s, 50.0 s left, 3 failed',
    ],
    [{ done: 1000, elapsedMs: 100_000 }, '━━━━━━━━━━━━━━━━━━━━━━━━ 1000/1000, 100 %, 10.0/s'],
    [
      { done: 500, skipped: 490, elapsedMs: 1000 },
      '━━━━━━━━━━━━──────────── 500/1000, 50 %, 10.0/s, 50.0 s left',
    ],
    [{ done: 7, total: undefined, elapsedMs: 1000 }, '7 done, 7.0/s'],
  ])('of %j is %s', (standing, text) => {
    expect(progressText({ ...START, ...standing }, true)).toBe(text);
  });

  it('does without the bar in a log', () => {
    expect(progressText({ ...START, done: 250 }, false)).toBe('250/1000, 25 %');
  });
});
