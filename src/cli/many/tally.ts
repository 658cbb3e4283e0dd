import type { EnrichmentRef, ManyResult } from '../../index.ts';
import { OUTCOMES, type Outcome, outcomeOf } from './outcome.ts';

/** How many references came to what. */
export interface Tally {
  readonly outcomes: Record<Outcome, number>;
  /** The failed and the unconfirmed ones, by the code of the error. */
  readonly errors: Record<string, number>;
  /** Met again in the input, and not sent again. */
  repeated: number;
  /** Settled by an earlier run, as its journal says. */
  settledBefore: number;
  /** Those of them that ended completed, and not canceled. */
  completedBefore: number;
}

export function createTally(): Tally {
  const outcomes = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  return { outcomes, errors: {}, repeated: 0, settledBefore: 0, completedBefore: 0 };
}

/** Counts a result, and says what it is. */
export function count({ outcomes, errors }: Tally, result: ManyResult<EnrichmentRef>): Outcome {
  const outcome = outcomeOf(result);
  outcomes[outcome] += 1;
  if (!result.ok && outcome !== 'interrupted') {
    const { code } = result.error;
    errors[code] = (errors[code] ?? 0) + 1;
  }
  return outcome;
}

/** How many references are dealt with: those that an interrupt cut off are not. */
export function done({ outcomes, repeated, settledBefore }: Tally): number {
  const { interrupted, ...others } = outcomes;
  return Object.values(others).reduce((sum, number) => sum + number, repeated + settledBefore);
}

/** Whether each came to what was asked for: with a wait, to be canceled. */
export function isAllFine({ outcomes, completedBefore }: Tally): boolean {
  const { completed, unconfirmed, failed, interrupted } = outcomes;
  return completed + completedBefore + unconfirmed + failed + interrupted === 0;
}
