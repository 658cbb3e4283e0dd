import type { Exchange, HeaderMap } from '../exchange.ts';
import { credentialParameters, type DeclaredCredentials, isCredentialHeader } from './credentials.ts';
import { isKeyLike } from './key-like.ts';

/** What looks like a real key in an exchange. */
export interface FoundCredential {
  readonly target: 'request' | 'response';
  readonly kind: 'header' | 'query' | 'cookie';
  readonly name: string;
  /** The key as it stands there, and where that differs, decoded. Never to be told. */
  readonly spellings: readonly string[];
}

const NONE: readonly FoundCredential[] = [];

/** Looks through exchanges one after the other, for keys in the places that are made for them. */
export function credentialFinder(
  declared: DeclaredCredentials,
): (exchange: Exchange) => readonly FoundCredential[] {
  const inRequest = inHeaders('request', declared);

  return ({ request }) => {
    const found = inRequest(request.headers);
    return request.url.includes('?') ? together(found, inQuery(request.url, declared)) : found;
  };
}

function together(
  some: readonly FoundCredential[],
  others: readonly FoundCredential[],
): readonly FoundCredential[] {
  return others.length === 0 ? some : [...some, ...others];
}

/** Readers give equal headers as one map: it is looked through once. */
function inHeaders(
  target: FoundCredential['target'],
  declared: DeclaredCredentials,
): (headers: HeaderMap) => readonly FoundCredential[] {
  let last: HeaderMap | undefined;
  let found = NONE;
  return (headers) => {
    if (headers === last) return found;
    last = headers;
    const all = Object.entries(headers).flatMap(([name, values]) => inHeader(target, name, values, declared));
    found = all.length === 0 ? NONE : all;
    return found;
  };
}

function inHeader(
  target: FoundCredential['target'],
  name: string,
  values: readonly string[],
  declared: DeclaredCredentials,
): readonly FoundCredential[] {
  if (name === 'cookie')
    return values.flatMap((value) => value.split(';')).flatMap((pair) => inCookie(target, pair, declared));
  if (!isCredentialHeader(name, declared) || name.includes('cookie')) return NONE;
  const spellings = values.filter(isKeyLike);
  return spellings.length === 0 ? NONE : [{ target, kind: 'header', name, spellings }];
}

/** Every recorder keeps some cookies that are worth nothing: only what is declared to be a key is one. */
function inCookie(
  target: FoundCredential['target'],
  pair: string,
  declared: DeclaredCredentials,
): readonly FoundCredential[] {
  const [name = '', value = ''] = pair.split(/=(.*)/s).map((part) => part.trim());
  const isOne = declared.cookie.has(name) && isKeyLike(value);
  return isOne ? [{ target, kind: 'cookie', name, spellings: [value] }] : NONE;
}

function inQuery(url: string, declared: DeclaredCredentials): readonly FoundCredential[] {
  return credentialParameters(url, declared)
    .filter(([, ...spellings]) => spellings.some(isKeyLike))
    .map(([name, ...spellings]) => ({ target: 'request', kind: 'query', name, spellings }));
}
