import type { Family, Fault } from '../fault.ts';
import { REF } from '../try-fault.ts';
import { compressedBlanks, type Encoding } from '../wire/compressed-blanks.ts';
import type { Answer } from '../wire/raw-server.ts';
import { endless, enrichment, head, reply } from '../wire/replies.ts';

const FINE = JSON.stringify(enrichment());
const MIB = 2 ** 20;
/** What the process may grow by while it refuses 200 MiB. */
const MAX_GROWTH = 64 * MIB;

/** Compressed, with 200 MiB of blanks before a fine answer. */
function bomb(encoding: Encoding, status = 200): Fault {
  return tooLarge(
    `200 MiB as ${encoding}${status === 200 ? '' : `, with a ${status}`}`,
    async () =>
      reply(status, await compressedBlanks(200 * MIB, FINE, encoding), { 'content-encoding': encoding }),
    status,
  );
}

function tooLarge(fault: string, answer: () => Answer | Promise<Answer>, status = 200): Fault {
  let before = 0;
  return {
    fault,
    async answers() {
      const answers = [await answer()];
      before = peak();
      return answers;
    },
    want: {
      outcome: `response-too-large ${status}`,
      attempts: 1,
      may: status < 400,
      also: () => {
        const grown = peak() - before;
        return grown > MAX_GROWTH ? `grew by ${Math.round(grown / MIB)} MiB` : undefined;
      },
    },
  };
}

/** The most memory that this process ever had, in bytes. */
function peak(): number {
  return process.resourceUsage().maxRSS * 1024;
}

const ofLength = (bytes: number): string => FINE.padEnd(bytes, ' ');

/** Run before all others: once the peak is high, nothing could be seen to grow. */
export const sizes: Family = {
  family: 'Sizes',
  alone: 'first',
  faults: [
    bomb('gzip'),
    bomb('deflate'),
    bomb('br'),
    bomb('gzip, gzip'),
    bomb('gzip', 404),
    tooLarge('two megabytes of plain JSON', () => reply(200, ofLength(2 * MIB))),
    tooLarge('a body one byte too long', () => reply(200, ofLength(MIB + 1))),
    tooLarge(
      'a body without an end',
      () =>
        function* () {
          yield head(200);
          yield* endless(' '.repeat(65_536));
        },
    ),
    tooLarge(
      'chunks without an end',
      () =>
        function* () {
          yield head(200, { 'transfer-encoding': 'chunked' });
          yield* endless(`10000\r\n${' '.repeat(65_536)}\r\n`);
        },
    ),
    {
      fault: 'a body of exactly the limit',
      answers: [reply(200, ofLength(MIB))],
      want: { outcome: 'ok pending' },
    },
    {
      fault: 'a body beyond a limit of one call',
      answers: [reply(200, ofLength(2000))],
      call: (exa) => exa.cancel(REF, { maxResponseBytes: 1000 }),
      want: { outcome: 'response-too-large 200', attempts: 1, may: true, fields: { maxBytes: 1000 } },
    },
  ],
};
