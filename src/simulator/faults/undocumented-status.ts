import type { Fault } from './fault.ts';

/** Parameter `status`: which one (418). */
export const undocumentedStatus: Fault = {
  name: 'undocumented-status',
  does: 'The status is one that nothing documents.',
  foundBy: 'status-code-conformance',
  parameters: ['status'],
  processed: false,
  apply: (answer, { status = 418 }) => ({ answer: { ...answer, status }, wire: { kind: 'whole' } }),
};
