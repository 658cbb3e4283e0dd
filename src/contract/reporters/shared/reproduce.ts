import { isCredentialHeader } from '../../../secrets/credential-names.ts';
import { REDACTED } from '../../../secrets/redact-by-name.ts';
import type { Contract, Operation } from '../../contract.ts';
import type { Finding } from '../../finding.ts';
import { declaredCredentials } from '../../judge/declared-credentials.ts';
import type { Evidence, HeaderLine } from './evidence.ts';

/**
 * The only origin that the reader's own key goes to: a recording may have been made anywhere, and a command that somebody
 * pastes must not send the key there. Compared up to the slash, for curl and WHATWG URLs disagree about `\\` and `@`.
 */
const KEY_ADDRESS = 'https://api.exa.ai/';
const KEY = '"$EXA_API_KEY"';

/** Of the headers that were sent, those that change the answer, as the documented ones do. */
const KEPT_HEADERS: ReadonlySet<string> = new Set(['accept', 'content-type']);

/** A `curl` that sends the request of a finding again; undefined where the finding is of no request. */
export function reproduce(
  finding: Finding,
  contract: Contract,
  evidence: Evidence | undefined,
): string | undefined {
  const { method, url, operationId } = finding;
  // Of one that names no host nobody knows where to send it.
  if (url === '' || /^\/(?!\/)/.test(url)) return undefined;
  const address = url.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, encodeSafely);
  const words = ['curl', '-sS', '-i'];
  if (/[[\]{}]/.test(address)) words.push('--globoff');
  if (/\/(?:\.|%2e){1,2}(?:[/?#]|$)/i.test(address)) words.push('--path-as-is');
  const body = method === 'HEAD' ? [] : bodyOf(evidence);
  // With a body curl would post, and after `-X HEAD` wait for one.
  if (method === 'HEAD') words.push('--head');
  else if (method !== 'GET' || body.length > 0) words.push('-X', shellQuote(method));
  words.push(shellQuote(address));
  const sent = evidence?.requestHeaders ?? [];
  const operation = contract.operations.find((candidate) => candidate.operationId === operationId);
  for (const header of credentialsOf(sent, operation?.security ?? [], url)) words.push('-H', header);
  for (const header of headersOf(sent, operation, contract)) words.push('-H', shellQuote(header));
  // Else curl would call it a form.
  if (body.length > 0 && !sent.some(([name]) => name === 'content-type')) words.push('-H', "'content-type:'");
  words.push(...body);
  return words.join(' ');
}

function bodyOf(evidence: Evidence | undefined): readonly string[] {
  if (evidence?.requestBody !== undefined) return ['--data-raw', shellQuote(evidence.requestBody)];
  return evidence?.requestBodyLeftOut === undefined ? [] : ['--data-binary', '@body-of-the-recording'];
}

/** As curl wants them: a header without a value would else be left out. */
function headersOf(
  sent: readonly HeaderLine[],
  operation: Operation | undefined,
  contract: Contract,
): readonly string[] {
  const documented = operation?.parameters.filter(({ in: place }) => place === 'header') ?? [];
  const kept = new Set([...KEPT_HEADERS, ...documented.map(({ name }) => name.toLowerCase())]);
  const declared = declaredCredentials(contract);
  return sent
    .filter(([name]) => kept.has(name) && !isCredentialHeader(name, declared))
    .map(([name, value]) => (value === '' ? `${name};` : `${name}: ${value}`));
}

type Security = Operation['security'];

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

/** Control, format and line-separating characters and lone surrogates: they can steer the terminal pasted into. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * One word for a POSIX shell, whatever the text holds: nothing in it is expanded or run. A text that can't be printed is
 * quoted as `$'…'` (bash, zsh, ksh), byte by byte where it must be.
 */
export function shellQuote(text: string): string {
  if (/^[\w@%+:,./-]+$/.test(text) && !text.startsWith('-')) return text;
  if (!UNPRINTABLE.test(text)) return `'${text.replaceAll("'", "'\\''")}'`;
  const escaped = [...text].map((character) => {
    if (character === "'" || character === '\\') return `\\${character}`;
    if (character === '\n') return '\\n';
    return UNPRINTABLE.test(character) ? octalBytes(character) : character;
  });
  return `$'${escaped.join('')}'`;
}

/** Three digits each: unlike `\x`, an octal escape can't swallow the characters after it. */
function octalBytes(character: string): string {
  return [...new TextEncoder().encode(character)]
    .map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
    .join('');
}
