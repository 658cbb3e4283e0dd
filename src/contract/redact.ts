import type { SecurityScheme } from './contract.ts';
import type { Exchange } from './exchange.ts';
import { isCredentialHeader, REDACTED, redactUrl } from './recording-support/credentials.ts';

/** Shorter values are words of the language more often than secrets, and would blank out half a report. */
const SHORTEST_SECRET = 6;

/**
 * Takes an exchange's own credentials out of a text, wherever the server or a URL repeated them: in whole, and each part of
 * an `Authorization` value.
 */
export function redactorOf(exchange: Exchange, schemes: readonly SecurityScheme[]): (text: string) => string {
  const { headers } = exchange.request;
  const named = new Set(schemes.map(({ name }) => name));
  const secrets = Object.entries(headers)
    .filter(([name]) => named.has(name) || isCredentialHeader(name))
    .flatMap(([, values]) => values)
    .flatMap((value) => [value, ...value.split(/[\s;=,]+/)])
    .filter((value) => value.length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length);
  return (text) => redactUrl(secrets.reduce((rest, secret) => rest.replaceAll(secret, REDACTED), text));
}
