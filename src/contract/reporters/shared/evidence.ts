import type { DeclaredCredentials } from '../../../secrets/credential-names.ts';
import { redactorOf } from '../../../secrets/exchange-redactor.ts';
import { redactHeaders } from '../../../secrets/redact-by-name.ts';
import type { Contract } from '../../contract.ts';
import type { Body, Exchange, HeaderMap } from '../../exchange.ts';
import type { Finding } from '../../finding.ts';
import { allDeclaredCredentials } from '../../judge/declared-credentials.ts';
import { type Excerpt, excerptOf } from './body-excerpt.ts';

/** What an exchange looked like, as much of it as a report shows; credentials redacted. Plain data. */
export interface Evidence {
  readonly requestHeaders: readonly HeaderLine[];
  /** The whole body, where it is a short text. */
  readonly requestBody?: string;
  /** Size of a request's body that is not shown, in characters or bytes. */
  readonly requestBodyLeftOut?: number;
  readonly responseHeaders: readonly HeaderLine[];
  readonly responseBody?: Excerpt;
}

export type HeaderLine = readonly [name: string, value: string];

export interface EvidenceCollector {
  add(exchange: Exchange, findings: readonly Finding[]): void;
  result(): ReadonlyMap<string, Evidence>;
}

/** More kinds of findings than this nobody reads, and memory stays bounded however many exchanges differ. */
const MOST_KEPT = 500;
const LONGEST_REQUEST_BODY = 2_000;
/** Ten times what exchanges have: each of the kept would repeat them. */
const MOST_HEADERS = 200;

/** Keeps the exchange of the first of equal findings, by fingerprint. */
export function collectEvidence(contracts: Contract | readonly Contract[]): EvidenceCollector {
  const declared = allDeclaredCredentials([contracts].flat());
  const kept = new Map<string, Evidence>();
  return {
    add: (exchange, findings) => {
      let show: ((finding: Finding) => Evidence) | undefined;
      for (const finding of findings) {
        if (kept.has(finding.fingerprint) || kept.size >= MOST_KEPT) continue;
        show ??= evidenceOf(declared, exchange);
        kept.set(finding.fingerprint, show(finding));
      }
    },
    result: () => kept,
  };
}

/** Adds what others kept, as if their exchanges came next. */
export function keepEvidence(kept: Map<string, Evidence>, others: ReadonlyMap<string, Evidence>): void {
  for (const [fingerprint, evidence] of others) {
    if (!kept.has(fingerprint) && kept.size < MOST_KEPT) kept.set(fingerprint, evidence);
  }
}

/** What all findings of an exchange have in common is made once: it may have thousands of headers, and as many findings. */
function evidenceOf(declared: DeclaredCredentials, exchange: Exchange): (finding: Finding) => Evidence {
  const { request, response } = exchange;
  const redact = redactorOf(exchange, declared);
  const common = {
    requestHeaders: headerLines(request.headers, declared, redact),
    ...requestBodyOf(request.body, redact),
    responseHeaders: headerLines(response.headers, declared, redact),
  };
  return (finding) => {
    const responseBody = excerptOf(response.body, {
      dataPath: finding.target === 'response' ? finding.dataPath : undefined,
      raw: finding.check === 'malformed-body',
      redact,
    });
    return { ...common, ...(responseBody && { responseBody }) };
  };
}

function headerLines(
  headers: HeaderMap,
  declared: DeclaredCredentials,
  redact: (text: string) => string,
): HeaderLine[] {
  const lines = Object.entries(redactHeaders(headers, declared)).flatMap(([name, values]) =>
    values.map((value): HeaderLine => [name, value]),
  );
  const shown = lines
    .slice(0, MOST_HEADERS)
    .map(([name, value]): HeaderLine => [redact(name), redact(value)]);
  if (lines.length > shown.length) shown.push(['…', `${lines.length - shown.length} more`]);
  return shown;
}

function requestBodyOf(
  body: Body,
  redact: (text: string) => string,
): Pick<Evidence, 'requestBody' | 'requestBodyLeftOut'> {
  if (body === undefined) return {};
  return typeof body === 'string' && body.length <= LONGEST_REQUEST_BODY
    ? { requestBody: redact(body) }
    : { requestBodyLeftOut: body.length };
}
