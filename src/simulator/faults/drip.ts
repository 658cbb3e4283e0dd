import type { Fault } from './fault.ts';

/** Defeats every timeout that starts anew with each byte. Parameter `ms`: between two bytes (100). */
export const drip: Fault = {
  name: 'drip',
  does: 'The body comes one byte at a time.',
  foundBy: 'client',
  parameters: ['ms'],
  processed: true,
  apply: (answer, { ms = 100 }) => ({ answer, wire: { kind: 'dripping', ms } }),
};
