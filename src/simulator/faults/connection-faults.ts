import { withHeader, withoutHeader } from '../answers.ts';
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

/** Defeats every timeout that starts anew with each byte. Parameter `ms`: between two bytes (100). */
export const drip: Fault = {
  name: 'drip',
  does: 'The body comes one byte at a time.',
  foundBy: 'client',
  parameters: ['ms'],
  processed: true,
  apply: (answer, { ms = 100 }) => ({ answer, wire: { kind: 'dripping', ms } }),
};

/** The worst kind of timeout: whether the request was processed, nobody can tell. */
export const silence: Fault = {
  name: 'silence',
  does: 'No answer ever comes; the connection stays open.',
  foundBy: 'client',
  parameters: [],
  processed: true,
  apply: (answer) => ({ answer, wire: { kind: 'silent' } }),
};

/** Gets past every timeout that ends with the headers. */
export const stall: Fault = {
  name: 'stall',
  does: 'The headers come and half of the body, and then nothing; the connection stays open.',
  foundBy: 'client',
  parameters: [],
  processed: true,
  apply: (answer) => ({ answer, wire: { kind: 'stalled' } }),
};

/** A retry may cancel twice: the request took effect unless told otherwise. */
export const reset: Fault = {
  name: 'reset',
  does: 'The connection is lost before any answer.',
  foundBy: 'client',
  parameters: [],
  processed: true,
  apply: (answer) => ({ answer, wire: { kind: 'reset' } }),
};

/** The status says success, and the rest never arrives. */
export const cut: Fault = {
  name: 'cut',
  does: 'The connection is lost in the middle of the body.',
  foundBy: 'client',
  parameters: [],
  processed: true,
  apply: (answer) => ({ answer, wire: { kind: 'cut' } }),
};

const MEBIBYTE = 2 ** 20;

/** Parameter `bytes`: how large it gets (256 MiB). What it inflates to is valid JSON, for a client that reads it all. */
export const gzipBomb: Fault = {
  name: 'gzip-bomb',
  does: 'A small compressed body gets very large.',
  foundBy: 'client',
  parameters: ['bytes'],
  processed: true,
  apply: (answer, { bytes = 256 * MEBIBYTE }) => ({
    answer: withHeader(withoutHeader(answer, 'content-length'), 'content-encoding', 'gzip'),
    wire: { kind: 'inflating', bytes },
  }),
};
