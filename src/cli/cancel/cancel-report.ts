import { printable } from '../../contract/printable.ts';
import { foldCommand } from '../../contract/reporters/shared/fold.ts';
import {
  type Enrichment,
  type EnrichmentRef,
  type ExaError,
  isAbortedError,
  isCancelNotConfirmedError,
} from '../../index.ts';
import { exitOfError } from '../cli-errors.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { inWords, shellWord } from '../words.ts';

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

const WORDS: Readonly<Record<CancelReport['outcome'], string>> = {
  'would-cancel': 'would be asked to cancel',
  accepted: 'was asked to cancel, and is still pending',
  canceled: 'is canceled',
  completed: 'ended completed: it was faster than the cancel',
  unconfirmed: 'was not seen to end',
  interrupted: 'was not waited for',
  failed: 'was not canceled, as far as is known',
};

/** What became of it, on one line. Who only waits need not have canceled it. */
export function headline({ ref, outcome, polls, elapsedMs }: CancelReport, isOnlyWait = false): string {
  const words = isOnlyWait && outcome === 'completed' ? 'ended completed' : WORDS[outcome];
  const reads = polls ? ` after ${polls} ${polls === 1 ? 'read' : 'reads'}` : '';
  const time = elapsedMs === undefined ? '' : ` (${inWords(elapsedMs)})`;
  return `${outcome}: ${printable(ref.enrichment)} ${words}${reads}${time}`;
}

/**
 * What to know, or to do, that the outcome does not say by itself; a command has a line of its own.
 *
 * @param columns the width of the terminal; undefined: a line may have any length
 */
export function adviceOn({ ref, outcome, error }: CancelReport, columns?: number): readonly string[] {
  const command = (name: string): string =>
    foldCommand(
      `  exa-enrichments ${name} ${shellWord(ref.webset)} ${shellWord(ref.enrichment)}`,
      columns,
      '      ',
    );
  if (outcome === 'accepted')
    return ['Accepted is not done: it may still end completed. See how it ends:', command('get')];
  if (outcome === 'interrupted' && error?.mayHaveSucceeded)
    return ['This stopped the command, and takes no cancel back. See what became of it:', command('get')];
  if (outcome === 'unconfirmed')
    return ['See what became of it:', command('get'), 'Wait on, without another cancel:', command('wait')];
  return [];
}
