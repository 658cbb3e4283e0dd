/** What requests have to pass one by one. */
export interface Gate {
  /**
   * Resolves when the next request may go: true, or false at once if that would not be before `deadline` (on the
   * clock of the runtime). Rejects when the signal is aborted.
   */
  pass(deadline: number, signal: AbortSignal | undefined): Promise<boolean>;
  /** Lets nobody pass for so long, in milliseconds. */
  close(ms: number): void;
}
