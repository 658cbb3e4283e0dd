import type { Body, Exchange, HeaderMap } from '../../contract/exchange.ts';
import { REDACTED } from '../../contract/recording-support/credentials.ts';

/**
 * The exchange without the key in any place: a server may quote it in an error, a header or an address. Credentials that
 * are told by the name of their header are gone before this.
 */
export function scrubKey<E extends Exchange>(exchange: E, key: string): E {
  const spellings = spellingsOf(key);
  const text = (value: string): string =>
    spellings.reduce((result, spelling) => result.replaceAll(spelling, REDACTED), value);
  const body = (value: Body): Body => {
    if (value === undefined || typeof value === 'string') return value === undefined ? value : text(value);
    return Buffer.from(text(Buffer.from(value).toString('latin1')), 'latin1');
  };
  const headers = (map: HeaderMap): HeaderMap => {
    const scrubbed: Record<string, readonly string[]> = Object.create(null);
    for (const [name, values] of Object.entries(map)) scrubbed[text(name)] = values.map(text);
    return scrubbed;
  };
  const { request, response } = exchange;
  return {
    ...exchange,
    request: {
      ...request,
      url: text(request.url),
      headers: headers(request.headers),
      body: body(request.body),
    },
    response: { ...response, headers: headers(response.headers), body: body(response.body) },
  };
}

/** Whether a text that is about to be written holds the key all the same. */
export function holdsKey(text: string, key: string): boolean {
  return spellingsOf(key).some((spelling) => text.includes(spelling));
}

/** As it is, as JSON and as a URL write it, and as the bytes of a body are stored. */
function spellingsOf(key: string): readonly string[] {
  const spellings = [
    key,
    JSON.stringify(key).slice(1, -1),
    encodeURIComponent(key),
    Buffer.from(key).toString('hex'),
  ];
  return [...new Set(spellings)];
}
