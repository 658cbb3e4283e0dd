const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * What stands between a terminal and the command, such as `timeout` or a script of npm, passes a signal on that the whole
 * group has got already. Nobody presses Ctrl-C twice in so short a time, in milliseconds.
 */
const ONE_AND_THE_SAME_MS = 250;

/**
 * Calls back at the first Ctrl-C or SIGTERM. From then on, as before and wherever nobody listens, a signal ends the
 * process at once: a second Ctrl-C helps against a command that does not stop.
 */
export function listenForSignals(listener: () => void): () => void {
  let isHeard = false;
  const stop = (): void => {
    for (const signal of SIGNALS) process.off(signal, heard);
  };
  const heard = (): void => {
    if (isHeard) return;
    isHeard = true;
    setTimeout(stop, ONE_AND_THE_SAME_MS).unref();
    listener();
  };
  for (const signal of SIGNALS) process.on(signal, heard);
  // What is passed on may also come while the process ends, which it does by itself.
  return () => {
    if (!isHeard) stop();
  };
}
