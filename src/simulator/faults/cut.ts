import type { Fault } from './fault.ts';

/** The status says success, and the rest never arrives. */
export const cut: Fault = {
  name: 'cut',
  does: 'The connection is lost in the middle of the body.',
  foundBy: 'client',
  parameters: [],
  processed: true,
  apply: (answer) => ({ answer, wire: { kind: 'cut' } }),
};
