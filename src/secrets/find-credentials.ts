import {
  type DeclaredCredentials,
  isCredentialCookie,
  isCredentialHeader,
  isPublicHeader,
} from './credential-names.ts';
import { isKeyLike, isPasswordLike } from './key-like.ts';
import { keysInText } from './keys-in-text.ts';
import { credentialParameters, type HeaderValues } from './redact-by-name.ts';
import { endOfSignedLink, linkAround } from './signed-link.ts';

/** What of a request with its response can hold a credential; a body as text or as bytes. */
export interface ExchangeTexts {
  readonly request: {
    readonly url: string;
    readonly headers: HeaderValues;
    readonly body?: string | Uint8Array | undefined;
  };
  readonly response: {
    readonly headers: HeaderValues;
    readonly body?: string | Uint8Array | undefined;
  };
}

/** What looks like a real key in an exchange. */
export interface FoundCredential {
  readonly target: Target;
  readonly kind: 'header' | 'query' | 'cookie' | 'password' | 'url' | 'body';
  /** Of the header, parameter, cookie or member; else empty. */
  readonly name: string;
  /** The key as it stands there, and where that differs, decoded. Never to be told. */
  readonly spellings: readonly string[];
  /** Why it is worth nothing: its name is that of a public one, or it is of a link that has expired by its own date. */
  readonly worthless?: 'public-name' | 'expired-link';
}

type Target = 'request' | 'response';
type Found = readonly FoundCredential[];

const NONE: Found = [];
const USER = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)@/i;

/**
 * Looks through exchanges one after the other, for what looks like a real key: in the places that are made for them, by
 * name, and anywhere for what tells by its form that it is one.
 *
 * @param now milliseconds since the epoch: signed links that ended before are worth nothing. Default: none has ended
 */
export function credentialFinder(
  declared: DeclaredCredentials,
  now: number = Number.NEGATIVE_INFINITY,
): (exchange: ExchangeTexts) => Found {
  const inRequest = inHeaders('request', declared, now);
  const inResponse = inHeaders('response', declared, now);
  return ({ request, response }) => {
    let found = together(inRequest(request.headers), inResponse(response.headers));
    found = together(found, inUrl(request.url, declared, now));
    if (request.body !== undefined) found = together(found, inBody('request', request.body, now));
    return response.body === undefined ? found : together(found, inBody('response', response.body, now));
  };
}

function together(some: Found, others: Found): Found {
  if (others.length === 0) return some;
  return some.length === 0 ? others : [...some, ...others];
}

/** Readers give equal headers as one map: it is looked through once. */
function inHeaders(
  target: Target,
  declared: DeclaredCredentials,
  now: number,
): (headers: HeaderValues) => Found {
  let last: HeaderValues | undefined;
  let found = NONE;
  return (headers) => {
    if (headers === last) return found;
    last = headers;
    const all: FoundCredential[] = [];
    for (const name in headers) {
      for (const each of inHeader(target, name, headers[name] as readonly string[], declared, now))
        all.push(each);
    }
    found = all;
    return found;
  };
}

function inHeader(
  target: Target,
  name: string,
  values: readonly string[],
  declared: DeclaredCredentials,
  now: number,
): Found {
  if (name === 'cookie') return values.flatMap((value) => inCookies(target, value.split(';'), declared));
  if (name === 'set-cookie')
    return values.flatMap((value) => inCookies(target, value.split(';', 1), declared));
  const isMadeForOne = isCredentialHeader(name, declared);
  const isPublic = !isMadeForOne && isPublicHeader(name);
  const found: FoundCredential[] = [];
  for (const value of values) {
    const at = { target, kind: 'header', name } as const;
    if (isMadeForOne && isKeyLike(value)) found.push({ ...at, spellings: [value] });
    else if (isPublic && isKeyLike(value))
      found.push({ ...at, spellings: [value], worthless: 'public-name' });
    else
      for (const { name: member, spellings } of keysInText(value))
        found.push({ ...at, spellings, ...expiry(value, member, now) });
  }
  return found;
}

/** Every recorder keeps some cookies that are worth nothing: a key is what the name says is one, or a signed token. */
function inCookies(target: Target, pairs: readonly string[], declared: DeclaredCredentials): Found {
  return pairs.flatMap((pair): Found => {
    const [name = '', value = ''] = pair.split(/=(.*)/s).map((part) => part.trim());
    if (isCredentialCookie(name, declared) && isKeyLike(value))
      return [{ target, kind: 'cookie', name, spellings: [value] }];
    return keysInText(value).map(({ spellings }) => ({ target, kind: 'cookie', name, spellings }));
  });
}

function inUrl(url: string, declared: DeclaredCredentials, now: number): Found {
  const target = 'request';
  const found: FoundCredential[] = [];
  if (url.includes('@')) {
    const [user, password = user ?? ''] = (USER.exec(url)?.[1] ?? '').split(/:(.*)/s);
    if (isPasswordLike(password)) found.push({ target, kind: 'password', name: '', spellings: [password] });
  }
  const hasParameters = url.includes('?') || url.includes('#');
  if (hasParameters) {
    for (const [name, ...spellings] of credentialParameters(url, declared)) {
      if (spellings.some(isKeyLike))
        found.push({ target, kind: 'query', name, spellings, ...expiry(url, name, now) });
    }
  }
  // Where a key that tells by its form stands in a parameter of another name. In a path it is a signed token, if any: to
  // look for the others in each path would be dear.
  if (found.length > 0 || !(hasParameters || url.includes('.eyJ'))) return found;
  return keysInText(url).map(({ spellings }) => ({ target, kind: 'url', name: '', spellings }));
}

/** Of a key that is part of a signed link; other parameters of the link may be good for longer. */
function expiry(link: string, name: string | undefined, now: number): Pick<FoundCredential, 'worthless'> {
  const isOfSignature = name !== undefined && /^(?:x-(?:amz|goog)-.+|sig|signature)$/i.test(name);
  return isOfSignature && endOfSignedLink(link) < now ? { worthless: 'expired-link' } : {};
}

function inBody(target: Target, body: string | Uint8Array, now: number): Found {
  const text =
    typeof body === 'string'
      ? body
      : Buffer.from(body.buffer, body.byteOffset, body.length).toString('latin1');
  const found = keysInText(text, { addresses: target === 'request' });
  if (found.length === 0) return NONE;
  return found.map(({ name = '', spellings }) => ({
    target,
    kind: 'body',
    name,
    spellings,
    ...(isMeantForAll(name, spellings)
      ? { worthless: 'public-name' as const }
      : expiryIn(text, name, spellings, now)),
  }));
}

/**
 * What a page hands to every browser that opens it. Source: docs.datadoghq.com, "Client tokens": they begin with `pub`, and may
 * only send.
 */
function isMeantForAll(name: string, spellings: readonly string[]): boolean {
  return /client_?token$/i.test(name) && spellings.every((spelling) => /^pub[\da-f]{32}$/.test(spelling));
}

/** Of a key in a body, by the link around it. */
function expiryIn(
  text: string,
  name: string,
  [spelling = '']: readonly string[],
  now: number,
): Pick<FoundCredential, 'worthless'> {
  const at = text.indexOf(spelling);
  return at < 0 || now === Number.NEGATIVE_INFINITY ? {} : expiry(linkAround(text, at).link, name, now);
}
