import type { Body, Exchange, HeaderMap } from '../../contract/exchange.ts';
import {
  type DeclaredCredentials,
  isCredentialCookie,
  isCredentialMember,
} from '../../secrets/credential-names.ts';
import { secretFinder } from '../../secrets/exchange-redactor.ts';
import { decodedParameter, REDACTED, redactHeaders, redactUrl } from '../../secrets/redact-by-name.ts';
import { createRedactor, SHORTEST_SECRET } from '../../secrets/strike-out.ts';

/** Exchanges with other credentials than these are forgotten: each is one more look at every text. */
const MOST_REMEMBERED = 8;

/**
 * Takes credentials out of exchanges, one after the other, and leaves placeholders: by the names of headers, parameters,
 * cookies and members, and by what looks like a key. The value of one is struck out wherever it stands and however it is
 * spelled, in later exchanges too: a server may tell one client of the key of another.
 *
 * @param declared what a description calls credentials
 */
export function exchangeScrubber(declared: DeclaredCredentials): <E extends Exchange>(exchange: E) => E {
  const find = secretFinder(declared);
  /** By the secrets that they strike out; what was met last comes last. */
  const remembered = new Map<string, (text: string) => string>();
  let strikeOut = (text: string): string => text;

  const learn = (secrets: readonly string[]): void => {
    if (secrets.length === 0) return;
    const known = secrets.join('\n');
    const isNew = !remembered.has(known);
    const redact = remembered.get(known) ?? createRedactor(secrets, REDACTED);
    remembered.delete(known);
    remembered.set(known, redact);
    if (!isNew) return;
    const [oldest] = remembered.keys();
    if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    const all = [...remembered.values()];
    strikeOut = (text) => all.reduce((left, each) => each(left), text);
  };

  const sentHeaders = scrubbedHeaders(declared);
  const givenHeaders = scrubbedHeaders(declared);
  return (exchange) => {
    const { request, response } = exchange;
    const [sent, given] = [withoutCookies(request.headers), withoutCookies(response.headers)];
    const texts = { request: { ...request, headers: sent }, response: { ...response, headers: given } };
    const sessions = [
      ...(request.headers['cookie'] ?? []).flatMap((value) => value.split(';')),
      ...(response.headers['set-cookie'] ?? []),
    ].flatMap((cookie) => sessionIn(cookie, declared));
    learn([...find(texts), ...sessions]);
    return {
      ...exchange,
      request: {
        ...request,
        url: strikeOut(redactUrl(request.url, declared)),
        headers: sentHeaders(request.headers, strikeOut),
        body: scrubBody(request.body, (text) => strikeOut(redactMembers(text))),
      },
      response: {
        ...response,
        headers: givenHeaders(response.headers, strikeOut),
        body: scrubBody(response.body, strikeOut),
      },
    };
  };
}

/** Equal headers are one map, which is scrubbed once. */
function scrubbedHeaders(
  declared: DeclaredCredentials,
): (map: HeaderMap, strikeOut: (text: string) => string) => HeaderMap {
  let last: readonly [HeaderMap, (text: string) => string] | undefined;
  let scrubbed: Record<string, readonly string[]> = {};
  return (map, strikeOut) => {
    if (last?.[0] === map && last[1] === strikeOut) return scrubbed;
    last = [map, strikeOut];
    scrubbed = Object.create(null);
    for (const [name, values] of Object.entries(redactHeaders(withoutCookies(map), declared)))
      scrubbed[strikeOut(name)] = values.map((value) => strikeOut(redactUrl(value, declared)));
    for (const name of ['cookie', 'set-cookie'] as const)
      if (map[name] !== undefined) scrubbed[name] = map[name].map((value) => redactCookies(name, value));
    return scrubbed;
  };
}

/** Theirs are mostly no secrets: a language that is struck out wherever it stands would leave little of a body. */
function withoutCookies(map: HeaderMap): HeaderMap {
  if (map['cookie'] === undefined && map['set-cookie'] === undefined) return map;
  const { cookie: _, 'set-cookie': __, ...others } = map;
  return others;
}

/** The value of a cookie, where its name is that of a session. */
function sessionIn(cookie: string, declared: DeclaredCredentials): readonly string[] {
  const [, name = '', value = ''] = /^\s*([^=;]*)=([^;]*)/.exec(cookie) ?? [];
  const secret = value.trim();
  return secret.length >= SHORTEST_SECRET && isCredentialCookie(name.trim(), declared)
    ? [...new Set([secret, decodedParameter(secret)])]
    : [];
}

/** Names and attributes stay. */
function redactCookies(name: 'cookie' | 'set-cookie', value: string): string {
  const pattern = name === 'cookie' ? /(^|;)(\s*[^=;]+)=[^;]*/g : /^()([^=;]+)=[^;]*/;
  const isPair = /^[^;]*=/.test(value);
  return isPair ? value.replace(pattern, `$1$2=${REDACTED}`) : REDACTED;
}

/** Members of JSON and fields of forms, by name: a password need not look like a key. */
function redactMembers(text: string): string {
  return text
    .replace(
      /("((?:[^"\\]|\\.){1,64})"\s{0,8}:\s{0,8}")(?:[^"\\]|\\.)+(?=")/gs,
      (whole, start: string, name: string) => (isCredentialMember(name) ? start + REDACTED : whole),
    )
    .replace(/(^|&)([\w.%[\]-]{1,64})=[^&\s"'<>{},;]+/g, (whole, start: string, name: string) =>
      isCredentialMember(decodedParameter(name)) ? `${start}${name}=${encodeURIComponent(REDACTED)}` : whole,
    );
}

/** Of bytes each is a character, so that a key is found among them. */
function scrubBody(body: Body, scrub: (text: string) => string): Body {
  if (body === undefined || typeof body === 'string') return body === undefined ? body : scrub(body);
  const text = Buffer.from(body.buffer, body.byteOffset, body.length).toString('latin1');
  const scrubbed = scrub(text);
  return scrubbed === text ? body : Buffer.from(scrubbed, 'latin1');
}
