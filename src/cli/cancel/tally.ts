import {
  type EnrichmentRef,
  isAbortedError,
  isCancelNotConfirmedError,
  type ManyResult,
} from '../../index.ts';
import { inWords } from '../words.ts';

export const OUTCOMES = [
  'accepted',
  'canceled',
  'completed',
  'unconfirmed',
  'failed',
  'interrupted',
] as const;

/** What became of one of many; the words are those of a single cancel. */
export type Outcome = (typeof OUTCOMES)[number];

function outcomeOf(result: ManyResult<EnrichmentRef>): Outcome {
  if (result.ok) {
    const { status } = result.enrichment;
    return status === 'pending' ? 'accepted' : status;
  }
  if (isAbortedError(result.error)) return 'interrupted';
  return isCancelNotConfirmedError(result.error) ? 'unconfirmed' : 'failed';
}

/** Whether nothing is left to do about it: neither would be gained by another cancel. */
export function isSettled(outcome: Outcome): boolean {
  return outcome === 'accepted' || outcome === 'canceled' || outcome === 'completed';
}

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

/** The end of a run over many, as `--json` prints it. */
export interface Summary extends Tally {
  /** How many references were read; of a file that is all of them. */
  readonly references: number;
  /** Those that were never sent because the run ended before: the key was refused, say. */
  readonly notTried: number;
  readonly interrupted: boolean;
  /** In milliseconds. */
  readonly elapsedMs: number;
}

/** `12 references: 9 accepted, 1 completed, 2 failed (2 not-found); 3 settled before (4.2 s)` */
export function summaryLine(summary: Summary): string {
  const { references, outcomes, errors, repeated, settledBefore, completedBefore, notTried, elapsedMs } =
    summary;
  const kinds = Object.entries(errors)
    .filter(([code]) => code !== 'cancel-not-confirmed')
    .map(([code, number]) => `${number} ${code}`);
  const counts = OUTCOMES.filter((outcome) => outcomes[outcome] > 0).map((outcome) => {
    const detail = outcome === 'failed' && kinds.length > 0 ? ` (${kinds.join(', ')})` : '';
    return `${outcomes[outcome]} ${outcome}${detail}`;
  });
  const others = [
    [settledBefore, `settled before${completedBefore > 0 ? ` (${completedBefore} completed)` : ''}`],
    [repeated, 'repeated'],
    [notTried, 'not tried'],
  ] as const;
  const rest = others.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`);
  const all = [counts.join(', '), rest.join(', ')].filter(Boolean).join('; ');
  return `${counted(references)}: ${all} (${inWords(elapsedMs)})`;
}

/** `1 reference`, `2 references` */
export function counted(references: number): string {
  return `${references} ${references === 1 ? 'reference' : 'references'}`;
}
