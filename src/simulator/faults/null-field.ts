import { breakEnrichment } from '../edit-answer.ts';
import type { Fault } from './fault.ts';

/** Parameter `field`: which one ("description"). */
export const nullField: Fault = {
  name: 'null-field',
  does: 'A field of the enrichment is null that never may be.',
  foundBy: 'response-schema-conformance',
  parameters: ['field'],
  processed: true,
  apply(answer, { field = 'description' }) {
    const edited = breakEnrichment(answer, (fields) => ({ ...fields, [field]: null }));
    return edited && { answer: edited, wire: { kind: 'whole' } };
  },
};
