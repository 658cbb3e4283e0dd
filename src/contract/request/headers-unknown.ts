import type { FindingDraft } from '../check.ts';

/** What could not be judged because the recording does not tell which headers were sent: no fault, and no proof either. */
export function headersUnknown(what: string, spec: string, documented: string): FindingDraft {
  return {
    severity: 'info',
    message: `The recording does not hold the request's headers: ${what} not judged.`,
    target: 'request',
    spec,
    received: 'a request without its headers',
    documented,
  };
}
