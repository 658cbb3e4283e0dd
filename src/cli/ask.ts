import { createInterface } from 'node:readline';
import type { Terminal } from './terminal.ts';

/** Whether there is a person to ask. */
export function canAsk({ input, err }: Terminal): boolean {
  return input?.isTTY === true && err.isTTY === true;
}

/** Asks a person; only a clear yes is one. Rejects when the signal is aborted. */
export async function askYesNo(
  question: string,
  { input, err }: Terminal,
  signal: AbortSignal,
): Promise<boolean> {
  if (input === undefined) return false;
  err.write(`${question} [y/N] `);
  // Not as a terminal: the line editing of the system will do, and Ctrl-C stays a signal.
  const lines = createInterface({ input, terminal: false });
  let leave = (): void => {};
  try {
    const answer = await new Promise<string>((resolve, reject) => {
      lines.once('line', resolve);
      lines.once('close', () => resolve(''));
      leave = () => {
        // The cursor stands behind the question.
        err.write('\n');
        reject(signal.reason);
      };
      signal.addEventListener('abort', leave);
    });
    return /^\s*y(?:es)?\s*$/i.test(answer);
  } finally {
    signal.removeEventListener('abort', leave);
    lines.close();
    input.pause();
  }
}
