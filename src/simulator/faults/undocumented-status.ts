import type { Fault } from './fault.ts';

/** Parameter `status`: which one (418). */
export const undocumentedStatus: Fault = {
  name: 'undocumented-status',
  does: 'The status is one that nothing documents.',
  foundBy: 'status-code-conformance',
  parameters: ['status'],
  processed: false,
  apply(answer, { status = 418 }) {
    if (DOCUMENTED.has(status)) return undefined;
    return { answer: { ...answer, status }, wire: { kind: 'whole' } };
  },
};

/** By the fragment, for both of its operations. */
const DOCUMENTED: ReadonlySet<number> = new Set([
  200, 400, 401, 402, 403, 404, 409, 422, 429, 500, 502, 503, 504,
]);
