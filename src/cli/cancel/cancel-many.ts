import { DEFAULT_BASE_URL, parseBaseUrl } from '../../client/http/address.ts';
import { printable } from '../../contract/printable.ts';
import { fold } from '../../contract/reporters/shared/fold.ts';
import { createClient, isExaError } from '../../index.ts';
import { explainError, UsageError } from '../cli-errors.ts';
import { type ConnectionValues, connectionOf } from '../connection.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { createLiveLine } from '../live-line.ts';
import { refuseToReplace, STDIN } from '../output-files.ts';
import type { Terminal } from '../terminal.ts';
import { interruptible } from '../terminal.ts';
import { jsonLine } from '../words.ts';
import { checkKind, openJournal, type RunKind } from './journal.ts';
import type { KnownRefs } from './journal-entries.ts';
import { readJournal } from './journal-entries.ts';
import { countRefs, emptyInput, type Input, openInput, pending } from './reference-list.ts';
import { type RunEnd, sendAll } from './send-all.ts';
import { counted, createTally, isAllFine, summaryLine } from './tally.ts';

export interface CancelFromOptions {
  /** A file, or `-` for stdin. */
  readonly from: string;
  readonly journal: string | undefined;
  readonly concurrency: number | undefined;
  readonly maxFailures: number | undefined;
  readonly requestsPerSecond: number | 'unlimited' | undefined;
  readonly connection: ConnectionValues;
  readonly wait: boolean;
  /** In milliseconds. */
  readonly timeout: number | undefined;
  readonly json: boolean;
  readonly dryRun: boolean;
}

/** Cancels the enrichments of a list, and tells what became of them. */
export async function cancelFrom(options: CancelFromOptions, terminal: Terminal): Promise<ExitCode> {
  const kind = {
    baseUrl: parseBaseUrl(options.connection['base-url'] ?? DEFAULT_BASE_URL),
    wait: options.wait,
  };
  const { journal: file, from } = options;
  const key = options.connection['api-key-file'];
  if (file !== undefined)
    await refuseToReplace(
      [{ file, what: 'the journal' }],
      [
        { file: from === '-' ? STDIN : from, what: 'the list of what to cancel' },
        ...(key === undefined ? [] : [{ file: key, what: 'the file of the key' }]),
      ],
    );
  const input = await openInput(options.from, terminal);
  try {
    if (options.dryRun) return await dryRun(input, options, kind, terminal);
    const connection = await connectionOf(options.connection, terminal);
    return await interruptible(terminal, async (signal) => {
      let total: number | undefined;
      try {
        total = await countRefs(input, signal);
      } catch (error) {
        if (!signal.aborted) throw error;
        const summary = { ...createTally(), references: 0, notTried: 0, interrupted: true, elapsedMs: 0 };
        return tell({ summary, stoppedBy: undefined, isAnythingSent: false }, input, options, terminal);
      }
      const journal = options.journal === undefined ? undefined : await openJournal(options.journal, kind);
      const live = createLiveLine(terminal);
      const perCall = options.wait ? undefined : options.timeout;
      const { requestsPerSecond } = options;
      let isAnythingSent = false;
      const hooks = {
        onRequest: () => {
          isAnythingSent = true;
        },
      };
      const client = createClient({ ...connection, totalTimeout: perCall, requestsPerSecond, hooks });
      try {
        const end = await sendAll({ client, input, total, journal, signal, live }, options);
        live.end();
        return tell({ ...end, isAnythingSent }, input, options, terminal);
      } finally {
        live.end();
        await journal?.close();
      }
    });
  } finally {
    input.close();
  }
}

function tell(
  { summary, stoppedBy, isAnythingSent }: RunEnd & { readonly isAnythingSent: boolean },
  input: Input,
  { json, journal, from }: CancelFromOptions,
  { out, err }: Terminal,
): ExitCode {
  if (summary.references === 0 && stoppedBy === undefined && !summary.interrupted) throw emptyInput(input);
  const reason = stoppedBy && { stoppedBy: explainError(stoppedBy) };
  if (json) out.write(jsonLine({ ...summary, ...reason }));
  else if (summary.references > 0) out.write(fold(`${summaryLine(summary)}\n`, out.columns));
  if (stoppedBy !== undefined) err.write(`exa-enrichments: ${explainError(stoppedBy)}\n`);
  if (isExaError(stoppedBy)) err.write('No other reference could fare better, so no more were tried.\n');
  if (summary.interrupted)
    err.write(
      isAnythingSent
        ? 'Interrupted. What was accepted stands, and what was under way may have been.\n'
        : 'exa-enrichments: interrupted before anything was sent\n',
    );
  const isLeftOver = summary.notTried + summary.outcomes.interrupted > 0 || !input.again;
  const canGoOn =
    (summary.interrupted && isAnythingSent) || (stoppedBy && !(stoppedBy instanceof UsageError));
  if (canGoOn && isLeftOver && journal !== undefined && from !== '-')
    err.write('The same command goes on with the rest.\n');
  if (summary.interrupted) return EXIT.interrupted;
  if (stoppedBy instanceof UsageError) return EXIT.usage;
  return isAllFine(summary) && stoppedBy === undefined ? EXIT.clean : EXIT.failed;
}

export interface DryRunOptions {
  readonly journal: string | undefined;
  readonly json: boolean;
}

/** Tells what would be sent, and sends nothing: everything is checked as for the real run, but for the key. */
async function dryRun(
  input: Input,
  { journal, json }: DryRunOptions,
  kind: RunKind,
  { out }: Terminal,
): Promise<ExitCode> {
  await countRefs(input, new AbortController().signal);
  let known: KnownRefs = new Map();
  if (journal !== undefined) {
    const state = await readJournal(journal);
    checkKind(journal, state.header, kind);
    known = state.known;
  }
  const tally = createTally();
  let wouldCancel = 0;
  for await (const { webset, enrichment } of pending(input.read(), known, tally)) {
    wouldCancel += 1;
    if (!json) out.write(`would-cancel: ${printable(enrichment)} of ${printable(webset)}\n`);
  }
  const { repeated, settledBefore } = tally;
  const references = wouldCancel + repeated + settledBefore;
  if (references === 0) throw emptyInput(input);
  const sum = `${counted(references)}: ${wouldCancel} would be canceled, ${settledBefore} settled before, ${repeated} repeated. Nothing was sent.\n`;
  out.write(json ? jsonLine({ references, wouldCancel, repeated, settledBefore }) : fold(sum, out.columns));
  return EXIT.clean;
}
