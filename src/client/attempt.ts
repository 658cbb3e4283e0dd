import type { Call } from './call.ts';
import { connectionFailure } from './connection-failure.ts';
import type { Core } from './core.ts';
import { endsOf } from './end-errors.ts';
import { ExaError } from './errors/exa-error.ts';
import { redactError } from './redact.ts';
import { safeHeaders } from './safe-headers.ts';
import { exchange, type Reply } from './transport.ts';
import { type Scope, withinLimits } from './within-limits.ts';

/** Sends one request and makes sense of the answer, in time for both. Rejects with an error that is safe to show. */
export async function attempt<Result>(
  core: Core,
  call: Call<Result>,
  number: number,
  remainingMs: number,
): Promise<Result> {
  const { limits, signal, key, operation } = call;
  try {
    return await withinLimits(core.runtime, endsOf(limits, signal, remainingMs), (scope) =>
      operation.run(core, call, {
        headers: core.authorization(key),
        signal: scope.signal,
        fetch: (request) => send(core, call, number, request, scope),
      }),
    );
  } catch (error) {
    throw redactError(error instanceof ExaError ? error : connectionFailure(error), key);
  }
}

async function send(
  core: Core,
  { operation, url, key, limits }: Call<unknown>,
  number: number,
  request: Request,
  scope: Scope,
): Promise<Reply> {
  const { notify, runtime, fetch } = core;
  const event = { action: operation.action, method: request.method, url, attempt: number };
  notify?.('onRequest', event, key);
  const started = runtime.now();
  const reply = await exchange(request, { url, fetch, maxBytes: limits.maxResponseBytes }, scope);
  if (notify) {
    const { status, headers, body } = reply;
    const durationMs = runtime.now() - started;
    notify(
      'onResponse',
      { ...event, status, headers: safeHeaders(headers), bytes: body.length, durationMs },
      key,
    );
  }
  return reply;
}
