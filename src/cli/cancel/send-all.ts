import { printable } from '../../contract/printable.ts';
import {
  type EnrichmentRef,
  type ExaClient,
  isAbortedError,
  isExaError,
  type ManyResult,
} from '../../index.ts';
import { explainError, UsageError } from '../cli-errors.ts';
import type { LiveLine } from '../live-line.ts';
import { inWords } from '../words.ts';
import type { Journal } from './journal.ts';
import { keyOf } from './journal-entries.ts';
import type { Input } from './reference-list.ts';
import { pending } from './reference-list.ts';
import type { Outcome, Summary } from './tally.ts';
import { count, createTally, done } from './tally.ts';

export interface Run {
  readonly client: ExaClient;
  readonly input: Input;
  /** How many references the input holds, if that is known. */
  readonly total: number | undefined;
  readonly journal: Journal | undefined;
  readonly signal: AbortSignal;
  readonly live: LiveLine;
}

export interface RunOptions {
  readonly wait: boolean;
  /** In milliseconds. */
  readonly timeout: number | undefined;
  readonly concurrency: number | undefined;
  readonly maxFailures: number | undefined;
}

/** How a run ended. */
export interface RunEnd {
  readonly summary: Summary;
  /**
   * What ended it before the input did: a broken line, a journal that can't be written, a key that is refused, too many
   * failures. An interrupt is none of it: the summary says that.
   */
  readonly stoppedBy: Error | undefined;
}

/** A list of them all is what the journal is for. */
const MOST_FAILURES_TOLD = 20;
const STEP_MS = 10_000;

/** Sends what is to be sent. Rejects only with what nobody foresaw: all else is in the result. */
export async function sendAll(
  run: Run,
  { wait, timeout, concurrency, maxFailures }: RunOptions,
): Promise<RunEnd> {
  const { client, input, total, journal, live } = run;
  const known = journal?.known ?? new Map();
  const controller = new AbortController();
  const signal = AbortSignal.any([run.signal, controller.signal]);
  const tally = createTally();
  const started = performance.now();
  const elapsedMs = (): number => Math.round(performance.now() - started);
  let read = 0;
  let stoppedBy: Error | undefined;
  async function* counted(): AsyncGenerator<EnrichmentRef, void, undefined> {
    for await (const ref of input.read()) {
      read += 1;
      yield ref;
    }
  }
  // What can't be written down is not gone on with; what is under way is still counted.
  const stop = (error: Error): void => {
    stoppedBy = error;
    controller.abort(error);
  };
  const failed = (): number => tally.outcomes.failed + tally.outcomes.unconfirmed;
  const progress = (bar: boolean): string => {
    const skipped = tally.repeated + tally.settledBefore;
    return progressText({ done: done(tally), total, failed: failed(), skipped, elapsedMs: elapsedMs() }, bar);
  };
  live.show(() => progress(true));
  let lastStep = 0;
  try {
    const results = client.cancelMany(pending(counted(), known, tally), {
      concurrency,
      maxFailures,
      signal,
      wait: wait && (timeout === undefined || { timeout }),
      readFirst: (ref) => known.get(keyOf(ref)) === 'in doubt',
      beforeCancel: async ({ webset, enrichment }) => {
        await journal?.append({ webset, enrichment, outcome: 'intended' }).catch((error) => {
          stop(error);
          throw error;
        });
      },
    });
    for await (const result of results) {
      if (wasNotTried(result, stoppedBy)) continue;
      const outcome = count(tally, result);
      if (!stoppedBy) await journal?.append({ ...result.ref, outcome, ...errorIn(result) }).catch(stop);
      tellFailure(result, outcome, failed(), run);
      if (elapsedMs() - lastStep < STEP_MS) continue;
      live.step(progress(false));
      lastStep = elapsedMs();
    }
  } catch (error) {
    // The client tells by an error of its own that the key was refused, or that it was aborted: that is us, or Ctrl-C.
    if (!isExaError(error) && !(error instanceof UsageError)) throw error;
    if (!isAbortedError(error))
      stoppedBy ??=
        maxFailures !== undefined && failed() >= maxFailures
          ? new Error(`${failed()} failed, and --max-failures is ${maxFailures}`)
          : error;
  }
  const references = total ?? read;
  const notTried = Math.max(0, references - done(tally) - tally.outcomes.interrupted);
  const summary = { references, ...tally, notTried, interrupted: run.signal.aborted, elapsedMs: elapsedMs() };
  return { summary, stoppedBy };
}

/** Cut off before anything was sent of it, now or by an earlier run, as what was never taken from the input. */
function wasNotTried(result: ManyResult<EnrichmentRef>, stoppedBy: Error | undefined): boolean {
  if (result.ok) return false;
  const { error } = result;
  const wasCutOff = (stoppedBy !== undefined && error.cause === stoppedBy) || isAbortedError(error);
  return wasCutOff && error.attempts === 0 && !error.mayHaveSucceeded;
}

function errorIn(result: ManyResult<EnrichmentRef>): object {
  if (result.ok) return {};
  const { code, mayHaveSucceeded } = result.error;
  return { error: { code, message: explainError(result.error), mayHaveSucceeded } };
}

function tellFailure(result: ManyResult<EnrichmentRef>, outcome: Outcome, nth: number, run: Run): void {
  if (result.ok || outcome === 'interrupted' || nth > MOST_FAILURES_TOLD + 1) return;
  const { webset, enrichment } = result.ref;
  const where = run.journal === undefined ? '--journal FILE keeps them all' : 'the journal has them all';
  run.live.say(
    nth > MOST_FAILURES_TOLD
      ? `More failures are not shown; ${where}.`
      : `${outcome}: ${printable(enrichment)} of ${printable(webset)}: ${explainError(result.error)}`,
  );
}

/** Where a run stands. */
export interface Standing {
  readonly done: number;
  /** Unknown for a pipe. */
  readonly total: number | undefined;
  readonly failed: number;
  /** How many of the done ones needed no request: they say nothing about the pace. */
  readonly skipped: number;
  readonly elapsedMs: number;
}

const WIDTH = 24;

/** `━━━━━━──── 512/1000, 51 %, 9.8/s, 50.0 s left, 3 failed`; the bar only where it is asked for. */
export function progressText({ done, total, failed, skipped, elapsedMs }: Standing, bar: boolean): string {
  const rate = elapsedMs > 0 ? (done - skipped) / (elapsedMs / 1000) : 0;
  const pace = rate > 0 ? [`${rate.toFixed(1)}/s`] : [];
  const failures = failed > 0 ? [`${failed} failed`] : [];
  if (total === undefined) return [`${done} done`, ...pace, ...failures].join(', ');
  const part = total === 0 ? 1 : Math.min(1, done / total);
  const filled = Math.floor(part * WIDTH);
  const left = rate > 0 && done < total ? [`${inWords(((total - done) / rate) * 1000)} left`] : [];
  const drawn = bar ? `${'━'.repeat(filled)}${'─'.repeat(WIDTH - filled)} ` : '';
  const percent = `${Math.floor(part * 100)} %`;
  return [`${drawn}${done}/${total}`, percent, ...pace, ...left, ...failures].join(', ');
}
