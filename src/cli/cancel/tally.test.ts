import { describe, expect, it } from '@jest/globals';
import { createTally, type Summary, summaryLine } from './tally.ts';

const NOTHING: Summary = {
  ...createTally(),
  references: 0,
  notTried: 0,
  interrupted: false,
  elapsedMs: 4200,
};

describe('the summary', () => {
  it.each<[Partial<Summary>, string]>([
    [{ references: 1, outcomes: { ...NOTHING.outcomes, accepted: 1 } }, '1 reference: 1 accepted (4.2 s)'],
    [
      {
        references: 20,
        outcomes: { accepted: 0, canceled: 9, completed: 1, unconfirmed: 1, failed: 2, interrupted: 1 },
        errors: { 'not-found': 2, 'cancel-not-confirmed': 1 },
        settledBefore: 3,
        repeated: 1,
        notTried: 2,
      },
      '20 references: 9 canceled, 1 completed, 1 unconfirmed, 2 failed (2 not-found), 1 interrupted; 3 settled before, 1 repeated, 2 not tried (4.2 s)',
    ],
    [
      { references: 5, settledBefore: 5, completedBefore: 2 },
      '5 references: 5 settled before (2 completed) (4.2 s)',
    ],
    [{ references: 5, settledBefore: 5 }, '5 references: 5 settled before (4.2 s)'],
  ])('of %j is a line', (part, line) => {
    expect(summaryLine({ ...NOTHING, ...part })).toBe(line);
  });
});
