import { type Answer, type ErrorAnswer, errorAnswer, type HeaderSource } from '../answers.ts';
import type { HeaderFields, Incoming } from '../serve/request-log.ts';

/** The origins, besides those on the loopback, whose pages may call. */
export type Origins = ReadonlySet<string>;

/** What a page may read of an answer, besides its body. */
const EXPOSED = 'date, etag, retry-after, x-request-id, cf-ray, x-simulator-assumption';

/** Seconds: long enough for a page to ask once, and short enough to notice that the simulator was started anew. */
const PREFLIGHT_KEPT = '600';

/** `localhost` and all below it, 127.0.0.0/8 and ::1; a URL has them in one spelling. */
function isOnLoopback({ hostname }: Pick<URL, 'hostname'>): boolean {
  return /^(?:(?:.+\.)?localhost\.?|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

/** The page that sent a request, if it is one that may. A page that was opened as a file has the origin `null`. */
export function pageOf(headers: HeaderFields, origins: Origins): string | undefined {
  const origin = headers.get('origin');
  if (origin === null) return undefined;
  if (origins.has(origin)) return origin;
  return /^https?:/.test(origin) && URL.canParse(origin) && isOnLoopback(new URL(origin))
    ? origin
    : undefined;
}

/**
 * Refuses a request that came by another name than one of the loopback: a page can give its own name the address of the
 * loopback, and what it calls is then, for the browser, the page's own server.
 */
export function misdirected({ url }: Pick<Incoming, 'url'>): ErrorAnswer | undefined {
  if (isOnLoopback(url)) return undefined;
  return {
    status: 421,
    shape: 'gateway',
    message: `The simulator answers on the loopback only, not as ${url.host}`,
  };
}

/** Whether a browser asks with it, on behalf of a page, for leave to send the request itself. */
export function isPreflight({ method, headers }: Pick<Incoming, 'method' | 'headers'>): boolean {
  const asks = headers.get('access-control-request-method') !== null;
  return method === 'OPTIONS' && asks && headers.get('origin') !== null;
}

/** What a preflight is answered with: leave for `page`, or an error where no page is given. */
export function answerPreflight(
  { headers, url }: Incoming,
  page: string | undefined,
  source: HeaderSource,
): Answer {
  if (page === undefined) return errorAnswer(unknownPage, url.pathname, source);
  const method = headers.get('access-control-request-method') ?? 'POST';
  const names = headers.get('access-control-request-headers');
  return {
    status: 204,
    headers: {
      vary: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers',
      'access-control-allow-origin': page,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': method,
      ...(names !== null && { 'access-control-allow-headers': names }),
      // For a page from the network that calls a server on the loopback, Chromium wants it said.
      ...(headers.get('access-control-request-private-network') === 'true' && {
        'access-control-allow-private-network': 'true',
      }),
      'access-control-max-age': PREFLIGHT_KEPT,
    },
    body: '',
  };
}

const unknownPage: ErrorAnswer = {
  status: 403,
  shape: 'gateway',
  message: 'Pages of this origin may not call the simulator',
};

/** The answer for a page to read. Without it the browser keeps from the page that there was one. */
export function readableBy(page: string, answer: Answer): Answer {
  return {
    ...answer,
    headers: {
      ...answer.headers,
      'access-control-allow-origin': page,
      'access-control-expose-headers': EXPOSED,
    },
  };
}
