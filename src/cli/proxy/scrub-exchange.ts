import type { Exchange, HeaderMap } from '../../contract/exchange.ts';
import {
  type DeclaredCredentials,
  isCredentialCookie,
  isCredentialHeader,
} from '../../secrets/credential-names.ts';
import { credentialParts, redactBody, secretsByMark } from '../../secrets/exchange-redactor.ts';
import { credentialFinder, type FoundCredential } from '../../secrets/find-credentials.ts';
import { standsForNothing } from '../../secrets/key-like.ts';
import {
  type Known,
  knownSecrets,
  partsOfBody,
  partsOfHeader,
  partsOfText,
  partsOfUrl,
  withKnown,
} from '../../secrets/parts-to-strike.ts';
import { decodedParameter } from '../../secrets/redact-by-name.ts';
import { SHORTEST_SECRET, type StruckPart, strikeParts } from '../../secrets/strike-out.ts';

type Parts = readonly StruckPart[];

/** Exchanges with other credentials than these are forgotten: each is one more look at every text. */
const MOST_REMEMBERED = 8;

/**
 * Takes credentials out of exchanges, one after the other, by the rules of `scrub`, and leaves placeholders by kind. The value
 * of one is struck out wherever it stands and however it is spelled, in later exchanges too: a server may tell one client of
 * the key of another.
 *
 * @param declared what a description calls credentials
 */
export function exchangeScrubber(declared: DeclaredCredentials): <E extends Exchange>(exchange: E) => E {
  const find = credentialFinder(declared);
  /** By the secrets that they find; what was met last comes last. */
  const remembered = new Map<string, Known>();
  let known: Known = [];

  const learn = (secrets: ReadonlyMap<string, ReadonlySet<string>>): void => {
    const id = Array.from(secrets, ([mark, those]) => [mark, ...those].join('\n')).join('\n');
    if (id === '') return;
    const before = remembered.get(id);
    remembered.delete(id);
    remembered.set(id, before ?? knownSecrets(secrets));
    if (before !== undefined) return;
    const [oldest] = remembered.keys();
    if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    known = [...remembered.values()].flat();
  };
  const strike = (text: string, parts: Parts): string => strikeParts(text, withKnown(text, parts, known));

  const [sent, given] = [headerScrubber(declared, strike), headerScrubber(declared, strike)];
  /** Most exchanges have the credentials of the one before. */
  let last: readonly unknown[] = [];
  const learnFrom = (
    { request, response }: Exchange,
    found: readonly FoundCredential[],
    ofUrl: Parts,
  ): void => {
    const inHeaders = [sent.secretsIn(request.headers), given.secretsIn(response.headers)] as const;
    const sources = [found, ...inHeaders];
    if (ofUrl.length === 0 && sources.every((each, at) => each === last[at])) return;
    last = sources;
    const secrets = secretsByMark(found.filter(({ worthless }) => worthless !== 'public-name'));
    const inUrl = ofUrl.flatMap(({ start, end, mark }) =>
      spellingsOf(decodedParameter(mark), request.url.slice(start, end)),
    );
    for (const [mark, secret] of [...inHeaders.flat(), ...inUrl])
      secrets.set(mark, (secrets.get(mark) ?? new Set()).add(secret));
    learn(secrets);
  };
  return (exchange) => {
    const { request, response } = exchange;
    const ofUrl = partsOfUrl(request.url, declared);
    learnFrom(exchange, find(exchange), ofUrl);
    return {
      ...exchange,
      request: {
        ...request,
        url: strike(request.url, [...ofUrl, ...partsOfText(request.url)]),
        headers: sent.scrub(request.headers, known),
        body: redactBody(request.body, (text) => strike(text, partsOfBody(text, true))),
      },
      response: {
        ...response,
        headers: given.scrub(response.headers, known),
        body: redactBody(response.body, (text) => strike(text, partsOfBody(text, false))),
      },
    };
  };
}

type Secret = readonly [mark: string, secret: string];

/** As it stands there and decoded, if it is long enough to be told from a word. */
function spellingsOf(mark: string, secret: string): readonly Secret[] {
  return [...new Set([secret, decodedParameter(secret)])].flatMap((each) =>
    each.length < SHORTEST_SECRET || standsForNothing(each) ? [] : [[mark, each] as const],
  );
}

/** Equal headers are one map, which is looked through once. */
function headerScrubber(
  declared: DeclaredCredentials,
  strike: (text: string, parts: Parts) => string,
): { scrub(map: HeaderMap, known: Known): HeaderMap; secretsIn(map: HeaderMap): readonly Secret[] } {
  let seen: HeaderMap | undefined;
  let secrets: readonly Secret[] = [];
  let last: readonly [HeaderMap, Known] | undefined;
  let scrubbed: Record<string, readonly string[]> = {};
  return {
    secretsIn(map) {
      if (map !== seen)
        secrets = Object.entries(map).flatMap(([name, values]) =>
          values.flatMap((value) => secretsOfHeader(name, value, declared)),
        );
      seen = map;
      return secrets;
    },
    scrub(map, known) {
      if (last?.[0] === map && last[1] === known) return scrubbed;
      last = [map, known];
      scrubbed = Object.create(null);
      for (const [name, values] of Object.entries(map))
        scrubbed[strike(name, [])] = values.map((value) =>
          strike(value, partsOfHeader(name, value, declared)),
        );
      return scrubbed;
    },
  };
}

/** Of cookies only those of sessions: a language that is struck out wherever it stands would leave little of a body. */
function secretsOfHeader(name: string, value: string, declared: DeclaredCredentials): readonly Secret[] {
  if (name === 'cookie' || name === 'set-cookie')
    return (name === 'cookie' ? value.split(';') : value.split(';', 1)).flatMap((pair) => {
      const [called = '', session = ''] = pair.split(/=(.*)/s).map((part) => part.trim());
      return isCredentialCookie(called, declared) ? spellingsOf('<COOKIE>', session) : [];
    });
  if (!isCredentialHeader(name, declared)) return [];
  return partsOfHeader(name, value, declared).flatMap(({ mark }) =>
    credentialParts(value).flatMap((part) => spellingsOf(mark, part)),
  );
}
