import { captureFetch } from '../../contract/capture-fetch.ts';
import type { DatedExchange } from '../../contract/recordings/index.ts';
import type { EnrichmentRef } from '../../index.ts';
import { createClient, type ExaError, isAbortedError, isStatusError } from '../../index.ts';
import type { ScenarioName } from '../../simulator/index.ts';
import type { ConnectionValues } from '../connection.ts';
import type { LiveLine } from '../live-line.ts';
import { scrubKey } from './scrub-key.ts';
import type { Target } from './target.ts';

type Fetch = typeof globalThis.fetch;

export interface RecordOptions {
  /** Undefined: the one that the simulator has. */
  readonly ref: EnrichmentRef | undefined;
  readonly output: string;
  readonly format: 'nock' | 'har';
  readonly check: boolean;
  readonly shows: string | undefined;
  readonly yes: boolean;
  /** Of the simulator; undefined: live. */
  readonly scenario: ScenarioName | undefined;
  readonly connection: ConnectionValues;
  readonly limits: RecordingLimits;
}

/** What to do with a recording that was made; resolves with whether it is as it should be. */
export type Finish = (recorded: Recorded, target: Target) => Promise<boolean>;

/** A fetch that may be used so many times. After that it calls `onSpent` and fails, and nothing is sent. */
function withBudget(fetch: Fetch, calls: number, onSpent: () => void): Fetch {
  let left = calls;
  return async (input, init) => {
    if (left === 0) {
      onSpent();
      throw new TypeError('the budget of calls is spent');
    }
    left -= 1;
    return fetch(input, init);
  };
}

/** What came of recording. */
export interface Recorded {
  /** Without the key. */
  readonly exchanges: readonly DatedExchange[];
  /** Why it is not whole: it was not seen how the cancel ends. Undefined if it is whole. */
  readonly incomplete: 'interrupted' | 'over-budget' | 'failed' | undefined;
  /** What the client made of it, if it did not end `canceled` or `completed`. */
  readonly error: ExaError | undefined;
}

export interface RecordingLimits {
  readonly maxCalls: number;
  /** In milliseconds. */
  readonly timeout: number;
}

/** Cancels through the real client, and reads until it has ended, or until the limits are met. */
export async function makeRecording(
  target: Target,
  file: string,
  { maxCalls, timeout }: RecordingLimits,
  live: LiveLine,
  signal: AbortSignal,
): Promise<Recorded> {
  const { ref, apiKey, baseUrl, pollInterval } = target;
  const exchanges: DatedExchange[] = [];
  const controller = new AbortController();
  const abort = (): void => controller.abort(signal.reason);
  signal.addEventListener('abort', abort);
  let spent = false;
  const budgeted = withBudget(target.fetch, maxCalls, () => {
    spent = true;
    controller.abort(new Error('the budget of calls is spent'));
  });
  const captured = captureFetch(
    budgeted,
    (exchange) => {
      exchanges.push({ ...scrubKey(exchange, apiKey), recordedAt: exchange.recordedAt ?? Date.now() });
      live.show(
        () =>
          `${exchanges.length} of at most ${maxCalls} calls, the last answered ${exchange.response.status}`,
      );
    },
    { file },
  );
  const client = createClient({ apiKey, baseUrl, fetch: (request, init) => captured(request, init) });
  try {
    await client.cancelAndWait(ref, { pollInterval, timeout, signal: controller.signal });
    return { exchanges, incomplete: undefined, error: undefined };
  } catch (caught) {
    const error = caught as ExaError;
    if (spent) return { exchanges, incomplete: 'over-budget', error };
    if (isAbortedError(error)) return { exchanges, incomplete: 'interrupted', error };
    return { exchanges, incomplete: isAnswer(error) ? undefined : 'failed', error };
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** Whether the API said something, if only no: that is as good a recording as a cancel that went well. */
function isAnswer(error: ExaError): boolean {
  return isStatusError(error) || ['redirect', 'response-parse', 'response-validation'].includes(error.code);
}
