import type { SecurityScheme } from './contract.ts';
import type { Exchange } from './exchange.ts';

const REDACTED = '<redacted>';
const CREDENTIAL_HEADERS = ['authorization', 'proxy-authorization', 'x-api-key', 'cookie'];
const CREDENTIAL_QUERY = /([?&](?:[^=&#]*(?:api[-_]?key|token|secret|password|signature)[^=&#]*)=)[^&#]*/gi;

/** Shorter values are words of the language more often than secrets, and would blank out half a report. */
const SHORTEST_SECRET = 6;

/**
 * Takes an exchange's own credentials out of a text, wherever the server or a URL repeated them: in whole, and each part of
 * an `Authorization` value.
 */
export function redactorOf(exchange: Exchange, schemes: readonly SecurityScheme[]): (text: string) => string {
  const { headers } = exchange.request;
  const names = new Set([
    ...CREDENTIAL_HEADERS,
    ...schemes.filter((s) => s.in === 'header').map((s) => s.name),
  ]);
  const secrets = [...names]
    .flatMap((name) => headers[name] ?? [])
    .flatMap((value) => [value, ...value.split(/[\s;=,]+/)])
    .filter((value) => value.length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length);
  return (text) =>
    secrets
      .reduce((rest, secret) => rest.replaceAll(secret, REDACTED), text)
      .replace(CREDENTIAL_QUERY, `$1${REDACTED}`)
      .replace(/^([a-z][a-z\d+.-]*:\/\/)[^/?#@]*@/i, `$1${REDACTED}@`);
}
