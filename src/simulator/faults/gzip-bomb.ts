import { withHeader, withoutHeader } from '../edit-answer.ts';
import type { Fault } from './fault.ts';

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
