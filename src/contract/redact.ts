import type { SecurityScheme } from './contract.ts';
import type { Exchange } from './exchange.ts';
import { isCredentialHeader, REDACTED, redactUrl } from './recording-support/credentials.ts';

/** Shorter values are words of the language more often than secrets, and would blank out half a report. */
const SHORTEST_SECRET = 6;

/**
 * Takes an exchange's own credentials, sent and given, out of a text, wherever the server or a URL repeated them: in whole,
 * and each part of an `Authorization` value.
 */
export function redactorOf(exchange: Exchange, schemes: readonly SecurityScheme[]): (text: string) => string {
  const named = new Set(schemes.map(({ name }) => name));
  const sent = Object.entries(exchange.request.headers)
    .filter(([name]) => named.has(name) || isCredentialHeader(name))
    .flatMap(([, values]) => values)
    .flatMap((value) => [value, ...value.split(/[\s;=,]+/)]);
  // A cookie's attributes are words that may stand anywhere: only its value is a secret.
  const given = Object.entries(exchange.response.headers)
    .filter(([name]) => isCredentialHeader(name))
    .flatMap(([, values]) => values)
    .flatMap((value) => [value, /^[^=;]*=([^;]*)/.exec(value)?.[1] ?? '']);
  const secrets = [...sent, ...given]
    .filter((value) => value.length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length);
  return (text) => redactUrl(secrets.reduce((rest, secret) => rest.replaceAll(secret, REDACTED), text));
}
