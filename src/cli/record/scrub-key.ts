import type { Body, Exchange, HeaderMap } from '../../contract/exchange.ts';
import { NONE_DECLARED } from '../../contract/recording-support/credential-names.ts';
import { REDACTED } from '../../contract/recording-support/credentials.ts';
import { credentialFinder } from '../../contract/recording-support/find-credentials.ts';
import { replacerOf } from '../../contract/recording-support/replace-texts.ts';

/**
 * The exchange without the key in any place: a server may quote it in an error, a header or an address. And without what
 * looks like another key, such as a token that the server gave: `verify` would refuse the recording. Credentials that are
 * told by the name of their header are gone before this.
 */
export function scrubKey<E extends Exchange>(exchange: E, key: string): E {
  const scrubbed = withoutTexts(exchange, spellingsOf(key));
  const others = credentialFinder(NONE_DECLARED)(scrubbed).flatMap(({ spellings }) => spellings);
  return others.length === 0 ? scrubbed : withoutTexts(scrubbed, others.flatMap(spellingsOf));
}

function withoutTexts<E extends Exchange>(exchange: E, texts: readonly string[]): E {
  const text = replacerOf(texts, REDACTED);
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

/** As it is, as JSON and as a URL or a form write it, in base64, and as the bytes of a body are stored. */
function spellingsOf(key: string): readonly string[] {
  const inUrl = encodeURIComponent(key);
  const inJson = JSON.stringify(key).slice(1, -1);
  const hex = Buffer.from(key).toString('hex');
  const spellings = [
    key,
    inJson,
    inJson.replaceAll('/', '\\/'),
    inUrl,
    inUrl.replace(/%../g, (code) => code.toLowerCase()),
    inUrl.replaceAll('%20', '+'),
    hex,
    hex.toUpperCase(),
    ...(key.length < LEAST_TO_RECODE ? [] : [key.toUpperCase(), key.toLowerCase(), ...inBase64(key)]),
  ];
  return [...new Set(spellings)];
}

/** A shorter one might be a word, or a few letters that stand in any text. */
const LEAST_TO_RECODE = 8;

/**
 * Base64 writes three bytes as four characters, so that a key looks in three ways, by what stands before it (a user, as
 * Basic has it). The characters that a neighbour has a part in are left out.
 */
function inBase64(key: string): string[] {
  return [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(key)]);
    const start = before === 0 ? 0 : before + 1;
    const end = Math.floor((bytes.length * 8) / 6);
    const text = bytes.toString('base64').slice(start, end);
    return [text, text.replaceAll('+', '-').replaceAll('/', '_')];
  });
}
