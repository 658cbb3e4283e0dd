import { editEnrichment } from '../edit-answer.ts';
import type { Fault } from './fault.ts';

/** Parameters `field` and `value` ("priority", "high"). Not wrong, since no schema is closed: worth knowing. */
export const undocumentedField: Fault = {
  name: 'undocumented-field',
  does: 'The enrichment has a field that nothing documents.',
  foundBy: 'undocumented-property',
  parameters: ['field', 'value'],
  processed: true,
  apply(answer, { field = 'priority', value = 'high' }) {
    const edited = editEnrichment(answer, (fields) => ({ ...fields, [field]: value }));
    return edited && { answer: edited, wire: { kind: 'whole' } };
  },
};
