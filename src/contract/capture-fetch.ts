import { redactHeaders, redactUrl } from '../secrets/redact-by-name.ts';
import { type Body, type Exchange, type HeaderMap, headerMap } from './exchange.ts';
import { bodyFromBytes, requestBody, responseBody } from './recordings/index.ts';

export interface CaptureOptions {
  /** What the exchanges name as their recording. Default: `(captured)`. */
  readonly file?: string;
  /** Milliseconds since the epoch. Default: the system's clock. */
  readonly now?: () => number;
}

/**
 * A fetch that hands over every exchange it carries. It is handed over before the caller gets the response, which
 * therefore waits for the whole body: this is for recording and judging, not for streams. A request without an
 * answer, or an answer that breaks off, is no exchange: the caller gets fetch's error, and nothing is handed over.
 * Credentials are redacted before that. A followed redirect shows as one exchange: the first URL, the last answer.
 */
export function captureFetch(
  fetch: typeof globalThis.fetch,
  onExchange: (exchange: Exchange) => void,
  { file = '(captured)', now = Date.now }: CaptureOptions = {},
): typeof globalThis.fetch {
  let captured = 0;
  return async (input, init) => {
    const request = new Request(input, init);
    const sent = request.clone();
    const recordedAt = now();
    const response = await fetch(request);
    const answer = await bytesOf(response.clone());
    if (answer === undefined) return response;

    const index = captured;
    captured += 1;
    const { method, url } = sent;
    onExchange({
      request: {
        method: method.toUpperCase(),
        url: redactUrl(withoutFragment(url)),
        headers: headersOf(sent.headers),
        body: requestBody(text(await bytesOf(sent))),
      },
      response: {
        status: response.status,
        headers: headersOf(response.headers),
        body: responseBody(method, response.status, text(answer)),
      },
      recording: { file, index },
      recordedAt,
    });
    return response;
  };
}

/** Undefined if the body breaks off: reading the original fails in the same way, and that is the caller's to see. */
async function bytesOf(message: Request | Response): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await message.arrayBuffer());
  } catch {
    return undefined;
  }
}

function text(bytes: Uint8Array | undefined): Body {
  return bytes === undefined ? undefined : bodyFromBytes(bytes);
}

function headersOf(headers: Headers): HeaderMap {
  return redactHeaders(headerMap(headers));
}

/** It is never sent. */
function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}
