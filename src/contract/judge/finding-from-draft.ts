import { type DeclaredCredentials, isCredentialHeader } from '../../secrets/credential-names.ts';
import { redactorOf } from '../../secrets/exchange-redactor.ts';
import { REDACTED } from '../../secrets/redact-by-name.ts';
import type { Operation } from '../contract.ts';
import { parseContentType } from '../description/media-type.ts';
import type { Exchange } from '../exchange.ts';
import type { CheckId, Finding } from '../finding.ts';
import { fileFrom, parsePlace } from '../finding.ts';
import { shorten } from '../printable.ts';
import type { FindingDraft } from './check.ts';
import { fingerprintOf, fingerprintOnce } from './fingerprint.ts';
import { pathOf } from './values/request-parts.ts';

/** Completes a check's draft with what the engine knows, and takes the exchange's credentials out of every text. */
export function toFinding(
  check: CheckId,
  draft: FindingDraft,
  exchange: Exchange,
  operation: Operation | undefined,
  declared: DeclaredCredentials,
  /** The description, as its places name it. */
  description: string,
): Finding {
  const { request, response, recording } = exchange;
  const redact = redactorOf(exchange, declared);
  const spec = draft.spec === undefined ? undefined : parsePlace(draft.spec);
  const fingerprint =
    draft.once === undefined
      ? fingerprintOf({
          check,
          subject: operation?.operationId ?? `${request.method} ${redact(pathOf(request.url))}`,
          status: response.status,
          target: draft.target,
          mediaType: mediaTypeOf(exchange[draft.target].headers['content-type']?.[0]),
          pointer: spec && `${fileFrom(description, spec.file)}#${spec.pointer}`,
          cause: draft.cause,
          message: redact(draft.message),
          dataPath: draft.dataPath,
        })
      : fingerprintOnce(draft.once);
  return {
    check,
    severity: draft.severity ?? 'error',
    message: redact(draft.message),
    ...(operation && { operationId: operation.operationId }),
    method: request.method,
    url: redact(request.url),
    status: response.status,
    target: draft.target,
    ...(draft.dataPath !== undefined && { dataPath: redact(draft.dataPath) }),
    ...(spec && { spec }),
    ...(draft.cause && { keyword: draft.cause.keyword }),
    ...(draft.received !== undefined && { received: receivedText(draft, redact, declared) }),
    ...(draft.documented !== undefined && { documented: redact(draft.documented) }),
    ...(draft.suggestion !== undefined && { suggestion: draft.suggestion }),
    recording,
    fingerprint,
  };
}

/** The essence of a content-type, or what stands in its place. */
function mediaTypeOf(header: string | undefined): string | undefined {
  return header === undefined ? undefined : (parseContentType(header)?.essence ?? header);
}

/** What a header of credentials held is not told at all: cut short, it would no longer be known for one. */
function receivedText(
  { received = '', dataPath }: FindingDraft,
  redact: (text: string) => string,
  declared: DeclaredCredentials,
): string {
  const isCredential = dataPath?.startsWith('header:') && isCredentialHeader(dataPath.slice(7), declared);
  return isCredential ? REDACTED : shorten(redact(received));
}
