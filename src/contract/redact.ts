import type { Exchange, HeaderMap } from './exchange.ts';
import type { DeclaredCredentials } from './recording-support/credential-names.ts';
import { isCredentialHeader } from './recording-support/credential-names.ts';
import { credentialParameters, REDACTED, redactUrl } from './recording-support/credentials.ts';
import { credentialFinder } from './recording-support/find-credentials.ts';

/** Shorter values are words of the language more often than secrets, and would blank out half a report. */
const SHORTEST_SECRET = 6;

let last: { exchange: Exchange; declared: DeclaredCredentials; redact: (text: string) => string } | undefined;

/**
 * Takes an exchange's own credentials, sent and given, out of a text, wherever the server or a URL repeated them: in whole,
 * each part of an `Authorization` value, and the beginning where a text was cut.
 */
export function redactorOf(exchange: Exchange, declared: DeclaredCredentials): (text: string) => string {
  // One exchange may have a hundred findings.
  if (last?.exchange === exchange && last.declared === declared) return last.redact;
  const secrets = secretsOf(exchange, declared);
  const redact = (text: string): string => {
    const whole = secrets.reduce((rest, secret) => rest.replaceAll(secret, REDACTED), text);
    return redactUrl(whole.includes('…') ? withoutCut(whole, secrets) : whole, declared);
  };
  last = { exchange, declared, redact };
  return redact;
}

/** The longest first, for one may be part of another. */
function secretsOf(exchange: Exchange, declared: DeclaredCredentials): readonly string[] {
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
  const found = credentialFinder(declared)(exchange).flatMap(({ spellings }) => spellings);
  return [...new Set([...sent, ...given, ...asked, ...found])]
    .filter((value) => value.length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length);
}

/** A value that was cut ends in an ellipsis: half a secret is one, too. */
function withoutCut(text: string, secrets: readonly string[]): string {
  return text
    .split('…')
    .map((part, at, parts) => {
      if (at === parts.length - 1) return part;
      const length = Math.max(0, ...secrets.map((secret) => overlap(part, secret)));
      return length < SHORTEST_SECRET ? part : part.slice(0, part.length - length) + REDACTED;
    })
    .join('…');
}

/** How many characters at the end of the text are the beginning of the secret. */
function overlap(text: string, secret: string): number {
  for (let length = Math.min(text.length, secret.length - 1); length >= SHORTEST_SECRET; length -= 1) {
    if (text.endsWith(secret.slice(0, length))) return length;
  }
  return 0;
}

function credentialValues(headers: HeaderMap, declared: DeclaredCredentials): readonly string[] {
  return Object.entries(headers)
    .filter(([name]) => isCredentialHeader(name, declared))
    .flatMap(([, values]) => values);
}
