import { annotate, type ExaError } from './errors/exa-error.ts';
import type { Progress } from './progress.ts';

/** Writes the whole message: what failed, why and what to do, and what it means for the enrichment. */
export function conclude<E extends ExaError>(error: E, action: string, progress: Progress): E {
  const { attempts, mayHaveSucceeded } = progress;
  const tries = attempts > 1 ? ` after ${attempts} attempts` : '';
  const message = `Failed to ${action}${tries}: ${error.message} ${outcome(error, attempts, mayHaveSucceeded)}`;
  return annotate(reworded(error, message.trimEnd()), { attempts, mayHaveSucceeded });
}

function outcome({ enrichment }: ExaError, attempts: number, mayHaveSucceeded: boolean): string {
  if (attempts === 0) return 'Nothing was sent.';
  if (enrichment) return `Read back, it is ${enrichment.status}.`;
  return mayHaveSucceeded ? 'It may have taken effect: read the enrichment back.' : '';
}

/** Changes the message of an error where it stands: in `stack` too, which is what gets printed. */
export function reworded<E extends Error>(error: E, message: string): E {
  if (error.stack) error.stack = error.stack.replace(error.message, () => message);
  error.message = message;
  return error;
}
