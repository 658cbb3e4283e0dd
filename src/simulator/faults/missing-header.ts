import { withoutHeader } from '../edit-answer.ts';
import type { Fault } from './fault.ts';

/** Parameter `header`: which one ("content-type"; or "retry-after" on a 429, to see a client back off). */
export const missingHeader: Fault = {
  name: 'missing-header',
  does: 'A header is missing.',
  foundBy: 'content-type-conformance',
  parameters: ['header'],
  processed: true,
  apply(answer, { header = 'content-type' }) {
    const name = header.toLowerCase();
    if (!Object.hasOwn(answer.headers, name)) return undefined;
    return { answer: withoutHeader(answer, name), wire: { kind: 'whole' } };
  },
};
