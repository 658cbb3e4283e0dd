import type { Fault } from './fault.ts';

/** The worst kind of timeout: whether the request was processed, nobody can tell. */
export const silence: Fault = {
  name: 'silence',
  does: 'No answer ever comes; the connection stays open.',
  foundBy: 'client',
  parameters: [],
  processed: true,
  apply: (answer) => ({ answer, wire: { kind: 'silent' } }),
};
