import { addressOf } from './address.ts';
import { attemptUntilDone } from './attempt-until-done.ts';
import type { Core } from './core.ts';
import { abortedError } from './end-errors.ts';
import type { Enrichment } from './enrichment.ts';
import { annotate, type ExaError } from './errors/exa-error.ts';
import { isStatusError } from './errors/status-error.ts';
import type { Call, Operation } from './operation.ts';
import type { Progress } from './progress.ts';
import { redact } from './redact.ts';
import { delayAfter, isTransient, isWorthWaiting } from './retry-policy.ts';
import { sleep } from './sleep.ts';

/** Was the request refused, but only after an earlier one that may have gone through? Then perhaps because of that. */
export function isInDoubt(error: unknown, { attempts, mayHaveSucceeded }: Progress): boolean {
  return isStatusError(error) && error.status < 500 && attempts > 1 && mayHaveSucceeded;
}

/**
 * Settles a doubt by reading the enrichment: resolves if it is canceled, else rejects with `refusal` and what was
 * seen. Waits first, if the server asked for it.
 */
export async function readBack(
  core: Core,
  call: Call<Enrichment>,
  operation: Operation<Enrichment>,
  refusal: ExaError,
  progress: Progress,
): Promise<Enrichment> {
  const { runtime, baseUrl } = core;
  const { signal, ids, deadline } = call;
  const delayMs = isTransient(refusal) ? delayAfter(refusal, progress.attempts - 1, runtime.random()) : 0;
  if (!isWorthWaiting(delayMs, deadline - runtime.now())) throw refusal;
  await sleep(runtime, delayMs, signal, () => abortedError(signal));
  const url = addressOf(baseUrl, operation.path, ids);
  const reading = attemptUntilDone(
    core,
    { ...call, operation, url },
    { attempts: 0, mayHaveSucceeded: false },
  );
  const enrichment = await reading.catch((failure: ExaError) => {
    throw failure.code === 'aborted' ? failure : refusal;
  });
  if (enrichment.status === 'canceled') return enrichment;
  if (enrichment.status === 'completed') progress.mayHaveSucceeded = false;
  throw annotate(refusal, { enrichment: redact(enrichment, call.key) });
}
