import { printable } from '../../contract/printable.ts';
import { inWords } from '../duration-in-words.ts';
import { shellWord } from '../shell-word.ts';
import type { CancelReport } from './cancel-report.ts';

const WORDS: Readonly<Record<CancelReport['outcome'], string>> = {
  'would-cancel': 'would be asked to cancel',
  accepted: 'was asked to cancel, and is still pending',
  canceled: 'is canceled',
  completed: 'ended completed: it was faster than the cancel',
  unconfirmed: 'was not seen to end',
  interrupted: 'was not waited for',
  failed: 'was not canceled, as far as is known',
};

/** What became of it, on one line. Who only waits need not have canceled it. */
export function headline({ ref, outcome, polls, elapsedMs }: CancelReport, isOnlyWait = false): string {
  const words = isOnlyWait && outcome === 'completed' ? 'ended completed' : WORDS[outcome];
  const reads = polls ? ` after ${polls} ${polls === 1 ? 'read' : 'reads'}` : '';
  const time = elapsedMs === undefined ? '' : ` (${inWords(elapsedMs)})`;
  return `${outcome}: ${printable(ref.enrichment)} ${words}${reads}${time}`;
}

/** What to know, or to do, that the outcome does not say by itself. */
export function adviceOn({ ref, outcome, error }: CancelReport): readonly string[] {
  const ids = `${shellWord(ref.webset)} ${shellWord(ref.enrichment)}`;
  const look = `exa-enrichments get ${ids}`;
  if (outcome === 'accepted')
    return [`Accepted is not done: it may still end completed. See how it ends: ${look}`];
  if (outcome === 'interrupted' && error?.mayHaveSucceeded)
    return [`This stopped the command, and takes no cancel back. See what became of it: ${look}`];
  if (outcome === 'unconfirmed')
    return [`See what became of it: ${look}`, `Wait on, without another cancel: exa-enrichments wait ${ids}`];
  return [];
}
