import type { Contract } from '../contract.ts';
import type { Finding } from '../finding.ts';
import { REDACTED } from '../recording-support/credentials.ts';
import type { Evidence, HeaderLine } from './evidence.ts';
import { shellQuote } from './shell-quote.ts';

/**
 * The only origin that the reader's own key goes to: a recording may have been made anywhere, and a command that somebody
 * pastes must not send the key there. Compared up to the slash, for curl and WHATWG URLs disagree about `\\` and `@`.
 */
const KEY_ADDRESS = 'https://api.exa.ai/';
const KEY = '"$EXA_API_KEY"';

/** Of the headers that were sent, those that change the answer. */
const KEPT_HEADERS: ReadonlySet<string> = new Set(['accept', 'content-type']);

/** A `curl` that sends the request of a finding again; undefined where the finding is of no request. */
export function reproduce(
  finding: Finding,
  contract: Contract,
  evidence: Evidence | undefined,
): string | undefined {
  const { method, url, operationId } = finding;
  if (url === '') return undefined;
  const address = url.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, encodeSafely);
  const words = ['curl', '-sS', '-i'];
  if (/[[\]{}]/.test(address)) words.push('--globoff');
  if (/\/(?:\.|%2e){1,2}(?:[/?#]|$)/i.test(address)) words.push('--path-as-is');
  if (method !== 'GET') words.push('-X', shellQuote(method));
  words.push(shellQuote(address));
  const sent = evidence?.requestHeaders ?? [];
  const operation = contract.operations.find((candidate) => candidate.operationId === operationId);
  for (const header of credentialsOf(sent, operation?.security ?? [], url)) words.push('-H', header);
  for (const [name, value] of sent) {
    if (KEPT_HEADERS.has(name)) words.push('-H', shellQuote(`${name}: ${value}`));
  }
  if (evidence?.requestBody !== undefined) words.push('--data-raw', shellQuote(evidence.requestBody));
  if (evidence?.requestBodyLeftOut !== undefined) words.push('--data-binary', '@body-of-the-recording');
  return words.join(' ');
}

type Security = Contract['operations'][number]['security'];

/** The headers that the description asks for; the ones that were sent where the recording tells. */
function credentialsOf(sent: readonly HeaderLine[], security: Security, url: string): string[] {
  const wasSent = (name: string): boolean => sent.some(([other]) => other === name);
  const chosen = security.find((schemes) => schemes.every(({ name }) => wasSent(name))) ?? security[0] ?? [];
  return chosen
    .filter((scheme) => scheme.in === 'header')
    .map(({ name, prefix }) => {
      const start = `${name}: ${prefix === null ? '' : `${prefix.replace(/^./, (c) => c.toUpperCase())} `}`;
      return url.startsWith(KEY_ADDRESS) ? `${shellQuote(start)}${KEY}` : shellQuote(`${start}${REDACTED}`);
    });
}

function encodeSafely(character: string): string {
  return encodeURIComponent(/\p{Cs}/u.test(character) ? '\uFFFD' : character);
}
