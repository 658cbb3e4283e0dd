import { VERSION } from '../../client/version.ts';
import { printable } from '../../contract/printable.ts';
import {
  type DatedExchange,
  type ProvenanceSource,
  toHar,
  toNockDefinitions,
} from '../../contract/recordings/index.ts';
import { refuseToReplace } from '../refuse-to-replace.ts';
import { refuseUnlessSimulated } from '../refuse-unless-simulated.ts';
import type { Terminal } from '../terminal.ts';
import { prepareOutput, writeOutput } from '../write-output.ts';
import { openIndex } from './index-file.ts';
import type { Finish, RecordOptions } from './record-options.ts';
import { holdsKey } from './scrub-key.ts';
import { describeRecording } from './shows.ts';
import { sourceOf } from './source-of.ts';
import { storedExchanges } from './stored.ts';

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
