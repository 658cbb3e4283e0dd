import { connectionFailure } from './connection-failure.ts';
import { deliver } from './deliver.ts';
import type { Draft } from './draft.ts';
import { ExaError } from './errors/exa-error.ts';
import { InvalidArgumentError } from './errors/invalid-argument-error.ts';
import { RedirectError } from './errors/redirect-error.ts';
import { ResponseTooLargeError } from './errors/response-too-large-error.ts';
import { mayHaveActed } from './may-have-acted.ts';
import type { Fetch } from './options.ts';
import type { Progress } from './progress.ts';
import { readBody } from './read-body.ts';
import type { Scope } from './scope.ts';

/** An answer, read to its end. */
export interface Reply {
  /** Whatever the status: openapi-fetch leaves the body alone then, and would read that of an error without a limit. */
  readonly ok: true;
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/**
 * Sends a request once and reads the whole answer. Rejects unless one came from the very place where the request was
 * meant to go, complete and not too large. No body is left unread.
 */
export async function exchange(
  request: Request | Draft,
  expected: string,
  given: Fetch | undefined,
  maxBytes: number,
  scope: Scope,
  progress: Progress,
): Promise<Reply> {
  // By a hook, or while a middleware took its time: what nobody waits for is not sent.
  if (scope.ended) throw scope.ended;
  if (request.url !== expected)
    throw new InvalidArgumentError(`the request would have gone to ${request.url}.`);
  progress.attempts++;
  try {
    const response = await deliver(request, given, scope);
    const { status, headers } = response;
    if (scope.ended) {
      // A `fetch` that was given may not have listened: nobody waits for this answer any more.
      discard(response);
      throw scope.ended;
    }
    if (isRedirect(response, expected)) {
      discard(response);
      throw new RedirectError(
        `the server redirects (${status}), which is never followed. Check \`baseUrl\`.`,
        {
          status,
          location: headers.get('location') ?? undefined,
          mayHaveSucceeded: true,
        },
      );
    }
    scope.phase = 'body';
    const body = await readBody(response, maxBytes, scope);
    if (body) return { ok: true, status, headers, body };
    throw new ResponseTooLargeError(`the answer (${status}) is larger than ${maxBytes} bytes.`, {
      status,
      maxBytes,
      mayHaveSucceeded: mayHaveActed(status),
    });
  } catch (error) {
    // Told apart here, where nothing else can have failed: further out it may have been a middleware.
    throw error instanceof ExaError ? error : connectionFailure(error);
  }
}

/** Also where a browser hides the status, and where a `fetch` that was given has followed one regardless. */
function isRedirect({ status, type, redirected, url }: Response, expected: string): boolean {
  // A `fetch` that was given may make answers without an address.
  const followed = redirected || (!!url && url !== expected);
  return followed || type === 'opaqueredirect' || (status >= 300 && status < 400);
}

function discard({ body }: Response): void {
  body?.cancel().catch(() => {});
}
