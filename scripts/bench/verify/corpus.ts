import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';

/** In a HAR the entries stand in one list; in NDJSON one stands on each line. */
export type CorpusFormat = 'har' | 'ndjson';

const STATUSES = ['pending', 'completed', 'canceled'];
const FORMATS = ['text', 'date', 'number', 'email', 'phone'];

/**
 * Writes a recording of `count` exchanges, the same for the same count: two reads to one cancel, bodies of some 330
 * bytes, entries of some 1,020 bytes, all as the contract says.
 */
export async function writeCorpus(file: string, format: CorpusFormat, count: number): Promise<void> {
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
