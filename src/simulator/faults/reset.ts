import type { Fault } from './fault.ts';

/** A retry may cancel twice: the request took effect unless told otherwise. */
export const reset: Fault = {
  name: 'reset',
  does: 'The connection is lost before any answer.',
  foundBy: 'client',
  parameters: [],
  processed: true,
  apply: (answer) => ({ answer, wire: { kind: 'reset' } }),
};
