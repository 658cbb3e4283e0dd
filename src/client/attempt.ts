import type { Core } from './core.ts';
import type { Draft } from './draft.ts';
import { timeoutError } from './end-errors.ts';
import type { Call } from './operation.ts';
import type { Progress } from './progress.ts';
import { safeHeaders } from './safe-headers.ts';
import type { Scope } from './scope.ts';
import { exchange, type Reply } from './transport.ts';
import { withinLimits } from './within-limits.ts';

/** Sends one request and makes sense of the answer, in time for both. */
export function attempt<Result>(
  core: Core,
  call: Call<Result>,
  progress: Progress,
  remainingMs: number,
): Promise<Result> {
  const { timeout, totalTimeout } = call.limits;
  return withinLimits(
    core.runtime,
    Math.min(timeout, remainingMs),
    call.signal,
    ({ phase }) =>
      remainingMs < timeout ? timeoutError('total', totalTimeout) : timeoutError(phase, timeout),
    (scope) => {
      const headers = core.authorization(call.key);
      const fetch = (request: Request | Draft): Promise<Reply> => send(core, call, progress, request, scope);
      // A function that takes no more than a request looks for the signal in there. It makes a slow request.
      const signal = core.fetch?.length === 1 ? scope.signal : null;
      return call.operation.run(core, call, { headers, signal, fetch });
    },
  );
}

function send(
  { notify, runtime, fetch }: Core,
  { operation, url, key, limits }: Call<unknown>,
  progress: Progress,
  request: Request | Draft,
  scope: Scope,
): Promise<Reply> {
  const replied = (): Promise<Reply> =>
    exchange(request, url, fetch, limits.maxResponseBytes, scope, progress);
  if (!notify) return replied();
  const event = { action: operation.action, method: request.method, url, attempt: progress.attempts + 1 };
  notify('onRequest', event, key);
  const started = runtime.now();
  return replied().then((reply) => {
    const { status, headers, body } = reply;
    const durationMs = runtime.now() - started;
    notify(
      'onResponse',
      { ...event, status, headers: safeHeaders(headers), bytes: body.length, durationMs },
      key,
    );
    return reply;
  });
}
