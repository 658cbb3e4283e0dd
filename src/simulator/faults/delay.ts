import type { Fault } from './fault.ts';

/** Tries the patience of a client. Parameter `ms`: how long (1000). */
export const delay: Fault = {
  name: 'delay',
  does: 'The answer comes late.',
  foundBy: 'client',
  parameters: ['ms'],
  processed: true,
  apply: (answer, { ms = 1_000 }) => ({ answer, wire: { kind: 'delayed', ms } }),
};
