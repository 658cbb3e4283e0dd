import { inWords } from '../duration-in-words.ts';
import { OUTCOMES } from './outcome.ts';
import type { Tally } from './tally.ts';

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
