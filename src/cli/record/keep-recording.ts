import { stat } from 'node:fs/promises';
import { VERSION } from '../../client/version.ts';
import type { Exchange } from '../../contract/exchange.ts';
import { printable } from '../../contract/printable.ts';
import {
  type DatedExchange,
  isRecordingError,
  isSimulated,
  type ProvenanceSource,
  readRecordings,
  toHar,
  toNockDefinitions,
} from '../../contract/recordings/index.ts';
import { UsageError } from '../cli-errors.ts';
import { prepareOutput, refuseToReplace, refuseUnlessSimulated, writeOutput } from '../output-files.ts';
import type { Terminal } from '../terminal.ts';
import { openIndex } from './index-file.ts';
import type { Finish, RecordOptions } from './make-recording.ts';
import { holdsKey } from './scrub-key.ts';

/** Makes sure that a recording can be written in the end. @throws UsageError if it can't, or must not be */
export async function prepareKeep(
  { output, format, shows, scenario, connection }: RecordOptions,
  { err }: Terminal,
): Promise<Finish> {
  const index = await openIndex(output);
  const key = connection['api-key-file'];
  await refuseToReplace(
    [{ file: output, what: 'the recording' }],
    [
      { file: index.path, what: 'the index of recordings' },
      ...(key === undefined ? [] : [{ file: key, what: 'the file of the key' }]),
    ],
  );
  const stored = await storedExchanges(output);
  const before = stored && (index.entry?.source ?? sourceOf(stored));
  if (scenario !== undefined && before !== undefined) refuseUnlessSimulated(output, before);
  await prepareOutput(output);
  return async ({ exchanges, incomplete }, { apiKey }) => {
    const source = sourceOf(exchanges);
    if (source === 'simulator' && before !== undefined) refuseUnlessSimulated(output, before);
    const text = render(exchanges, format, source);
    // It was scrubbed; this is for the place that nobody thought of.
    if (holdsKey(text, apiKey)) throw new Error('the recording holds the key, and is not written');
    const file = incomplete === undefined ? output : `${output}.partial`;
    await writeOutput(file, text);
    const count = `${exchanges.length} exchange${exchanges.length === 1 ? '' : 's'}`;
    err.write(`Wrote ${count} to ${printable(file)} (${source}).\n`);
    if (incomplete !== undefined) {
      err.write('How the cancel ended was not seen, so this is no recording to verify with.\n');
      return false;
    }
    await index.write({
      source,
      date: new Date().toISOString().slice(0, 10),
      shows: shows ?? index.entry?.shows ?? describeRecording(exchanges),
    });
    return true;
  };
}

function render(
  exchanges: readonly DatedExchange[],
  format: 'nock' | 'har',
  source: ProvenanceSource,
): string {
  if (format === 'nock') return toNockDefinitions(exchanges);
  const creator = { name: 'exa-enrichments record', version: VERSION };
  const caution = source === 'simulator' ? ' It proves the tool chain, never the API.' : '';
  return toHar(exchanges, { creator, comment: `source: ${source}.${caution}` });
}

/** What a recording shows, in a sentence for its index: the statuses, and what was said of the enrichment. */
export function describeRecording(exchanges: readonly Exchange[]): string {
  const said = (wanted: boolean): readonly string[] =>
    exchanges.filter(({ request }) => (request.method === 'GET') === wanted).map(answerOf);
  const cancels = said(false).filter((answer, index, all) => answer !== all[index - 1]);
  const reads = said(true);
  const start = `A cancel answered ${cancels.join(', then ')}`;
  if (reads.length === 0) return `${start}.`;
  if (reads.length === 1) return `${start}; a read ${reads[0]}.`;
  return `${start}; ${reads.length} reads, the last ${reads.at(-1)}.`;
}

function answerOf({ response }: Exchange): string {
  const status = statusIn(response.body);
  return status === undefined ? String(response.status) : `${response.status} ${status}`;
}

function statusIn(body: unknown): string | undefined {
  try {
    const { status } = Object(JSON.parse(String(body)));
    return typeof status === 'string' ? status : undefined;
  } catch {
    return undefined;
  }
}

/** The simulator says who it is in every answer, so that nobody takes it for the API, behind whatever address. */
function sourceOf(exchanges: readonly Exchange[]): ProvenanceSource {
  return exchanges.some(({ response }) => isSimulated(response)) ? 'simulator' : 'live';
}

/**
 * The exchanges of a recording that is there already; undefined if there is none.
 *
 * @throws UsageError if the file is something else than a recording
 */
export async function storedExchanges(file: string): Promise<readonly Exchange[] | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) return undefined;
  if (!found.isFile()) throw new UsageError(`can't write ${printable(file)}: it is not a regular file`);
  const exchanges: Exchange[] = [];
  try {
    for await (const exchange of readRecordings([file])) exchanges.push(exchange);
  } catch (error) {
    if (!isRecordingError(error)) throw error;
    throw new UsageError(`${printable(file)} is there, and is no recording: ${printable(error.reason)}`);
  }
  return exchanges;
}
