import { DEFAULT_BASE_URL, parseBaseUrl } from '../../client/http/address.ts';
import { fold } from '../../contract/reporters/shared/fold.ts';
import { createClient, type EnrichmentRef, type ExaError } from '../../index.ts';
import { explainError } from '../cli-errors.ts';
import { type ConnectionValues, connectionOf } from '../connection.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { createLiveLine, type LiveLine } from '../live-line.ts';
import type { Terminal } from '../terminal.ts';
import { interruptible } from '../terminal.ts';
import { inWords, jsonLine } from '../words.ts';
import {
  adviceOn,
  type CancelReport,
  exitOf,
  failureReport,
  headline,
  successReport,
} from './cancel-report.ts';

export interface OneOptions {
  readonly connection: ConnectionValues;
  /** `wait` sends no cancel. */
  readonly task: 'cancel' | 'cancel and wait' | 'wait';
  /** In milliseconds. */
  readonly timeout: number | undefined;
  readonly json: boolean;
}

const WAIT_MS = 300_000;

/** Tells what would be asked for, and sends nothing. */
export function dryRunOne(
  ref: EnrichmentRef,
  { connection, json }: Pick<OneOptions, 'connection' | 'json'>,
  { out }: Terminal,
): ExitCode {
  parseBaseUrl(connection['base-url'] ?? DEFAULT_BASE_URL);
  const report = { ref, outcome: 'would-cancel' } as const;
  out.write(json ? jsonLine(report) : fold(`${headline(report)}\n`, out.columns));
  return EXIT.clean;
}

/** Cancels one enrichment, or waits for its end, or both, and tells what became of it. */
export async function runOne(ref: EnrichmentRef, options: OneOptions, terminal: Terminal): Promise<ExitCode> {
  const { json } = options;
  const connection = await connectionOf(options.connection, terminal);
  const live = createLiveLine(terminal);
  const report = await interruptible(terminal, (signal) =>
    attempt(ref, connection, options, live, signal),
  ).finally(() => live.end());

  if (json) terminal.out.write(jsonLine(report));
  else if (report.error === undefined)
    terminal.out.write(fold(`${headline(report, options.task === 'wait')}\n`, terminal.out.columns));
  if (report.error !== undefined) terminal.err.write(`exa-enrichments: ${explainError(report.error)}\n`);
  for (const line of adviceOn(report, terminal.err.columns)) terminal.err.write(`${line}\n`);
  return exitOf(report);
}

async function attempt(
  ref: EnrichmentRef,
  connection: Awaited<ReturnType<typeof connectionOf>>,
  { task, timeout }: OneOptions,
  live: LiveLine,
  signal: AbortSignal,
): Promise<CancelReport> {
  const limit = timeout ?? WAIT_MS;
  const started = performance.now();
  const elapsedMs = (): number => Math.round(performance.now() - started);
  let accepted = false;
  let state = task === 'wait' ? 'reading the enrichment' : 'asking for the cancel';
  const client = createClient({
    ...connection,
    hooks: {
      onResponse: ({ method, status }) => {
        if (method !== 'POST' || status >= 300) return;
        accepted = true;
        state = 'accepted';
      },
      onRetry: ({ error, delayMs }) =>
        live.say(`${whatHappened(error)} Trying again in ${inWords(delayMs)}.`),
    },
  });
  live.show(() => {
    if (task === 'cancel') return `${state}, ${inWords(elapsedMs())}`;
    const note = accepted ? '. Ctrl-C ends the wait alone' : '';
    return `${state}, ${inWords(elapsedMs())} of at most ${inWords(limit)}${note}`;
  });
  try {
    if (task === 'cancel') {
      const enrichment = await client.cancel(ref, { signal, totalTimeout: timeout });
      return successReport(ref, { enrichment, elapsedMs: elapsedMs() });
    }
    const wait = task === 'wait' ? client.waitForEnd : client.cancelAndWait;
    const outcome = await wait(ref, {
      timeout: limit,
      signal,
      onPoll: ({ polls, enrichment, error }) => {
        const seen = error === undefined ? enrichment?.status : `not readable (${error.code})`;
        state = `${seen} at read ${polls}`;
        live.step(`${state}, ${inWords(elapsedMs())}`);
      },
    });
    return successReport(ref, { ...outcome, elapsedMs: elapsedMs() });
  } catch (error) {
    const facts = { accepted, interrupted: signal.aborted, elapsedMs: elapsedMs() };
    return failureReport(ref, error as ExaError, facts);
  }
}

/** The first sentence of an error: what it advises is done already. */
function whatHappened(error: ExaError): string {
  const [sentence = ''] = /^.*?\.(?= |$)/.exec(explainError(error)) ?? [];
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
