import type { HeaderMap } from '../exchange.ts';

/** Stands where the value of a credential was: that one was sent is a fact to judge, its value is not. */
export const REDACTED = '<redacted>';

/** A challenge (`www-authenticate`) is no credential, nor is a count of tokens. */
const CREDENTIAL_NAME = /auth(?!enticate)|cookie|secret|session|token(?!s)|api-?key|access-?key|passw/;

/** Whole names, for `pageToken` or `sort_key` are none. */
const CREDENTIAL_PARAMETER =
  /([?&](?:(?:api|access)[-_]?key|key|(?:access|auth)?[-_]?token|auth|(?:client[-_]?)?secret|password|sig(?:nature)?)=)[^&#]*/gi;

/** Schemes whose name is published; what follows one of them in the header is the secret. */
const SCHEME = /^(?:Basic|Bearer|Digest|DPoP|Negotiate)(?= +\S)/i;

/** Whether a header, named in lower case, is one that could carry a key, a token or a session. */
export function isCredentialHeader(name: string): boolean {
  return CREDENTIAL_NAME.test(name);
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
export function redactHeaders(headers: HeaderMap): HeaderMap {
  const redacted: Record<string, readonly string[]> = Object.create(null);
  for (const [name, values] of Object.entries(headers)) {
    redacted[name] = isCredentialHeader(name) ? values.map(redactCredential) : values;
  }
  return redacted;
}

/** The URL without user and password, and without the values of query parameters that are keys; else as it was. */
export function redactUrl(url: string): string {
  const anonymous = url.replace(/^([a-z][a-z\d+.-]*:\/\/)[^/?#]*@/i, '$1');
  return anonymous.replace(CREDENTIAL_PARAMETER, '$1redacted');
}
