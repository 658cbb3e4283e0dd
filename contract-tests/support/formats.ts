import type { Body, Exchange, HeaderMap } from 'exa-enrichments/contract';
import { stringify } from 'yaml';

/** A cassette as Ruby's VCR writes it: long texts folded, and bytes that are no ASCII as `!binary`. */
export function vcrOf(exchanges: readonly Exchange[]): string {
  const interactions = exchanges.map(({ request, response }) => ({
    request: {
      method: request.method.toLowerCase(),
      uri: request.url,
      body: { encoding: 'UTF-8', string: String(request.body ?? '') },
      headers: request.headers,
    },
    response: {
      status: { code: response.status, message: '' },
      headers: response.headers,
      body: { encoding: 'ASCII-8BIT', string: asciiOrBytes(response.body) },
    },
    recorded_at: 'Thu, 15 Jan 2026 09:30:00 GMT',
  }));
  const cassette = { http_interactions: interactions, recorded_with: 'VCR 6.3.1' };
  return stringify(cassette, { customTags: ['binary'], lineWidth: 60 }).replaceAll('!!binary', '!binary');
}

export function harOf(exchanges: readonly Exchange[], encoding?: 'base64'): string {
  const log = { version: '1.2', creator: { name: 'test', version: '1' }, entries: exchanges.map(entry) };
  return JSON.stringify({ log }, null, 2);

  function entry(exchange: Exchange): object {
    return harEntry(exchange, encoding);
  }
}

export function ndjsonOf(exchanges: readonly Exchange[]): string {
  return exchanges.map((exchange) => `${JSON.stringify(harEntry(exchange))}\n`).join('');
}

function harEntry({ request, response }: Exchange, encoding?: 'base64'): object {
  const text = String(response.body);
  const stored = encoding === undefined ? { text } : { text: Buffer.from(text).toString(encoding), encoding };
  return {
    startedDateTime: '2026-01-15T09:30:00.000Z',
    request: {
      method: request.method,
      url: request.url,
      headers: fields(request.headers),
      httpVersion: 'HTTP/1.1',
    },
    response: {
      status: response.status,
      headers: fields(response.headers),
      content: { size: Buffer.byteLength(text), mimeType: 'application/json', ...stored },
    },
  };
}

function fields(headers: HeaderMap): object[] {
  return Object.entries(headers).flatMap(([name, values]) => values.map((value) => ({ name, value })));
}

function asciiOrBytes(body: Body): string | Uint8Array {
  const text = String(body);
  return /^[ -~]*$/.test(text) ? text : Buffer.from(text);
}
