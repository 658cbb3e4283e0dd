const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Calls back at the first Ctrl-C or SIGTERM. From then on, as before and wherever nobody listens, a signal ends the
 * process at once: a second Ctrl-C helps against a command that does not stop.
 */
export function listenForSignals(listener: () => void): () => void {
  const stop = (): void => {
    for (const signal of SIGNALS) process.off(signal, heard);
  };
  const heard = (): void => {
    stop();
    listener();
  };
  for (const signal of SIGNALS) process.on(signal, heard);
  return stop;
}
