import type { Validator } from '../../generated/client-validators.js';
import type { Http } from './core.ts';
import type { Enrichment } from './enrichment.ts';

/** One operation of the API, as the client needs to know it. */
export interface Operation {
  /** What it does, to follow "Failed to". */
  readonly action: string;
  /** The path template, with `{webset}` and `{id}`. */
  readonly path: string;
  /** Does it change anything? Then a call that failed may have had an effect. */
  readonly changes: boolean;
  /** How to see what came of it. */
  readonly readBack?: Operation;
  readonly validate: Validator<Enrichment>;
  /** Builds the request, and hands it to `init.fetch`. */
  send(http: Http, init: RequestParts): Promise<{ readonly response: Response }>;
}

/** What an operation makes its request of. */
export type RequestParts = {
  readonly params: { readonly path: { readonly webset: string; readonly id: string } };
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly parseAs: 'stream';
  readonly fetch: (request: Request) => Promise<Response>;
};
