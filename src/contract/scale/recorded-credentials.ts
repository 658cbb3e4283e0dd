import type { Exchange, HeaderMap } from '../exchange.ts';
import type { Finding } from '../finding.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { isCredentialHeader, redactUrl } from '../recording-support/credentials.ts';
import { isKeyLike } from '../recording-support/key-like.ts';
import { redactorOf } from '../redact.ts';

const NONE: readonly string[] = [];

/**
 * Finds what looks like a real key in requests on disk: in headers that carry credentials, and in the address. Cookies are
 * not looked at, for every recorder keeps some that are worth nothing. No value is ever told.
 */
export function recordedCredentials(): (exchange: Exchange) => readonly Finding[] {
  // Readers give equal headers as one map: it is looked through once.
  let last: HeaderMap | undefined;
  let places: readonly string[] = NONE;
  return (exchange) => {
    const { url, headers } = exchange.request;
    if (headers !== last) {
      last = headers;
      places = headerPlaces(headers);
    }
    const query = url.includes('?') || url.includes('@') ? queryPlaces(url) : NONE;
    if (places.length === 0 && query.length === 0) return [];
    return [...places, ...query].map((place) => credentialFinding(exchange, place));
  };
}

function headerPlaces(headers: HeaderMap): readonly string[] {
  const names = Object.keys(headers).filter(
    (name) => isCredentialHeader(name) && !name.includes('cookie') && headers[name]?.some(isKeyLike),
  );
  return names.length === 0 ? NONE : names.map((name) => `header:${name}`);
}

/** Parameters whose value would be redacted in a report, and is not yet. */
function queryPlaces(url: string): readonly string[] {
  const redacted = redactUrl(url);
  if (redacted === url || !URL.canParse(url)) return NONE;
  const { searchParams } = new URL(url);
  const kept = new URL(redacted).searchParams;
  return [...new Set(searchParams.keys())]
    .filter((name) => kept.get(name) !== searchParams.get(name) && searchParams.getAll(name).some(isKeyLike))
    .map((name) => `query:${name}`);
}

function credentialFinding(exchange: Exchange, place: string): Finding {
  const { request, response, recording } = exchange;
  const check = 'recorded-credential';
  const redact = redactorOf(exchange, []);
  const [kind, name] = place.split(/:(.*)/s);
  return {
    check,
    severity: 'error',
    message: `The ${kind === 'header' ? 'header' : 'query parameter'} ${redact(name ?? '')} of the recorded request holds what looks like a real key: take it out of the file, and revoke it where others have the file.`,
    method: request.method,
    url: redact(request.url),
    status: response.status,
    target: 'request',
    dataPath: redact(place),
    received: 'what looks like a real key',
    documented: 'nothing, or a placeholder such as <redacted>',
    recording,
    // One kind for each header, whatever was called with it.
    fingerprint: fingerprintOf({
      check,
      operationId: place,
      method: '',
      path: '',
      status: 0,
      target: 'request',
      dataPath: undefined,
      pointer: undefined,
      message: '',
    }),
  };
}
