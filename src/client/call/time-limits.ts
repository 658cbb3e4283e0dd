import { AbortedError, TimeoutError, type TimeoutPhase } from '../errors.ts';
import type { Runtime } from '../runtime.ts';

/** What a piece of work and those who may end it know of each other. */
export interface Attempt {
  /** Aborted when the work is ended. It lives as long as the work and no longer: nothing that listens to it can leak. */
  readonly signal: AbortSignal;
  /** What the work is waiting for. */
  phase: TimeoutPhase;
  /** Set by the work: lets go of what it holds and the signal may not reach. */
  release: (() => void) | undefined;
  /** Why the work was ended, if it was. */
  ended: Error | undefined;
}

interface Link {
  readonly callbacks: Set<() => void>;
  readonly fire: () => void;
}

const links: WeakMap<AbortSignal, Link> = /* @__PURE__ */ new WeakMap();

/**
 * Calls back when the signal aborts; returns what unlinks it. However many calls share a signal, it carries one
 * listener, and none once they are done: `AbortSignal.any` would leak, and Node warns above 10 listeners.
 */
export function onAbort(signal: AbortSignal | undefined, callback: () => void): () => void {
  if (signal === undefined) return () => {};
  const { callbacks, fire } = links.get(signal) ?? link(signal);
  callbacks.add(callback);
  return () => {
    if (!callbacks.delete(callback) || callbacks.size > 0) return;
    signal.removeEventListener('abort', fire);
    links.delete(signal);
  };
}

function link(signal: AbortSignal): Link {
  const callbacks = new Set<() => void>();
  const fire = (): void => {
    for (const callback of callbacks) callback();
  };
  signal.addEventListener('abort', fire);
  const made = { callbacks, fire };
  links.set(signal, made);
  return made;
}

/** Waits; an abort ends the wait at once with {@link abortedError}. No timer or listener is left behind. */
export function sleep(runtime: Runtime, ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(abortedError(signal));
    const unlink = onAbort(signal, () => {
      stopTimer();
      unlink();
      reject(abortedError(signal));
    });
    const stopTimer = runtime.after(ms, () => {
      unlink();
      resolve();
    });
  });
}

/**
 * Runs the work until it settles or is ended: then this rejects at once, even if the work takes no notice. Once this
 * has settled, no timer and no listener is left.
 */
export function withinLimits<T>(
  runtime: Runtime,
  ms: number,
  signal: AbortSignal | undefined,
  timedOut: (attempt: Attempt) => Error,
  work: (attempt: Attempt) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(abortedError(signal));
    const controller = new AbortController();
    const attempt: Attempt = {
      signal: controller.signal,
      phase: 'headers',
      release: undefined,
      ended: undefined,
    };
    const stop = (error: Error): void => {
      settle();
      reject(error);
      attempt.ended = error;
      controller.abort(error);
      attempt.release?.();
    };
    // The signal first: it is not ours, and may throw. Then there must be no timer.
    const unlink = onAbort(signal, () => stop(abortedError(signal)));
    const stopTimer = runtime.after(ms, () => stop(timedOut(attempt)));
    const settle = (): void => {
      stopTimer();
      unlink();
    };
    work(attempt).then(
      (value) => {
        settle();
        resolve(value);
      },
      (error) => {
        settle();
        reject(error);
      },
    );
  });
}

const WORDS: Readonly<Record<TimeoutPhase, string>> = {
  key: 'the function given as `apiKey` gave no key',
  headers: 'no answer came',
  body: 'the answer did not end',
  total: 'it was not done',
};

/** The caller's signal was aborted. Whether that came too late is for the caller of this to say. */
export function abortedError(signal: AbortSignal | undefined): AbortedError {
  return new AbortedError('it was aborted.', { cause: signal?.reason, mayHaveSucceeded: true });
}

/** `phase` took longer than `timeoutMs`. */
export function timeoutError(phase: TimeoutPhase, timeoutMs: number): TimeoutError {
  const option =
    phase === 'headers' || phase === 'body' ? '`timeout`' : '`totalTimeout` (of a wait, `timeout`)';
  return new TimeoutError(`${WORDS[phase]} within ${timeoutMs} ms. Try again later, or raise ${option}.`, {
    phase,
    timeoutMs,
    mayHaveSucceeded: true,
  });
}
