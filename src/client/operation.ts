import type { Call } from './call.ts';
import type { Core } from './core.ts';
import type { ExaError } from './errors/exa-error.ts';
import type { Progress } from './progress.ts';
import type { Reply } from './transport.ts';

/** The two ids, as the path parameters are named. */
export type Ids = { readonly webset: string; readonly id: string };

/** One operation of the API, as a call needs to know it. */
export interface Operation<Result> {
  /** What it does, to follow "Failed to". */
  readonly action: string;
  /** The path template. */
  readonly path: string;
  /** Does it change anything? Then a call that failed may have had an effect. */
  readonly changes: boolean;
  /** Has the request built and handed to `parts.fetch`, and makes sense of the answer. */
  run(core: Core, call: Call<Result>, parts: RequestParts): Promise<Result>;
  /** A refusal that may come from an earlier attempt having gone through: resolves if it did, else rejects. */
  settle?(core: Core, call: Call<Result>, refusal: ExaError, progress: Progress): Promise<Result>;
}

/** What an attempt adds to a request. A type, not an interface: openapi-fetch wants an index signature. */
export type RequestParts = {
  readonly headers: Record<string, string>;
  readonly signal: AbortSignal;
  /** Sends the request and reads the whole answer. */
  readonly fetch: (request: Request) => Promise<Reply>;
};
