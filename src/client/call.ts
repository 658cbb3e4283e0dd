import { addressOf } from './address.ts';
import { argumentError } from './argument-error.ts';
import { attemptUntilDone } from './attempt-until-done.ts';
import { CALL_OPTIONS, checkOptions } from './check-options.ts';
import { conclude } from './conclude.ts';
import type { Core } from './core.ts';
import type { EnrichmentRef } from './enrichment.ts';
import type { ExaError } from './errors/exa-error.ts';
import { InvalidArgumentError } from './errors/invalid-argument-error.ts';
import { withLimits } from './limits.ts';
import type { Operation } from './operation.ts';
import type { CallOptions } from './options.ts';
import { isInDoubt } from './read-back.ts';
import { resolveKey } from './resolve-key.ts';
import type { Route } from './route.ts';

/** Calls an operation: checked before anything is sent, then tried until it is settled. */
export async function call<Result>(
  core: Core,
  operation: Operation<Result>,
  ref: EnrichmentRef,
  options?: CallOptions,
  route: Route = {},
): Promise<Result> {
  const progress = { attempts: 0, mayHaveSucceeded: false };
  try {
    checkOptions(options, CALL_OPTIONS, InvalidArgumentError);
    // Each id is read once, so that what is checked is what is sent.
    const { webset, enrichment } = Object(ref) as EnrichmentRef;
    const ids = { webset, id: enrichment };
    const url = addressOf(core.baseUrl, operation.path, ids);
    const limits = withLimits(core.limits, options);
    const signal = options?.signal;
    const deadline = core.runtime.now() + limits.totalTimeout;
    const given = resolveKey(core, limits.totalTimeout, signal);
    // Not awaited in vain: that would cost a turn on every call.
    const key = typeof given === 'string' ? given : await given;
    const ready = { operation, ids, url, key, limits, signal, deadline, route };
    route.key = key;
    try {
      return await attemptUntilDone(core, ready, progress);
    } catch (error) {
      if (!operation.settle || !isInDoubt(error, progress)) throw error;
      return await operation.settle(core, ready, error as ExaError, progress);
    }
  } catch (error) {
    throw conclude(argumentError(error), operation.action, progress);
  }
}
