import { withBody, withHeader } from '../edit-answer.ts';
import type { Fault } from './fault.ts';

/**
 * Parameters `header` and `headerValue` ("retry-after", "soon"). The status is 429 unless `status` says otherwise, for
 * that is where a `Retry-After` is documented, and where a client acts on it.
 */
export const badHeader: Fault = {
  name: 'bad-header',
  does: 'A 429 asks to retry after a time that is no number.',
  foundBy: 'response-headers-conformance',
  parameters: ['header', 'headerValue', 'status'],
  processed: false,
  apply(answer, { header = 'retry-after', headerValue = 'soon', status = 429 }) {
    const name = header.toLowerCase();
    if (name === 'retry-after' && /^\d+$/.test(headerValue)) return undefined;
    const broken = withHeader(withBody(answer, BODY), name, headerValue);
    return { answer: { ...broken, status }, wire: { kind: 'whole' } };
  },
};

/** The bare shape: published for 429. */
const BODY = JSON.stringify({ error: 'Rate limit exceeded' });
