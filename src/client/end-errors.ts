import { AbortedError } from './errors/aborted-error.ts';
import { TimeoutError, type TimeoutPhase } from './errors/timeout-error.ts';

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
  const option = phase === 'headers' || phase === 'body' ? 'timeout' : 'totalTimeout';
  return new TimeoutError(
    `${WORDS[phase]} within ${timeoutMs} ms. Try again later, or raise \`${option}\`.`,
    {
      phase,
      timeoutMs,
      mayHaveSucceeded: true,
    },
  );
}
