import { connectionFailure } from './connection-failure.ts';
import type { Core } from './core.ts';
import { abortedError, timeoutError } from './end-errors.ts';
import type { Enrichment } from './enrichment.ts';
import { ExaError } from './errors/exa-error.ts';
import type { Gate } from './gate.ts';
import { interpret } from './interpret.ts';
import type { Limits } from './limits.ts';
import type { Operation, RequestParts } from './operation.ts';
import { redactError } from './redact.ts';
import { safeHeaders } from './safe-headers.ts';
import { exchange, type Reply } from './transport.ts';
import { type Scope, withinLimits } from './within-limits.ts';

/** A call, settled but for its attempts. */
export interface Call {
  readonly operation: Operation;
  readonly params: RequestParts['params'];
  /** Where it has to go, to the letter. */
  readonly url: string;
  readonly key: string;
  readonly limits: Limits;
  readonly signal: AbortSignal | undefined;
  /** When all attempts have to be over, on the clock of the runtime. */
  readonly deadline: number;
  readonly gate: Gate | undefined;
}

/** Sends one request and makes sense of the answer, in time for both. Rejects with an error that is safe to show. */
export async function attempt(
  core: Core,
  call: Call,
  number: number,
  remainingMs: number,
): Promise<Enrichment> {
  const { limits, signal } = call;
  const { timeout, totalTimeout } = limits;
  const ends = {
    ms: Math.min(timeout, remainingMs),
    signal,
    aborted: () => abortedError(signal),
    timedOut: ({ phase }: Scope) =>
      remainingMs < timeout ? timeoutError('total', totalTimeout) : timeoutError(phase, timeout),
  };
  try {
    return await withinLimits(core.runtime, ends, async (scope) => {
      const reply = await send(core, call, number, scope);
      return interpret(reply, call.operation, limits.validation, core.runtime.date(), (error) =>
        core.logger?.warn(`exa-enrichments: ${redactError(error, call.key).message}`, {
          issues: error.issues,
        }),
      );
    });
  } catch (error) {
    throw redactError(error instanceof ExaError ? error : connectionFailure(error), call.key);
  }
}

async function send(core: Core, call: Call, number: number, scope: Scope): Promise<Reply> {
  const { operation, params, key, url, limits } = call;
  const { notify, runtime } = core;
  const wire = { url, fetch: core.fetch, maxBytes: limits.maxResponseBytes };
  const { response } = await operation.send(core.http, {
    params,
    headers: core.authorization(key),
    signal: scope.signal,
    parseAs: 'stream',
    async fetch(request) {
      const started = runtime.now();
      const event = { action: operation.action, method: request.method, url, attempt: number };
      notify?.('onRequest', event, key);
      const reply = await exchange(request, wire, scope);
      const { status, headers, body } = reply;
      const durationMs = runtime.now() - started;
      notify?.(
        'onResponse',
        { ...event, status, headers: safeHeaders(headers), bytes: body.length, durationMs },
        key,
      );
      return reply as unknown as Response;
    },
  });
  return response as unknown as Reply;
}
