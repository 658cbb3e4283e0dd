import { enrichmentIn, withBody } from '../edit-answer.ts';
import type { Fault } from './fault.ts';

/** Parameters `field` and `value` ("priority", "high"). Not wrong, since no schema is closed: worth knowing. */
export const undocumentedField: Fault = {
  name: 'undocumented-field',
  does: 'The enrichment has a field that nothing documents.',
  foundBy: 'undocumented-property',
  parameters: ['field', 'value'],
  processed: true,
  apply(answer, { field = 'priority', value = 'high' }) {
    const fields = enrichmentIn(answer);
    if (fields === undefined || Object.hasOwn(fields, field)) return undefined;
    return {
      answer: withBody(answer, JSON.stringify({ ...fields, [field]: value })),
      wire: { kind: 'whole' },
    };
  },
};
