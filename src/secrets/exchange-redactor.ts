import { type DeclaredCredentials, isCredentialHeader } from './credential-names.ts';
import { credentialFinder, type ExchangeTexts, type FoundCredential } from './find-credentials.ts';
import { isKeyLike, SCHEMES } from './key-like.ts';
import { placeholderOf } from './parts-to-strike.ts';
import {
  credentialParameters,
  decodedParameter,
  type HeaderValues,
  REDACTED,
  redactUrl,
} from './redact-by-name.ts';
import { createRedactor, SHORTEST_SECRET } from './strike-out.ts';

const SCHEME = new RegExp(`^(?:${SCHEMES})$`, 'i');
const BASIC = /^Basic +([\w+/=-]+)$/i;
const USER_OF_URL = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)@/i;

/** What recorders and people write where a secret was. */
const PLACEHOLDER = /^\W*redacted\W*$/i;

/** Members of an `Authorization` value and of a cookie that are words or addresses, which may stand anywhere. */
const PUBLIC_MEMBER =
  /^(?:realm|uri|qop|algorithm|charset|nc|userhash|signedheaders|path|domain|expires|samesite)$/i;

/**
 * What in the value of a header is a secret: what follows the scheme, the whole where there is no known one, each member's value; of Basic also what
 * it encodes, the user, and the password. Names of schemes and of members are none.
 */
export function credentialParts(value: string): readonly string[] {
  const words = value.split(/[\s;,]+/).filter((word) => !SCHEME.test(word));
  const members = words.flatMap((word) => {
    const [, name = '', member] = /^([\w.-]+)=([^=].*)$/s.exec(word) ?? [];
    if (member === undefined) return [word];
    return PUBLIC_MEMBER.test(name) ? [] : [member.replace(/^"|"$/g, '')];
  });
  const encoded = BASIC.exec(value.trim())?.[1];
  const basic = encoded === undefined ? '' : decodedBase64(encoded);
  const rest = value.replace(/^\S+\s+/, '');
  // That it was sent as `Bearer` is no secret, and worth seeing.
  const whole = SCHEME.test(value.split(/\s/, 1)[0] ?? '') && rest !== value ? [] : [value];
  return [...whole, rest, ...members, basic, ...basic.split(/:(.*)/s)];
}

/** What of found credentials is to be struck out wherever it stands, by the placeholder for it. */
export function secretsByMark(found: readonly FoundCredential[]): Map<string, Set<string>> {
  const secrets = new Map<string, Set<string>>();
  for (const { kind, name, spellings } of found) {
    for (const spelling of spellings) {
      const scheme = kind === 'header' ? (/^\S+(?= )/.exec(spelling)?.[0] ?? '') : kind;
      const mark = placeholderOf(`${scheme} ${name}`);
      const those = secrets.get(mark) ?? new Set();
      secrets.set(mark, those);
      for (const part of kind === 'header' ? credentialParts(spelling).filter(isKeyLike) : [spelling])
        those.add(part);
    }
  }
  return secrets;
}

/** Empty where it is none. */
function decodedBase64(text: string): string {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder().decode(Uint8Array.from(binary, (byte) => byte.charCodeAt(0)));
  } catch {
    return '';
  }
}

let last:
  | { exchange: ExchangeTexts; declared: DeclaredCredentials; redact: (text: string) => string }
  | undefined;

/**
 * Takes an exchange's own credentials, sent and given, out of a text, wherever and however the server or a URL repeated
 * them. A shorter value than six characters is left: it is a word more often than a secret.
 */
export function redactorOf(exchange: ExchangeTexts, declared: DeclaredCredentials): (text: string) => string {
  // One exchange may have a hundred findings.
  if (last?.exchange === exchange && last.declared === declared) return last.redact;
  const strikeOut = createRedactor(secretFinder(declared)(exchange), REDACTED);
  const redact = (text: string): string => redactUrl(strikeOut(text), declared);
  last = { exchange, declared, redact };
  return redact;
}

/**
 * Finds what exchanges hold in the places of credentials, and what looks like a key anywhere in them, one exchange after the
 * other.
 */
function secretFinder(declared: DeclaredCredentials): (exchange: ExchangeTexts) => readonly string[] {
  const find = credentialFinder(declared);
  const sent = credentialsIn(declared, credentialParts);
  // Of a cookie that is given only the value is a secret: its attributes are words.
  const given = credentialsIn(declared, (value) => [value, ...credentialParts(value.split(';', 1)[0] ?? '')]);
  return (exchange) => {
    const { request, response } = exchange;
    const user = USER_OF_URL.exec(request.url)?.[1] ?? '';
    const secrets = [
      ...sent(request.headers),
      ...given(response.headers),
      ...credentialParameters(request.url, declared).flatMap(([, ...values]) => values),
      ...[user, ...user.split(/:(.*)/s)].flatMap((part) => [part, decodedParameter(part)]),
      ...find(exchange).flatMap(({ spellings, worthless }) => (worthless === 'public-name' ? [] : spellings)),
    ];
    return [...new Set(secrets)].filter(
      (value) => value.length >= SHORTEST_SECRET && !PLACEHOLDER.test(value),
    );
  };
}

/** Equal headers are mostly one map: it is looked through once. */
function credentialsIn(
  declared: DeclaredCredentials,
  parts: (value: string) => readonly string[],
): (headers: HeaderValues) => readonly string[] {
  let last: HeaderValues | undefined;
  let found: readonly string[] = [];
  return (headers) => {
    if (headers === last) return found;
    last = headers;
    found = credentialValues(headers, declared).flatMap(parts);
    return found;
  };
}

function credentialValues(headers: HeaderValues, declared: DeclaredCredentials): readonly string[] {
  return Object.entries(headers)
    .filter(([name]) => isCredentialHeader(name, declared))
    .flatMap(([, values]) => values);
}

/** A body without what `redact` strikes out. Of bytes each is a character, so that a key is found among them. */
export function redactBody(
  body: string | Uint8Array | undefined,
  redact: (text: string) => string,
): string | Uint8Array | undefined {
  if (body === undefined) return body;
  if (typeof body === 'string') return redact(body);
  const text = Buffer.from(body.buffer, body.byteOffset, body.length).toString('latin1');
  const redacted = redact(text);
  return redacted === text ? body : Buffer.from(redacted, 'latin1');
}
