import type { HeaderMap } from '../exchange.ts';

/** Names under which a description says that credentials travel: of headers in lower case, others as they are. */
export interface DeclaredCredentials {
  readonly header: ReadonlySet<string>;
  readonly query: ReadonlySet<string>;
  readonly cookie: ReadonlySet<string>;
}

export const NONE_DECLARED: DeclaredCredentials = { header: new Set(), query: new Set(), cookie: new Set() };

/** Stands where the value of a credential was: that one was sent is a fact to judge, its value is not. */
export const REDACTED = '<redacted>';

/** A challenge (`www-authenticate`) is no credential, nor is a count of tokens. */
const CREDENTIAL_NAME = /auth(?!enticate)|cookie|secret|session|token(?!s)|api-?key|access-?key|passw/;

/** Whole names, for `pageToken` or `sort_key` are none. */
const CREDENTIAL_PARAMETER =
  /^(?:(?:api|access)[-_]?key|key|(?:access|auth)?[-_]?token|auth|(?:client[-_]?)?secret|password|sig(?:nature)?)$/i;

const PARAMETER = /([?&])([^=&#?]*)=([^&#]*)/g;

/** Schemes whose name is published; what follows one of them in the header is the secret. */
const SCHEME = /^(?:Basic|Bearer|Digest|DPoP|Negotiate)(?= +\S)/i;

/** Whether a header, named in lower case, is one that could carry a key, a token or a session. */
export function isCredentialHeader(name: string, declared: DeclaredCredentials = NONE_DECLARED): boolean {
  return declared.header.has(name) || CREDENTIAL_NAME.test(name);
}

/** Whether a query parameter, named as the URL writes it, is one that could. */
export function isCredentialParameter(name: string, declared: DeclaredCredentials = NONE_DECLARED): boolean {
  const plain = decoded(name);
  return declared.query.has(plain) || CREDENTIAL_PARAMETER.test(plain);
}

/**
 * What may be kept of a credential: the scheme, and whether there was a value at all, for an empty key is a fault
 * worth seeing.
 */
export function redactCredential(value: string): string {
  if (value.trim() === '') return '';
  const scheme = SCHEME.exec(value)?.[0];
  return scheme === undefined ? REDACTED : `${scheme} ${REDACTED}`;
}

/** All headers, the values of credentials redacted. */
export function redactHeaders(headers: HeaderMap, declared: DeclaredCredentials = NONE_DECLARED): HeaderMap {
  const redacted: Record<string, readonly string[]> = Object.create(null);
  for (const [name, values] of Object.entries(headers)) {
    redacted[name] = isCredentialHeader(name, declared) ? values.map(redactCredential) : values;
  }
  return redacted;
}

/** The URL without user and password, and without the values of query parameters that are keys; else as it was. */
export function redactUrl(url: string, declared: DeclaredCredentials = NONE_DECLARED): string {
  const anonymous = url.replace(/^([a-z][a-z\d+.-]*:\/\/)[^/?#]*@/i, '$1');
  return anonymous.replace(PARAMETER, (pair, before: string, name: string) =>
    isCredentialParameter(name, declared) ? `${before}${name}=redacted` : pair,
  );
}

/** The values of the URL's query parameters that are keys, each as it stands and decoded; with their names. */
export function credentialParameters(
  url: string,
  declared: DeclaredCredentials = NONE_DECLARED,
): (readonly [name: string, ...values: string[]])[] {
  return Array.from(url.matchAll(PARAMETER)).flatMap(([, , name = '', value = '']) =>
    isCredentialParameter(name, declared) ? [[decoded(name), value, decoded(value)] as const] : [],
  );
}

/** As a query writes text: a plus is a space. Text whose percent-encoding is broken stays as it is. */
function decoded(text: string): string {
  if (!/[%+]/.test(text)) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
