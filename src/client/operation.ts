import type { Core } from './core.ts';
import type { Draft } from './draft.ts';
import type { ExaError } from './errors/exa-error.ts';
import type { Limits } from './limits.ts';
import type { Progress } from './progress.ts';
import type { Route } from './route.ts';
import type { Reply } from './transport.ts';

/** The two ids, as the path parameters are named. */
export type Ids = { readonly webset: string; readonly id: string };

/** One operation of the API, as a call needs to know it. */
export interface Operation<Result> {
  /** What it does, to follow "Failed to". */
  readonly action: string;
  readonly method: string;
  /** The path template. */
  readonly path: string;
  /** Does it change anything? Then a call that failed may have had an effect. */
  readonly changes: boolean;
  /** Has the request built of `parts` and handed to `parts.fetch`, and makes sense of the answer. */
  run(core: Core, call: Call<Result>, parts: RequestParts): Promise<Result>;
  /** A refusal that may come from an earlier attempt having gone through: resolves if it did, else rejects. */
  settle?(core: Core, call: Call<Result>, refusal: ExaError, progress: Progress): Promise<Result>;
}

/** A call, settled but for its attempts. */
export interface Call<Result> {
  readonly operation: Operation<Result>;
  readonly ids: Ids;
  /** Where it has to go, to the letter. */
  readonly url: string;
  readonly key: string;
  readonly limits: Limits;
  readonly signal: AbortSignal | undefined;
  /** When all attempts have to be over, on the clock of the runtime. Moved by the wait for the first turn. */
  deadline: number;
  readonly route: Route;
}

/** What an attempt adds to a request. A type, not an interface: openapi-fetch wants an index signature. */
export type RequestParts = {
  readonly headers: Record<string, string>;
  /** Null unless the request itself has to carry it. */
  readonly signal: AbortSignal | null;
  /** Sends the request and reads the whole answer. */
  readonly fetch: (request: Request | Draft) => Promise<Reply>;
};
