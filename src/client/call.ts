import { addressOf } from './address.ts';
import { attemptUntilDone } from './attempt-until-done.ts';
import { CALL_OPTIONS, checkOptions } from './check-options.ts';
import { conclude } from './conclude.ts';
import type { Core } from './core.ts';
import type { ExaError } from './errors/exa-error.ts';
import { InvalidArgumentError } from './errors/invalid-argument-error.ts';
import type { Gate } from './gate.ts';
import { type Limits, withLimits } from './limits.ts';
import type { Ids, Operation } from './operation.ts';
import type { CallOptions } from './options.ts';
import { isInDoubt } from './read-back.ts';
import { resolveKey } from './resolve-key.ts';

/** A call, settled but for its attempts. */
export interface Call<Result> {
  readonly operation: Operation<Result>;
  readonly ids: Ids;
  /** Where it has to go, to the letter. */
  readonly url: string;
  readonly key: string;
  readonly limits: Limits;
  readonly signal: AbortSignal | undefined;
  /** When all attempts have to be over, on the clock of the runtime. */
  readonly deadline: number;
  readonly gate: Gate | undefined;
}

/** Calls an operation: checked before anything is sent, then tried until it is settled. */
export async function call<Result>(
  core: Core,
  operation: Operation<Result>,
  ids: Ids,
  options?: CallOptions,
  gate?: Gate,
): Promise<Result> {
  const progress = { attempts: 0, mayHaveSucceeded: false };
  try {
    checkOptions(options, CALL_OPTIONS, InvalidArgumentError);
    const url = addressOf(core.baseUrl, operation.path, ids);
    const limits = withLimits(core.limits, options);
    const signal = options?.signal;
    const deadline = core.runtime.now() + limits.totalTimeout;
    const given = resolveKey(core, limits.totalTimeout, signal);
    // Not awaited in vain: that would cost a turn on every call.
    const key = typeof given === 'string' ? given : await given;
    const ready = { operation, ids, url, key, limits, signal, deadline, gate };
    return await attemptUntilDone(core, ready, progress).catch((error: ExaError) => {
      if (!operation.settle || !isInDoubt(error, progress)) throw error;
      return operation.settle(core, ready, error, progress);
    });
  } catch (error) {
    throw conclude(error as ExaError, operation.action, progress);
  }
}
