import type { Direction, Impact } from './difference.ts';

/** What upstream's set of values is to ours: it holds more, fewer, or some more and some fewer. */
export type Change = 'wider' | 'narrower' | 'other';

/** Who reads breaks on more than it knows; who sends breaks on less than it may. */
export function impactOf(change: Change, direction: Direction): Impact {
  if (change === 'other') return 'breaking';
  return (change === 'wider') === (direction === 'response') ? 'breaking' : 'info';
}
