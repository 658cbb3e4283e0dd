import type { Core } from '../core.ts';
import type { ExaError } from '../errors.ts';
import type { Limits, RequestOptions } from '../options.ts';

/** Path parameters by name. */
export type Params = Readonly<Record<string, unknown>>;

/** One operation of the API, as a call needs to know it. */
export interface Operation<Result> {
  /** What it does, to follow "Failed to". */
  readonly action: string;
  readonly method: string;
  /** The path template. */
  readonly path: string;
  /** Does it change anything? Then a call that failed may have had an effect. */
  readonly changes: boolean;
  /** May it have a query, besides its address? */
  readonly hasQuery?: boolean;
  /** Has the request built and sent, and makes sense of the answer. */
  run(core: Core, call: Call<Result>, transport: Transport): Promise<Result>;
  /** A refusal that may come from an earlier attempt having gone through: resolves if it did, else rejects. */
  settle?(core: Core, call: Call<Result>, refusal: ExaError, progress: Progress): Promise<Result>;
}

/** An answer, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Decompressed. */
  readonly body: Uint8Array;
}

/** Sends one request and reads its answer, each under every guard. */
export interface Transport {
  /**
   * Adds the key and sends. Rejects unless the answer is one to this very request. An error status is read at once, and
   * handed to `refuse` if there is one.
   */
  send(request: Request, refuse?: (answer: Answer) => never): Promise<Response>;
  /** Reads the answer to its end, within time and size. */
  read(response: Response): Promise<Answer>;
}

/** What came of a call so far. */
export interface Progress {
  /** How many requests were sent. */
  attempts: number;
  mayHaveSucceeded: boolean;
}

/** What the calls of one wait, or on one reference of many, have in common. */
export interface Thread {
  /** How many requests were sent by all of them. */
  requests: number;
  /** How long they waited for their turns, in milliseconds: no time of any limit. */
  queuedMs: number;
  /** The headers of the last success: they may ask to wait. */
  headers: Headers | undefined;
  /** The key of the last call: to be struck out of what is told later. */
  key: string;
  /** One of many: a 429 is no failure, but puts it back for as long as there is time. */
  readonly inBulk: boolean;
  /** Called when the first request has got its turn. */
  readonly onTurn?: (() => void) | undefined;
  /** Awaited before the first request leaves that changes anything. */
  readonly beforeChange?: (() => unknown) | undefined;
  hasChanged: boolean;
  /** An earlier call of the client sent the same cancel, and that was accepted or may have been. */
  isRepeated: boolean;
}

/** A call, settled but for its attempts. */
export interface Call<Result> extends Pick<RequestOptions, 'fetchOptions' | 'shouldRetry'> {
  readonly operation: Operation<Result>;
  readonly params: Params;
  /** Where it has to go, to the letter. */
  readonly url: string;
  readonly key: string;
  readonly headers: Record<string, string>;
  readonly limits: Limits;
  readonly signal: AbortSignal | undefined;
  /** When all attempts have to be over, on the clock of the runtime. Moved by each wait for a turn. */
  deadline: number;
  readonly thread: Thread;
}

export function createThread(
  given: Pick<Thread, 'onTurn' | 'beforeChange'> & { readonly inBulk?: boolean } = {},
): Thread {
  return {
    requests: 0,
    queuedMs: 0,
    headers: undefined,
    key: '',
    inBulk: false,
    hasChanged: false,
    isRepeated: false,
    ...given,
  };
}
