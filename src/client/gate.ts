/** What requests have to pass one by one. */
export interface Gate {
  /** Resolves when the next request may go; rejects when the signal is aborted. */
  pass(signal: AbortSignal | undefined): Promise<void>;
  /** Lets nobody pass for so long, in milliseconds. */
  close(ms: number): void;
}
