import type { RateLimitError } from './errors/status-errors.ts';

/** What requests have to pass one by one. */
export interface Gate {
  /**
   * Resolves when the next request may go: true, or false at once if that would not be before `deadline` (on the
   * clock of the runtime). Whoever has no deadline lets the others go first. Rejects when the signal is aborted, and
   * with a copy of what closed it if that is why.
   */
  pass(deadline: number, signal: AbortSignal | undefined): Promise<boolean>;
  /** Lets nobody pass for so long, in milliseconds, because of that. */
  close(ms: number, reason: RateLimitError): void;
}
