import type { DeclaredCredentials } from '../../../secrets/credential-names.ts';
import { redactorOf } from '../../../secrets/exchange-redactor.ts';
import { credentialFinder, type FoundCredential } from '../../../secrets/find-credentials.ts';
import type { Exchange } from '../../exchange.ts';
import type { Finding } from '../../finding.ts';
import { fingerprintOf } from '../../judge/fingerprint.ts';
import type { Elsewhere } from '../../judge/judge.ts';
import type { Lenient } from '../../judge/lenient.ts';

type Kind = FoundCredential['kind'];

const WHAT: Readonly<Record<Kind, (name: string) => string>> = {
  header: (name) => `The header ${name}`,
  query: (name) => `The query parameter ${name}`,
  cookie: (name) => `The cookie ${name}`,
  password: () => 'The user and password in the URL',
  url: () => 'The URL',
  body: (name) => (name === '' ? 'The body' : `The member ${name} of the body`),
};

const SEEN = {
  received: 'what looks like a real key',
  documented: 'nothing, or a placeholder such as <redacted>',
} as const;

/** What is told of the keys of an exchange, and what was let pass of them. */
export interface RecordedKeys {
  readonly findings: readonly Finding[];
  readonly lenient: readonly Lenient[];
}

const NOTHING: RecordedKeys = { findings: [], lenient: [] };

/**
 * Finds what looks like a real key in exchanges on disk; no value is ever told. It is no check among the others, for in
 * traffic that is judged as it passes (`verifyExchanges`, `startContractRun`) a real key is what has to be there.
 *
 * @param now milliseconds since the epoch
 */
export function recordedCredentials(
  declared: DeclaredCredentials,
  isStrict: boolean,
  now: number,
): (exchange: Exchange, elsewhere?: Elsewhere) => RecordedKeys {
  const find = credentialFinder(declared, now);
  return (exchange, elsewhere) => {
    const found = find(exchange);
    if (found.length === 0) return NOTHING;
    // Before anything is made of them: a body may hold thousands of a kind.
    const byKind = new Map<string, FoundCredential>();
    for (const each of found) {
      const kind = `${each.target} ${each.kind} ${each.name}`;
      // One that is worth something is told before one that is not.
      if (byKind.get(kind)?.worthless !== undefined || !byKind.has(kind)) byKind.set(kind, each);
    }
    const kinds = [...byKind.values()];
    const told = isStrict ? kinds : kinds.filter(({ worthless }) => worthless !== 'public-name');
    const passed = isStrict ? [] : kinds.flatMap(({ worthless }) => worthless ?? []);
    const redact = redactorOf(exchange, declared);
    if (elsewhere !== undefined && told.length > 0)
      return { findings: [elsewhereFinding(exchange, elsewhere, redact)], lenient: [] };
    const findings = told.map((credential) => credentialFinding(exchange, credential, redact, isStrict));
    return {
      findings: [...new Map(findings.map((finding) => [finding.fingerprint, finding])).values()],
      lenient: passed.map((rule) => ({ rule })),
    };
  };
}

const ADVICE =
  'take it out of the file (`exa-enrichments scrub FILE --write`), and revoke it where others have the file';

/** Whose keys they are and what they open, a description of another API does not know: one finding for each host. */
function elsewhereFinding(
  { request, response, recording }: Exchange,
  { host }: Elsewhere,
  redact: (text: string) => string,
): Finding {
  const check = 'recorded-credential';
  return {
    check,
    severity: 'warning',
    message: `Exchanges with ${host}, which is not judged, hold what looks like a real key: ${ADVICE}.`,
    method: request.method,
    url: redact(request.url),
    status: response.status,
    target: 'request',
    ...SEEN,
    recording,
    fingerprint: fingerprintOf({ check, subject: `host ${host}`, status: 0, target: '' }),
  };
}

function credentialFinding(
  { request, response, recording }: Exchange,
  { target, kind, name, worthless }: FoundCredential,
  redact: (text: string) => string,
  isStrict: boolean,
): Finding {
  const check = 'recorded-credential';
  const isExpired = worthless === 'expired-link' && !isStrict;
  const advice = isExpired ? 'of a signed link that has expired by its own date' : ADVICE;
  const place = name === '' ? kind : `${kind}:${name}`;
  return {
    check,
    severity: isExpired ? 'info' : 'error',
    message: `${WHAT[kind](redact(name))} of the recorded ${target} ${kind === 'password' ? 'hold' : 'holds'} what looks like a real key${isExpired ? ', ' : ': '}${advice}.`,
    method: request.method,
    url: redact(request.url),
    status: response.status,
    target,
    dataPath: redact(place),
    ...SEEN,
    recording,
    // One kind for each header, whatever was called with it.
    fingerprint: fingerprintOf({
      check,
      subject: place,
      status: 0,
      target,
    }),
  };
}
