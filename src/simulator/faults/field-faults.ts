import { breakEnrichment, enrichmentIn, withBody } from '../answers.ts';
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
