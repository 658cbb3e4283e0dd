import type { Terminal } from './terminal.ts';

/** Runs something that can be stopped: its signal is aborted by Ctrl-C, or when the system asks the process to end. */
export async function interruptible<Result>(
  terminal: Terminal,
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const stopListening = terminal.onInterrupt?.(() => controller.abort(new Error('interrupted')));
  try {
    return await run(controller.signal);
  } finally {
    stopListening?.();
  }
}
