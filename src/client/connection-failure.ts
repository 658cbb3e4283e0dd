import { ConnectionError } from './errors/connection-error.ts';
import { plainCause } from './plain-cause.ts';

/** Reasons for which no request can have left. */
const NEVER_SENT = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

/** What a `fetch`, or the reading of a body, rejected with, as an error of ours. */
export function connectionFailure(rejection: unknown): ConnectionError {
  const cause = plainCause(rejection);
  const { code, message } = rootOf(cause);
  return new ConnectionError(
    `no complete answer came (${code ?? message}). Check the network, or try again.`,
    {
      cause,
      mayHaveSucceeded: !NEVER_SENT.test(code ?? ''),
    },
  );
}

/** `fetch` says no more than "fetch failed"; what failed is at the end of its causes. */
function rootOf(error: Error): Error & { readonly code?: string } {
  return error.cause instanceof Error ? rootOf(error.cause) : error;
}
