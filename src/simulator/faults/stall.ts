import type { Fault } from './fault.ts';

/** Gets past every timeout that ends with the headers. */
export const stall: Fault = {
  name: 'stall',
  does: 'The headers come and half of the body, and then nothing; the connection stays open.',
  foundBy: 'client',
  parameters: [],
  processed: true,
  apply: (answer) => ({ answer, wire: { kind: 'stalled' } }),
};
