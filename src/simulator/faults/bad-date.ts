import { breakEnrichment } from '../edit-answer.ts';
import type { Fault } from './fault.ts';

/** Parameters `field` and `value` ("updatedAt", and a date that lenient validators take for RFC 3339). */
export const badDate: Fault = {
  name: 'bad-date',
  does: 'A date of the enrichment has a blank where RFC 3339 wants a T.',
  foundBy: 'response-schema-conformance',
  parameters: ['field', 'value'],
  processed: true,
  apply(answer, { field = 'updatedAt', value = '2026-01-15 09:30:00Z' }) {
    const edited = breakEnrichment(answer, (fields) => ({ ...fields, [field]: value }));
    return edited && { answer: edited, wire: { kind: 'whole' } };
  },
};
