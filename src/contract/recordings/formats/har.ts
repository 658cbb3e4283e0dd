import { STATUS_CODES } from 'node:http';
import { redactUrl } from '../../../secrets/redact-by-name.ts';
import type { Body, Exchange, HeaderMap } from '../../exchange.ts';
import { besideRecording } from '../attached.ts';
import { type RecordingSource, type Segment, WHOLE_FILE } from '../source.ts';
import { readJsonList } from '../text/json-list.ts';
import type { RecordingFormat } from './format.ts';
import { harEntryReader } from './shared/har-entry.ts';
import { keptRequestHeaders, keptResponseHeaders } from './shared/kept-headers.ts';

/**
 * Reads a HAR 1.2 log, entry by entry, in memory that does not grow with the file. A segment starts with an entry, and
 * ends before one.
 *
 * @throws RecordingError if it is not one
 */
export function readHar(
  source: RecordingSource,
  segment: Segment = WHOLE_FILE,
): AsyncIterable<Iterable<Exchange>> {
  const exchange = harEntryReader(source.attached ?? besideRecording(source.file));
  return readJsonList(source, {
    path: ['log', 'entries'],
    missing: 'log.entries is not a list',
    segment,
    make: (entry, index) => exchange(entry, { file: source.file, index }),
  });
}

/** HAR 1.2, as browsers and proxies write it, Polly.JS among them. */
export const har: RecordingFormat = {
  name: 'har',
  called: 'a HAR',
  detect: (start) =>
    /^\{\s*"log"\s*:/.test(start) ||
    (start.startsWith('{') && /"log"\s*:\s*\{\s*"(?:version|creator|entries)"/.test(start)),
  marker: /"log"\s*:\s*\{\s*"(?:version|creator|browser|pages|entries|_)|"startedDateTime"\s*:/,
  read: readHar,
};

/** An exchange of which it is known when it was: the format demands it. */
export type DatedExchange = Exchange & { readonly recordedAt: number };

export interface HarOptions {
  /** What made the recording. */
  readonly creator: { readonly name: string; readonly version: string };
  /** For whoever opens the file: where the exchanges come from, say. */
  readonly comment?: string;
}

/**
 * Exchanges as the text of a HAR 1.2 log, which browsers show and our reader reads back. Of the headers only the harmless
 * are kept, and no credential's value, nor one in the URL. What is not known, such as how long it took, is -1 or 0, as
 * the format has it.
 */
export function toHar(exchanges: Iterable<DatedExchange>, { creator, comment }: HarOptions): string {
  const log = {
    version: '1.2',
    creator,
    entries: Array.from(exchanges, (exchange) => toHarEntry(withHarmless(exchange))),
    ...(comment === undefined ? {} : { comment }),
  };
  return `${JSON.stringify({ log }, null, 2)}\n`;
}

function withHarmless(exchange: DatedExchange): DatedExchange {
  const { request, response } = exchange;
  return {
    ...exchange,
    request: { ...request, url: redactUrl(request.url), headers: keptRequestHeaders(request.headers) },
    response: { ...response, headers: keptResponseHeaders(response.headers) },
  };
}

/** A body that was there, and is not kept. */
export interface LeftOut {
  /** Bytes, as they came. */
  readonly size: number;
  /** A clause, such as `it broke off`. */
  readonly why: string;
}

export interface HarEntryOptions {
  /** How long the answer took, in milliseconds. Default: not known. */
  readonly took?: number;
  readonly leftOut?: { readonly request?: LeftOut; readonly response?: LeftOut };
}

/** An exchange as an entry of a HAR 1.2 log, with all that it holds: take what is secret out before. */
export function toHarEntry(
  { request, response, recordedAt }: DatedExchange,
  { took, leftOut = {} }: HarEntryOptions = {},
): object {
  return {
    startedDateTime: new Date(recordedAt).toISOString(),
    time: took ?? 0,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: pairs(request.headers),
      queryString: queryOf(request.url),
      ...posted(request.body, request.headers['content-type']?.[0], leftOut.request),
      headersSize: -1,
      bodySize: leftOut.request?.size ?? sizeOf(request.body),
    },
    response: {
      status: response.status,
      statusText: STATUS_CODES[response.status] ?? '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: pairs(response.headers),
      content: content(response.body, response.headers['content-type']?.[0], leftOut.response),
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: took ?? 0, receive: 0 },
  };
}

function pairs(headers: HeaderMap): readonly object[] {
  return Object.entries(headers).flatMap(([name, values]) => values.map((value) => ({ name, value })));
}

function queryOf(url: string): readonly object[] {
  const query = /\?([^#]*)/.exec(url)?.[1];
  if (query === undefined) return [];
  return Array.from(new URLSearchParams(query), ([name, value]) => ({ name, value }));
}

function posted(body: Body, mimeType = '', leftOut?: LeftOut): object {
  if (leftOut !== undefined) return { postData: { mimeType, comment: commentOn(leftOut) } };
  return body === undefined ? {} : { postData: { mimeType, ...text(body) } };
}

/** Without text, a size of 0 says that the body was empty, and -1 that it is not known. */
function content(body: Body, mimeType = '', leftOut?: LeftOut): object {
  if (leftOut !== undefined) return { size: leftOut.size || -1, mimeType, comment: commentOn(leftOut) };
  if (body === undefined) return { size: -1, mimeType };
  return { size: sizeOf(body), mimeType, ...text(body) };
}

function commentOn({ size, why }: LeftOut): string {
  return `Left out after ${size} bytes: ${why}.`;
}

function text(body: string | Uint8Array): { readonly text: string; readonly encoding?: 'base64' } {
  if (typeof body === 'string') return { text: body };
  return { text: Buffer.from(body).toString('base64'), encoding: 'base64' };
}

function sizeOf(body: Body): number {
  return body === undefined ? 0 : Buffer.byteLength(body);
}
