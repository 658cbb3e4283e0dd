import { addressOf } from './address.ts';
import { attemptUntilDone } from './attempt-until-done.ts';
import { checkOptions, RULES } from './check-options.ts';
import { conclude, type Progress } from './conclude.ts';
import type { Core } from './core.ts';
import { abortedError, timeoutError } from './end-errors.ts';
import type { Enrichment, EnrichmentRef } from './enrichment.ts';
import type { ExaError } from './errors/exa-error.ts';
import { InvalidArgumentError } from './errors/invalid-argument-error.ts';
import type { Gate } from './gate.ts';
import { withLimits } from './limits.ts';
import type { Operation } from './operation.ts';
import type { CallOptions } from './options.ts';
import { isInDoubt, readBack } from './read-back.ts';
import { withinLimits } from './within-limits.ts';

/** Calls an operation for one enrichment: checked before anything is sent, then tried until it is settled. */
export async function call(
  core: Core,
  operation: Operation,
  ref: EnrichmentRef,
  options?: CallOptions,
  gate?: Gate,
): Promise<Enrichment> {
  const progress: Progress = { attempts: 0, mayHaveSucceeded: false };
  try {
    checkOptions(options, RULES.call, InvalidArgumentError);
    // Each id is read once, so that what is checked is what is sent.
    const { webset, enrichment: id } = Object(ref) as EnrichmentRef;
    const url = addressOf(core.baseUrl, operation.path, { webset, id });
    const limits = withLimits(core.limits, options);
    const signal = options?.signal;
    if (signal?.aborted) throw abortedError(signal);
    const deadline = core.runtime.now() + limits.totalTimeout;
    const given = core.key();
    const key = typeof given === 'string' ? given : await inTime(core, given, limits.totalTimeout, signal);
    const settled = { operation, params: { path: { webset, id } }, url, key, limits, signal, deadline, gate };
    return await attemptUntilDone(core, settled, progress).catch((error: ExaError) => {
      if (!operation.readBack || !isInDoubt(error, progress)) throw error;
      return readBack(core, settled, operation.readBack, error, progress);
    });
  } catch (error) {
    throw conclude(error as ExaError, operation.action, progress);
  }
}

function inTime(
  core: Core,
  key: Promise<string>,
  ms: number,
  signal: AbortSignal | undefined,
): Promise<string> {
  const timedOut = (): Error => timeoutError('key', ms);
  return withinLimits(core.runtime, { ms, signal, timedOut, aborted: () => abortedError(signal) }, () => key);
}
