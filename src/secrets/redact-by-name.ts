import {
  type DeclaredCredentials,
  isCredentialHeader,
  isCredentialParameter,
  NONE_DECLARED,
} from './credential-names.ts';
import { SCHEMES } from './key-like.ts';

/** Lower-case names of headers to their values. */
export type HeaderValues = Readonly<Record<string, readonly string[]>>;

/** Stands where the value of a credential was: that one was sent is a fact to judge, its value is not. */
export const REDACTED = '<redacted>';

/** Of a query, or of a fragment, which is where tokens are handed over. */
const PARAMETER = /([?&#])([^=&#?]*)=([^&#]*)/g;

/** What follows the name of a scheme in the header is the secret. */
const SCHEME = new RegExp(String.raw`^(?:${SCHEMES})(?= +\S)`, 'i');

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
export function redactHeaders(
  headers: HeaderValues,
  declared: DeclaredCredentials = NONE_DECLARED,
): HeaderValues {
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
    isCredentialParameter(decodedParameter(name), declared) ? `${before}${name}=redacted` : pair,
  );
}

/** The values of the URL's query parameters that are keys, each as it stands and decoded; with their names. */
export function credentialParameters(
  url: string,
  declared: DeclaredCredentials = NONE_DECLARED,
): (readonly [name: string, ...values: string[]])[] {
  return Array.from(url.matchAll(PARAMETER)).flatMap(([, , name = '', value = '']) =>
    isCredentialParameter(decodedParameter(name), declared)
      ? [[decodedParameter(name), value, decodedParameter(value)] as const]
      : [],
  );
}

/** As a query writes text: a plus is a space. Text whose percent-encoding is broken stays as it is. */
export function decodedParameter(text: string): string {
  if (!/[%+]/.test(text)) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
