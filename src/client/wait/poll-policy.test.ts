import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pollDelay } from './poll-policy.ts';

const FIVE_MINUTES = 300_000;
const start = {
  pollInterval: 1000,
  maxPollInterval: 10_000,
  timeout: FIVE_MINUTES,
  elapsed: 0,
  waits: 0,
  asked: undefined,
};

describe('the wait before a poll', () => {
  it('is 1 s at first, and grows by half up to 10 s', () => {
    const delays = Array.from({ length: 8 }, (_, waits) => pollDelay({ ...start, waits }, 0));
    expect(delays).toEqual([1000, 1500, 2250, 3375, 5062.5, 7593.75, 10_000, 10_000]);
  });

  it.each([
    { why: 'up to a quarter is taken off by the dice', state: {}, random: 0.8, want: 800 },
    { why: 'a server that asks for more gets it', state: { asked: 4000 }, random: 0.8, want: 4000 },
    { why: 'a server that asks for less changes nothing', state: { asked: 10 }, random: 0, want: 1000 },
    {
      why: 'an interval over 10 s is kept',
      state: { pollInterval: 20_000, waits: 3 },
      random: 0,
      want: 20_000,
    },
    {
      why: 'the last poll comes a second before the deadline',
      state: { elapsed: 298_500 },
      random: 0,
      want: 500,
    },
    {
      why: 'it grows no further than is wanted',
      state: { maxPollInterval: 1200, waits: 3 },
      random: 0,
      want: 1200,
    },
    { why: 'after the last poll there is none', state: { elapsed: 299_000 }, random: 0, want: undefined },
    { why: 'in a short wait it comes at nine tenths', state: { timeout: 100 }, random: 0, want: 90 },
    {
      why: 'asked past the deadline, there is none',
      state: { asked: FIVE_MINUTES },
      random: 0,
      want: undefined,
    },
    {
      why: 'asked past the last poll, it comes later',
      state: { elapsed: 298_500, asked: 1200 },
      random: 0,
      want: 1200,
    },
  ])('$why', ({ state, random, want }) => {
    expect(pollDelay({ ...start, ...state }, random)).toBe(want);
  });

  it('is never past the deadline, and never less than asked', () => {
    const time = fc.integer({ min: 1, max: 1_000_000 });
    const asked = fc.option(fc.nat(100_000), { nil: undefined });
    const dice = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(
        time,
        time,
        fc.nat(1_000_000),
        fc.nat(100),
        asked,
        dice,
        (pollInterval, timeout, elapsed, waits, ask, random) => {
          const delay = pollDelay({ ...start, pollInterval, timeout, elapsed, waits, asked: ask }, random);
          return delay === undefined || (delay > 0 && elapsed + delay < timeout && delay >= (ask ?? 0));
        },
      ),
    );
  });

  it('comes to an end for any wait', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 1, max: 600_000 }),
        (pollInterval, timeout) => {
          let elapsed = 0;
          for (let waits = 0; waits < 700_000; waits++) {
            const delay = pollDelay({ ...start, pollInterval, timeout, elapsed, waits }, 0.5);
            if (delay === undefined) return elapsed >= timeout * 0.9 - 1;
            elapsed += delay;
          }
          return false;
        },
      ),
      { numRuns: 50 },
    );
  });
});
