import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { interleaved, type Samples } from '../measure.ts';
import { drift, NOTHING, type ProcessCost, parseLines, parseWhole, runProgram, verify } from './programs.ts';

const ID = '01k9xyz0abcdefghjkmnpqrst';

/** The 200 body of some enrichment, with so many options; each has ids of its own. */
export function enrichment(index: number, options: number): Record<string, unknown> {
  const id = ID.slice(0, -6) + index.toString(36).padStart(6, '0');
  return {
    id: `wenrich_${id}`,
    object: 'webset_enrichment',
    status: ['pending', 'canceled', 'completed'][index % 3],
    websetId: `webset_${id}`,
    title: null,
    description: 'Find the name of the CEO',
    format: options === 0 ? 'text' : 'options',
    options:
      options === 0 ? null : Array.from({ length: options }, (_, at) => ({ label: `Option ${at} of ${id}` })),
    instructions: null,
    metadata: {},
    createdAt: '2026-01-02T03:04:05.678Z',
    updatedAt: '2026-01-02T03:04:05.678Z',
  };
}

/** In a HAR the entries stand in one list; in NDJSON one stands on each line. */
type CorpusFormat = 'har' | 'ndjson';

const STATUSES = ['pending', 'completed', 'canceled'];
const FORMATS = ['text', 'date', 'number', 'email', 'phone'];

/**
 * Writes a recording of `count` exchanges, the same for the same count: two reads to one cancel, bodies of some 330
 * bytes, entries of some 1,020 bytes, all as the contract says.
 */
async function writeCorpus(file: string, format: CorpusFormat, count: number): Promise<void> {
  const out = createWriteStream(file);
  const isHar = format === 'har';
  if (isHar) out.write('{"log":{"version":"1.2","creator":{"name":"corpus","version":"1"},"entries":[');
  for (let at = 0; at < count; at += 1000) {
    const entries = Array.from({ length: Math.min(1000, count - at) }, (_, i) =>
      JSON.stringify(entry(at + i)),
    );
    const text = isHar ? (at === 0 ? '' : ',') + entries.join(',') : `${entries.join('\n')}\n`;
    await write(out, text);
  }
  out.end(isHar ? ']}}' : '');
  await once(out, 'finish');
}

async function write(out: WriteStream, text: string): Promise<void> {
  if (!out.write(text)) await once(out, 'drain');
}

/** One HAR entry; `number` makes its ids, status, format and instant. */
export function entry(number: number): object {
  const id = `wenrich_01bench${String(number).padStart(19, '0')}`;
  const webset = `webset_01bench${String(number % 1000).padStart(19, '0')}`;
  const started = new Date(Date.UTC(2026, 0, 15) + number * 100).toISOString();
  const isCancel = number % 3 === 0;
  const text = JSON.stringify({
    id,
    object: 'webset_enrichment',
    status: isCancel ? 'pending' : STATUSES[number % STATUSES.length],
    websetId: webset,
    title: number % 2 === 0 ? null : 'Head office',
    description: 'Where is the head office?',
    format: FORMATS[number % FORMATS.length],
    options: null,
    instructions: null,
    metadata: {},
    createdAt: started,
    updatedAt: started,
  });
  return {
    startedDateTime: started,
    time: 12,
    request: {
      method: isCancel ? 'POST' : 'GET',
      url: `https://api.exa.ai/websets/v0/websets/${webset}/enrichments/${id}${isCancel ? '/cancel' : ''}`,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: [{ name: 'x-api-key', value: '<redacted>' }],
      queryString: [],
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status: 200,
      statusText: 'OK',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: [{ name: 'content-type', value: 'application/json; charset=utf-8' }],
      content: { size: text.length, mimeType: 'application/json', text },
      redirectURL: '',
      headersSize: -1,
      bodySize: text.length,
    },
    cache: {},
    timings: { send: 0, wait: 12, receive: 0 },
  };
}

type Programs<Name extends string> = Readonly<Record<Name, readonly string[]>>;
type Costs<Name extends string> = Promise<Samples<Name, ProcessCost>>;

export type OfOne = 'exa-enrichments' | 'redocly drift' | 'bare node';
export type OfMany = 'exa-enrichments' | 'exa-enrichments, one thread' | 'redocly drift' | 'JSON.parse alone';
type Threads = 'one thread' | 'two threads';
export type OfLines = Threads | 'reading and parsing alone' | `${Threads}, 10,000 lines`;

const runAll = <Name extends string>(rounds: number, programs: Programs<Name>): Costs<Name> =>
  interleaved(rounds, Object.keys(programs) as Name[], (name) => runProgram(programs[name]));

/** A HAR of one exchange: what it takes to start. */
export async function oneRecording(folder: string): Costs<OfOne> {
  const file = join(folder, 'one.har');
  await writeCorpus(file, 'har', 1);
  return runAll(15, {
    'exa-enrichments': verify(file),
    'redocly drift': drift(file),
    'bare node': NOTHING,
  });
}

/** A HAR of 200,000 exchanges. */
export async function manyExchanges(folder: string): Costs<OfMany> {
  const file = join(folder, 'many.har');
  await writeCorpus(file, 'har', 200_000);
  return runAll(5, {
    'exa-enrichments': verify(file),
    'exa-enrichments, one thread': verify(file, '--workers', '1'),
    'redocly drift': drift(file),
    'JSON.parse alone': parseWhole(file),
  });
}

/** NDJSON of 10,000 and of 1,000,000 lines. */
export async function millionLines(folder: string): Costs<OfLines> {
  const [few, many] = [join(folder, 'few.ndjson'), join(folder, 'many.ndjson')];
  await writeCorpus(few, 'ndjson', 10_000);
  await writeCorpus(many, 'ndjson', 1_000_000);
  return runAll(5, {
    'one thread': verify(many, '--workers', '1'),
    'two threads': verify(many, '--workers', '2'),
    'reading and parsing alone': parseLines(many),
    'one thread, 10,000 lines': verify(few, '--workers', '1'),
    'two threads, 10,000 lines': verify(few, '--workers', '2'),
  });
}
