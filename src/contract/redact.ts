import type { Exchange, HeaderMap } from './exchange.ts';
import {
  credentialParameters,
  type DeclaredCredentials,
  isCredentialHeader,
  REDACTED,
  redactUrl,
} from './recording-support/credentials.ts';

/** Shorter values are words of the language more often than secrets, and would blank out half a report. */
const SHORTEST_SECRET = 6;

/**
 * Takes an exchange's own credentials, sent and given, out of a text, wherever the server or a URL repeated them: in whole,
 * and each part of an `Authorization` value.
 */
export function redactorOf(exchange: Exchange, declared: DeclaredCredentials): (text: string) => string {
  const { request, response } = exchange;
  const sent = credentialValues(request.headers, declared).flatMap((value) => [
    value,
    ...value.split(/[\s;=,]+/),
  ]);
  // A cookie's attributes are words that may stand anywhere: only its value is a secret.
  const given = credentialValues(response.headers, declared).flatMap((value) => [
    value,
    /^[^=;]*=([^;]*)/.exec(value)?.[1] ?? '',
  ]);
  const asked = credentialParameters(request.url, declared).flatMap(([, ...values]) => values);
  const secrets = [...sent, ...given, ...asked]
    .filter((value) => value.length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length);
  return (text) =>
    redactUrl(
      secrets.reduce((rest, secret) => rest.replaceAll(secret, REDACTED), text),
      declared,
    );
}

function credentialValues(headers: HeaderMap, declared: DeclaredCredentials): readonly string[] {
  return Object.entries(headers)
    .filter(([name]) => isCredentialHeader(name, declared))
    .flatMap(([, values]) => values);
}
