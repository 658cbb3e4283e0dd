import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Where the command writes: data to `out`, everything else to `err`. Passed in, so that tests can read it. */
export interface Terminal {
  readonly out: Output;
  readonly err: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What is piped in, or typed. Missing: nothing is. */
  readonly input?: Input;
  /** Calls back once, when a person or the system wants the command to stop; returns what stops listening. */
  onInterrupt?(listener: () => void): () => void;
  /** Ends the process as Ctrl-C does, whatever is under way, once all that was said is written. */
  leave?(): void;
}

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  /** Its width; undefined where it is no terminal, and lines may have any length. */
  readonly columns?: number | undefined;
}

export type Input = Readable & { readonly isTTY?: boolean };

/** Colour where a person looks on. Source: no-color.org, force-color.org. */
export function wantsColor(output: Output, env: Terminal['env']): boolean {
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return output.isTTY === true && env['TERM'] !== 'dumb';
}

/** Whether a person can look on: what CI runs may have a terminal, and nobody sits before it. */
function isAttended({ env }: Pick<Terminal, 'env'>): boolean {
  const ci = env['CI'];
  return ci === undefined || ci === '' || ci === '0' || ci === 'false';
}

/** Whether a line can be written over: not in a file, a pipe or CI, nor on a terminal that knows no escape codes. */
export function canRedraw(output: Output, env: Terminal['env']): boolean {
  return output.isTTY === true && env['TERM'] !== 'dumb' && isAttended({ env });
}

/** Whether there is a person to ask. */
export function canAsk({ input, err, env }: Terminal): boolean {
  return input?.isTTY === true && err.isTTY === true && isAttended({ env });
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
