import { breakEnrichment } from '../edit-answer.ts';
import type { Fault } from './fault.ts';

/** Parameter `field`: which one ("status"). */
export const missingField: Fault = {
  name: 'missing-field',
  does: 'A required field of the enrichment is missing.',
  foundBy: 'response-schema-conformance',
  parameters: ['field'],
  processed: true,
  apply(answer, { field = 'status' }) {
    const edited = breakEnrichment(answer, ({ [field]: _, ...rest }) => rest);
    return edited && { answer: edited, wire: { kind: 'whole' } };
  },
};
