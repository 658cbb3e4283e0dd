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
}

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

export type Input = Readable & { readonly isTTY?: boolean };

/** Colour where a person looks on. Source: no-color.org, force-color.org. */
export function wantsColor(output: Output, env: Terminal['env']): boolean {
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  if (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '') return env['FORCE_COLOR'] !== '0';
  return output.isTTY === true;
}

/** Whether a line can be written over: not in a file or a pipe, and not on a terminal that knows no escape codes. */
export function canRedraw(output: Output, env: Terminal['env']): boolean {
  return output.isTTY === true && env['TERM'] !== 'dumb';
}
