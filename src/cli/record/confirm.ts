import { printable } from '../../contract/printable.ts';
import { askYesNo, canAsk } from '../ask.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import type { Target } from './target.ts';

/**
 * Has a person agree that something is canceled for good.
 *
 * @throws UsageError if nobody does, and the reason of the signal if it is aborted
 */
export async function confirm(
  { ref, baseUrl }: Target,
  maxCalls: number,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  const what = `cancel enrichment ${printable(ref.enrichment)} of Webset ${printable(ref.webset)} at ${baseUrl} for good, with at most ${maxCalls} requests`;
  if (!canAsk(terminal))
    throw new UsageError(`this would ${what}; there is no terminal to ask, so say --yes`);
  const question = `This will ${what}. A canceled enrichment can't be resumed. Go on?`;
  if (!(await askYesNo(question, terminal, signal))) throw new UsageError('not confirmed, nothing was sent');
}
