import { onAbort } from '../call/time-limits.ts';
import { callSafely } from '../hooks.ts';
import { turn } from '../runtime.ts';

/** How a lazy input is worked on. */
export interface Plan<In, Out> {
  readonly concurrency: number;
  /** Aborted: no more input is taken, and the work under way is told. */
  readonly signal: AbortSignal | undefined;
  /** Asked before more input is taken. */
  enough(): boolean;
  /** Must not reject. Calls `onTurn` when it has waited for those before it, and begins. */
  work(input: In, index: number, signal: AbortSignal, onTurn: () => void): Promise<Out>;
  /** Called at the end, if it was aborted: whether the input held more than was taken. Undefined if that can't be told. */
  onRest?(isThereMore: boolean | undefined): void;
}

/** As many as get their turn within a second: more would only be held, and gain nothing. */
const MOST_WAITING = 10;

/**
 * Works on a few inputs at a time and yields what comes of each as it settles. Input is taken when there is room for
 * it, and results wait to be taken, so memory stays flat however long the input is. Whoever stops iterating stops the
 * work too.
 */
export async function* concurrently<In, Out extends object>(
  inputs: Iterator<In> | AsyncIterator<In>,
  { concurrency, signal, enough, work, onRest }: Plan<In, Out>,
): AsyncGenerator<Out, void, undefined> {
  const controller = new AbortController();
  const results: Out[] = [];
  /** Those that have not had their turn. */
  const waiting = new Set<number>();
  let wake = (): void => {};
  let count = 0;
  let running = 0;
  let yielded = 0;
  let taking = false;
  let ended = false;
  let failure: { readonly error: unknown } | undefined;
  const abort = (): void => {
    controller.abort(signal?.reason);
    wake();
  };
  if (signal?.aborted) abort();
  const unlink = onAbort(signal, abort);
  const isOver = (): boolean => ended || failure !== undefined || controller.signal.aborted || enough();
  const change = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });
  const start = async (input: In): Promise<void> => {
    const index = count++;
    const onTurn = (): void => {
      waiting.delete(index);
      wake();
    };
    running++;
    waiting.add(index);
    results.push(await work(input, index, controller.signal, onTurn));
    running--;
    onTurn();
  };
  const take = async (): Promise<void> => {
    let next: IteratorResult<In>;
    try {
      next = await inputs.next();
    } catch (error) {
      // That ends it too. Where only what it gave fails, it is still to be closed.
      ended = true;
      failure = { error };
      return;
    }
    if (next.done) {
      ended = true;
      return;
    }
    if (isOver()) return;
    const value = await next.value;
    if (!isOver()) void start(value);
  };
  const begin = (): void => {
    taking = true;
    take()
      .catch((error) => {
        failure = { error };
      })
      .finally(() => {
        taking = false;
        wake();
      });
  };
  try {
    for (;;) {
      const hasRoom = running + results.length < concurrency && waiting.size < MOST_WAITING;
      if (!taking && hasRoom && !isOver()) begin();
      const result = results.shift();
      if (result) {
        yield result;
        // Work that fails without any I/O does not let go by itself.
        if (++yielded % 256 === 0) await turn();
      } else if (running > 0 || (taking && !isOver())) {
        // An input that does not answer is not waited for once it is over.
        await change();
      } else break;
    }
    if (failure) throw failure.error;
    if (signal?.aborted && onRest) onRest(await isThereMore());
  } finally {
    unlink();
    controller.abort();
    while (running > 0) await change();
    // Not awaited: an input that is still busy would not answer either. That it can't be closed changes nothing.
    if (!ended) callSafely(() => inputs.return?.());
  }

  /** All that was taken is settled: was that the last? The input is asked once more, but not waited for. */
  async function isThereMore(): Promise<boolean | undefined> {
    if (ended || count === 0) return ended ? false : undefined;
    if (taking) return undefined;
    const asked = (async () => {
      const next = await inputs.next();
      ended = next.done === true;
      return !ended;
    })();
    return Promise.race([asked.catch(() => undefined), turn().then(() => undefined)]);
  }
}
