import type { IncomingMessage } from 'node:http';
import { type HeaderMap, headerMap, type RecordingPlace } from '../../contract/exchange.ts';
import {
  type DatedExchange,
  decodeContent,
  type LeftOut,
  requestWith,
  responseWith,
  type StoredBody,
} from '../../contract/recordings/index.ts';

/** Names and values in turn, as they came. */
export type RawHeaders = readonly string[];

/** An exchange that has passed. */
export interface Passed {
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Milliseconds. */
  readonly took: number;
  readonly method: string;
  /** Of the target. */
  readonly url: string;
  /** As the target got them. */
  readonly sent: RawHeaders;
  readonly sentBody: BodyCopy;
  /** As the target gave it. */
  readonly answer: Pick<IncomingMessage, 'statusCode' | 'rawHeaders'>;
  readonly givenBody: BodyCopy;
}

/** A copy of a body that passes, as far as it is kept. */
export interface BodyCopy {
  add(chunk: Buffer): void;
  /** Says that not all of it came. */
  breakOff(): void;
  /** Bytes that passed. */
  readonly size: number;
  /** All of it, or why it is not kept. Empty where nothing came. */
  kept(): Buffer | { readonly why: string };
  /** Gives back what it holds of memory. */
  release(): void;
}

/** A larger body is not kept: with one of each side, a line stays short enough to be read back. */
const LARGEST_BODY: number = 5 * 1024 * 1024;
/** Of all bodies that are on their way at one time. */
const MOST_HELD = 128 * 1024 * 1024;

/** Makes copies that together hold no more than a limit. */
export function bodyCopies(most: number = MOST_HELD): () => BodyCopy {
  let held = 0;
  return () => {
    let chunks: Buffer[] = [];
    let size = 0;
    let own = 0;
    let why: string | undefined;
    const release = (): void => {
      held -= own;
      own = 0;
      chunks = [];
    };
    const leave = (reason: string): void => {
      why ??= reason;
      release();
    };
    return {
      add(chunk) {
        size += chunk.length;
        if (why !== undefined) return;
        if (size > LARGEST_BODY) return leave(`it is larger than ${LARGEST_BODY} bytes`);
        if (held + chunk.length > most) return leave('too much was on its way at that time');
        held += chunk.length;
        own += chunk.length;
        chunks.push(chunk);
      },
      breakOff: () => leave('it broke off'),
      get size() {
        return size;
      },
      kept: () => (why === undefined ? Buffer.concat(chunks) : { why }),
      release,
    };
  };
}

/** An exchange as it is judged, and what it lacks. Credentials are still in it. */
export interface Captured {
  readonly exchange: DatedExchange;
  /** Why it lacks a body, where it does. */
  readonly leftOut: { readonly request?: LeftOut; readonly response?: LeftOut };
}

/** Makes exchanges of what has passed, their bodies decoded. `recording` is the place of each in the recording. */
export function capturer(): (passed: Passed, recording: RecordingPlace) => Captured {
  const [sentMap, givenMap] = [headerMaps(), headerMaps()];
  return ({ method, url, sent, sentBody, answer, givenBody, startedAt }, recording) => {
    const status = answer.statusCode ?? 0;
    const headers = sentMap(sent);
    const given = givenMap(answer.rawHeaders);
    const request = bodyOf(sentBody, headers['content-encoding']);
    const response = bodyOf(givenBody, given['content-encoding']);
    const body =
      request.leftOut === undefined
        ? requestWith(request.stored)
        : { body: undefined, bodyUnknown: true as const };
    return {
      exchange: {
        request: { method, url, headers, ...body },
        response: { status, headers: given, ...responseWith(method, status, response.stored) },
        recording,
        recordedAt: startedAt,
      },
      leftOut: {
        ...(request.leftOut && { request: request.leftOut }),
        ...(response.leftOut && { response: response.leftOut }),
      },
    };
  };
}

/** Clients and servers send the same headers again and again: where they are those of the time before, it is the same map. */
function headerMaps(): (raw: RawHeaders) => HeaderMap {
  let last = '';
  let map: HeaderMap | undefined;
  return (raw) => {
    const text = raw.join('\n');
    if (map !== undefined && text === last) return map;
    last = text;
    map = headerMap(pairsOf(raw));
    return map;
  };
}

interface Decoded {
  readonly stored: StoredBody;
  readonly leftOut?: LeftOut;
}

/** What can't be decoded is left out: nobody could tell what it holds. */
function bodyOf(copy: BodyCopy, encodings: readonly string[] = []): Decoded {
  const kept = copy.kept();
  const { size } = copy;
  if (!Buffer.isBuffer(kept)) return { stored: undefined, leftOut: { size, why: kept.why } };
  if (kept.length === 0) return { stored: '' };
  const stored = decodeContent(kept, encodings, LARGEST_BODY);
  if (typeof stored === 'object' && 'fault' in stored)
    return { stored, leftOut: { size, why: stored.fault.reason } };
  return { stored };
}

function* pairsOf(raw: RawHeaders): Generator<readonly [string, string]> {
  for (let at = 0; at + 1 < raw.length; at += 2) yield [raw[at] as string, raw[at + 1] as string];
}
