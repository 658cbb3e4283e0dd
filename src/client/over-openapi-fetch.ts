import type { Draft } from './draft.ts';
import type { Call, Ids, RequestParts } from './operation.ts';
import type { Reply } from './transport.ts';

/** The options of one openapi-fetch call. */
type Init = {
  readonly params: { readonly path: Ids };
  readonly headers: Record<string, string>;
  readonly signal?: AbortSignal;
  readonly parseAs: 'stream';
  readonly fetch: (request: Request) => Promise<Response>;
};

/**
 * openapi-fetch puts the request together, as a {@link Draft}, and hands it to our `fetch`. What that returns was read
 * already, under our limits; as a stream it passes through untouched. (A `Response` made anew costs half a call more, a
 * clone that is read in a middleware a whole one.)
 */
export function initOf({ ids }: Call<unknown>, { headers, signal, fetch }: RequestParts): Init {
  return {
    params: { path: ids },
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
