import { breakEnrichment } from '../edit-answer.ts';
import type { Fault } from './fault.ts';

/** Parameters `field` and `value` ("status", "cancelled": the spelling that stubs invent). */
export const badEnum: Fault = {
  name: 'bad-enum',
  does: 'The status is one that does not exist.',
  foundBy: 'response-schema-conformance',
  parameters: ['field', 'value'],
  processed: true,
  apply(answer, { field = 'status', value = 'cancelled' }) {
    const edited = breakEnrichment(answer, (fields) => ({ ...fields, [field]: value }));
    return edited && { answer: edited, wire: { kind: 'whole' } };
  },
};
