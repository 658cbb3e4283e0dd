import {
  type Enrichment,
  type EnrichmentRef,
  type ExaError,
  isAbortedError,
  isCancelNotConfirmedError,
} from '../../index.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { exitOfError } from '../explain-error.ts';

/**
 * What became of one cancel, as `--json` prints it. `accepted` is not done; `unconfirmed` was accepted and then not seen
 * to end; `interrupted` and `failed` say in `error` whether it may have taken effect all the same.
 */
export interface CancelReport {
  readonly ref: EnrichmentRef;
  readonly outcome:
    | 'would-cancel'
    | 'accepted'
    | 'canceled'
    | 'completed'
    | 'unconfirmed'
    | 'interrupted'
    | 'failed';
  /** As last seen. */
  readonly enrichment?: Enrichment;
  /** How often it was read after the cancel, or while it was waited for. */
  readonly polls?: number;
  /** In milliseconds. */
  readonly elapsedMs?: number;
  readonly error?: ExaError;
}

interface Success {
  readonly enrichment: Enrichment;
  readonly polls?: number;
  readonly elapsedMs: number;
}

/** The answer of a cancel may say already how the enrichment ended. */
export function successReport(ref: EnrichmentRef, { enrichment, ...rest }: Success): CancelReport {
  const { status } = enrichment;
  return { ref, outcome: status === 'pending' ? 'accepted' : status, ...rest, enrichment };
}

interface FailureFacts {
  /** Whether the API had accepted the cancel before it failed. */
  readonly accepted: boolean;
  readonly interrupted: boolean;
  readonly elapsedMs: number;
}

export function failureReport(
  ref: EnrichmentRef,
  error: ExaError,
  { accepted, interrupted, elapsedMs }: FailureFacts,
): CancelReport {
  const { enrichment, polls } = error as ExaError & { readonly polls?: number };
  const unconfirmed = isCancelNotConfirmedError(error) || (accepted && enrichment !== undefined);
  const outcome =
    interrupted && isAbortedError(error) ? 'interrupted' : unconfirmed ? 'unconfirmed' : 'failed';
  return {
    ref,
    outcome,
    ...(polls !== undefined && { polls }),
    elapsedMs,
    ...(enrichment && { enrichment }),
    error,
  };
}

/** 0 for what was asked for: accepted is where a run ends that does not wait. */
export function exitOf({ outcome, error }: CancelReport): ExitCode {
  if (outcome === 'canceled' || outcome === 'accepted') return EXIT.clean;
  if (outcome === 'interrupted') return EXIT.interrupted;
  return error === undefined ? EXIT.failed : exitOfError(error);
}
