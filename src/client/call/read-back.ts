import type { Core } from '../core.ts';
import type { Enrichment } from '../enrichment.ts';
import { annotate, type ExaError, isControlFlow } from '../errors.ts';
import { addressOf } from '../http/address.ts';
import { BAD_KEY } from '../http/status-error.ts';
import { redact } from '../redact.ts';
import { isStatusError } from '../status-errors.ts';
import { attemptUntilDone } from './attempts.ts';
import type { Call, Operation, Progress } from './operation.ts';
import { delayAfter, isPassing, isWorthWaiting } from './retry-policy.ts';
import { sleep } from './time-limits.ts';

/** Statuses by which a server may refuse to cancel what has ended, or is being cancelled. Which it is, is not published. */
const REFUSALS: readonly number[] = [400, 409, 410, 422];

/**
 * Was the request refused, but only after an earlier one that may have gone through, in this call or, where it
 * `isRepeated`, in one before? Then perhaps because of that.
 */
export function isInDoubt(
  error: unknown,
  { attempts, mayHaveSucceeded }: Progress,
  isRepeated: boolean,
): error is ExaError {
  if (!isStatusError(error)) return false;
  if (isRepeated && REFUSALS.includes(error.status) && !isBadKey(error)) return true;
  return error.status < 500 && attempts > 1 && mayHaveSucceeded;
}

/** Is it the key that was refused? Observed as a 400 too. */
export function isBadKey(error: ExaError): boolean {
  return error.code === 'authentication' || (error.code === 'bad-request' && BAD_KEY.test(error.message));
}

/** A cancel failed. Would a read tell what became of it? So where it was refused, or may have gone through. */
export function isSettledByRead(error: ExaError): boolean {
  if (error.code === 'aborted' || isBadKey(error)) return false;
  return error.mayHaveSucceeded || (isStatusError(error) && REFUSALS.includes(error.status));
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
  const { signal, params, deadline } = call;
  const delayMs = isPassing(refusal) ? delayAfter(refusal, progress.attempts - 1, runtime.random()) : 0;
  if (!isWorthWaiting(delayMs, deadline - runtime.now())) throw refusal;
  await sleep(runtime, delayMs, signal);
  const url = addressOf(baseUrl, operation.path, params);
  const reading = attemptUntilDone(
    core,
    { ...call, operation, url },
    { attempts: 0, mayHaveSucceeded: false },
  );
  const enrichment = await reading.catch((failure: ExaError) => {
    throw isControlFlow(failure) || failure.code === 'aborted' ? failure : refusal;
  });
  if (enrichment.status === 'canceled') return enrichment;
  if (enrichment.status === 'completed') progress.mayHaveSucceeded = false;
  throw annotate(refusal, { enrichment: redact(enrichment, call.key) });
}
