import { Readable } from 'node:stream';
import { main } from './main.ts';
import type { Terminal } from './terminal.ts';

export interface FakeTerminal extends Terminal {
  /** All that was written so far. */
  readonly text: { out: string; err: string };
  /** What Ctrl-C does. */
  interrupt(): void;
  /** Resolves when what was written to stderr matches. */
  told(pattern: RegExp): Promise<void>;
}

export interface FakeOptions {
  readonly env?: Terminal['env'];
  readonly input?: string | Readable;
  /** Whether stderr, and stdin if there is one, are a terminal. */
  readonly isTTY?: boolean;
}

/** A terminal that tests can read and type into. There is a key, unless the environment says otherwise. */
export function fakeTerminal({
  env = { EXA_API_KEY: KEY },
  input,
  isTTY = false,
}: FakeOptions = {}): FakeTerminal {
  const text = { out: '', err: '' };
  const listeners = new Set<() => void>();
  const readers = new Set<() => void>();
  const output = (name: 'out' | 'err'): Terminal['out'] => ({
    isTTY: name === 'err' && isTTY,
    write(chunk) {
      text[name] += chunk;
      for (const reader of readers) reader();
    },
  });
  return {
    text,
    out: output('out'),
    err: output('err'),
    env,
    ...(input !== undefined && {
      input: Object.assign(typeof input === 'string' ? Readable.from([Buffer.from(input)]) : input, {
        isTTY,
      }),
    }),
    onInterrupt(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    interrupt() {
      if (listeners.size === 0) throw new Error('nobody listens for an interrupt');
      for (const listener of listeners) listener();
    },
    told: (pattern) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!pattern.test(text.err)) return;
          readers.delete(look);
          resolve();
        };
        readers.add(look);
        look();
      }),
  };
}

/** The key of the fake terminal. No output may ever hold it. */
export const KEY = 'k3y-that-nobody-may-see';

/** Runs the command to its end on a fake terminal. */
export async function run(
  args: readonly string[],
  options?: FakeOptions,
): Promise<{ code: number; out: string; err: string }> {
  const terminal = fakeTerminal(options);
  const code = await main(args, terminal);
  return { code, ...terminal.text };
}
