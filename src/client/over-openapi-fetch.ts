import type { Draft } from './draft.ts';
import type { Call, Ids, RequestParts } from './operation.ts';
import type { Reply } from './transport.ts';

/** The options of one openapi-fetch call. */
type Init = {
  readonly params: { readonly path: Ids };
  readonly pathSerializer: () => string;
  readonly headers: Record<string, string>;
  readonly signal?: AbortSignal;
  readonly parseAs: 'stream';
  readonly fetch: (request: Request) => Promise<Response>;
};

/**
 * openapi-fetch puts the request together, as a {@link Draft}, and hands it to our `fetch`. What that returns was read
 * already, under our limits; as a stream it passes through untouched. (A `Response` made anew costs half a call more, a
 * clone that is read in a middleware a whole one.) The address is written already too: to have it written again would
 * take another twentieth of a call.
 */
export function initOf({ ids, url }: Call<unknown>, { headers, signal, fetch }: RequestParts): Init {
  return {
    params: { path: ids },
    pathSerializer: () => url,
    headers,
    ...(signal && { signal }),
    parseAs: 'stream',
    fetch: fetch as unknown as Init['fetch'],
  };
}

/** What our `fetch` returned, at the other end. */
export function replyOf({ response }: { readonly response: Response }): Reply {
  return response as unknown as Reply;
}
