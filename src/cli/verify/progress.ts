import { createLiveLine } from '../live-line.ts';
import { canRedraw, type Terminal } from '../terminal.ts';

export interface Progress {
  /** Told how much was read, and how much there is; 0 where that is not known. In bytes. */
  show(read: number, total: number): void;
  end(): void;
}

/** Whoever waits for less does not wonder. */
const PATIENCE_MS = 1_000;
const WIDTH = 24;

/** A bar on stderr for whoever waits at a terminal; in a file or a pipe, and with `TERM=dumb`, nothing. */
export function createProgress(
  { err, env }: Pick<Terminal, 'err' | 'env'>,
  now: () => number = Date.now,
): Progress {
  if (!canRedraw(err, env)) return { show() {}, end() {} };
  const started = now();
  const live = createLiveLine({ err, env });
  let state = { read: 0, total: 0 };
  const begin = (): void => live.show(() => progressText(state.read, state.total, now() - started));
  // Not at a read: where a pipe is silent there is none.
  const timer = setTimeout(begin, PATIENCE_MS).unref();
  return {
    show: (read, total) => {
      state = { read, total };
    },
    end: () => {
      clearTimeout(timer);
      live.end();
    },
  };
}

/** One line. `elapsed` is in milliseconds. */
export function progressText(read: number, total: number, elapsed: number): string {
  if (total <= 0) return `verifying ${megabytes(read)} MB`;
  // A file may grow while it is read, or a part of it be read twice.
  const share = Math.min(read / total, 1);
  const full = Math.round(share * WIDTH);
  const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
  const left = share < 0.02 ? '' : `, ${Math.ceil((elapsed / share - elapsed) / 1000)} s left`;
  return `${bar} ${Math.floor(share * 100)} %, ${megabytes(Math.min(read, total))} of ${megabytes(total)} MB${left}`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
}
