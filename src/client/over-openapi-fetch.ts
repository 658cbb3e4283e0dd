import type { Call } from './call.ts';
import type { Ids, RequestParts } from './operation.ts';
import type { Reply } from './transport.ts';

/** The options of one openapi-fetch call. */
type Init = Omit<RequestParts, 'fetch'> & {
  readonly params: { readonly path: Ids };
  readonly parseAs: 'stream';
  readonly fetch: (request: Request) => Promise<Response>;
};

/**
 * openapi-fetch builds the request from the typed path and parameters, and gives it to our `fetch`. What that returns
 * has been read already, under our limits; as a stream it goes through untouched. (A `Response` made anew, or a clone
 * read in a middleware, costs half a call to a whole one more.)
 */
export function initOf({ ids }: Call<unknown>, parts: RequestParts): Init {
  return {
    ...parts,
    params: { path: ids },
    parseAs: 'stream',
    fetch: parts.fetch as unknown as Init['fetch'],
  };
}

/** What our `fetch` returned, on the other side. */
export function replyOf({ response }: { readonly response: Response }): Reply {
  return response as unknown as Reply;
}
