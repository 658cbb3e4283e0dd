import type { Family, Fault } from '../fault.ts';
import { broken } from '../wire/broken.ts';
import { drip, endless, enrichment, head, ok, reply } from '../wire/replies.ts';
import { STALL, type Step } from '../wire/steps.ts';

/** Long enough for the headers to arrive on a busy machine, where the body is what is missing. */
const SECONDS = { timeout: 3000, maxRetries: 0 };
const FINE = JSON.stringify(enrichment());

function tooSlow(fault: string, phase: string, answer: readonly Step[] | (() => Iterable<Step>)): Fault {
  return {
    fault,
    answers: [answer],
    client: SECONDS,
    want: {
      outcome: `timeout ${phase}`,
      attempts: 1,
      may: true,
      ms: [2995, 10_000],
      fields: { timeoutMs: 3000 },
    },
  };
}

export const slow: Family = {
  family: 'Slow servers',
  faults: [
    tooSlow('no answer at all', 'headers', [STALL]),
    tooSlow('headers stop half way', 'headers', ['HTTP/1.1 200 OK\r\ncontent-', STALL]),
    tooSlow('headers a byte at a time', 'headers', () => drip(head(200, { 'x-long': 'x'.repeat(9000) }), 10)),
    tooSlow('body stops half way', 'body', [
      head(200, { 'content-length': '500' }),
      FINE.slice(0, 90),
      STALL,
    ]),
    tooSlow('body never starts', 'body', [head(200, { 'content-length': '500' }), STALL]),
    tooSlow('body never starts, chunked', 'body', [head(200, { 'transfer-encoding': 'chunked' }), STALL]),
    tooSlow('body never ends: the last chunk is missing', 'body', [
      head(200, { 'transfer-encoding': 'chunked' }),
      `${FINE.length.toString(16)}\r\n${FINE}\r\n`,
      STALL,
    ]),
    tooSlow('body a byte at a time', 'body', function* () {
      yield head(200, { 'content-length': '9000' });
      yield* drip(' '.repeat(9000), 10);
    }),
    tooSlow('compressed body that stops after its first bytes', 'body', [
      head(200, { 'content-encoding': 'gzip', 'content-length': '500' }),
      Buffer.from('1f8b0800', 'hex'),
      STALL,
    ]),
    tooSlow('body of an error stops', 'body', [head(500, { 'content-length': '500' }), '{"error"', STALL]),
    tooSlow('body of a refusal stops', 'body', [head(404, { 'content-length': '500' }), '{"error"', STALL]),
    {
      fault: 'body of a redirect stops',
      answers: [[head(302, { location: '/', 'content-length': '500' }), 'x', STALL]],
      want: { outcome: 'redirect 302', attempts: 1, may: true },
    },
    {
      fault: 'no answer at all, three times',
      answers: [broken.silence],
      client: { timeout: 300 },
      want: { outcome: 'timeout headers', attempts: 3, may: true, ms: [2000, 15_000] },
    },
    {
      fault: 'no answer at all, once',
      answers: [broken.silence, ok()],
      client: { timeout: 1000 },
      want: { outcome: 'ok pending', requests: 2, ms: [1370, 15_000] },
    },
    {
      fault: 'slow, but in time',
      answers: [
        function* () {
          yield 100;
          yield head(200, { 'content-length': String(FINE.length) });
          yield* drip(FINE.slice(0, 50), 4);
          yield FINE.slice(50);
        },
      ],
      want: { outcome: 'ok pending', ms: [300, 20_000] },
    },
    {
      fault: 'each attempt is in time, but not all of them together',
      answers: [[200, ...reply(503, '{"error":"later"}')]],
      client: { maxRetries: 50, totalTimeout: 6300 },
      want: { outcome: 'server 503', attempts: 4, may: true, ms: [3400, 6400] },
    },
    {
      fault: 'the total time ends within an attempt',
      answers: [broken.silence],
      client: { timeout: 20_000, totalTimeout: 500 },
      want: {
        outcome: 'timeout total',
        attempts: 1,
        may: true,
        ms: [495, 10_000],
        fields: { timeoutMs: 500 },
      },
    },
    {
      fault: 'the total time would end within a backoff: not waited for',
      answers: [broken.reset],
      client: { totalTimeout: 300 },
      want: { outcome: 'connection', attempts: 1, may: true, ms: [0, 5000] },
    },
    {
      fault: 'body of the raw client stops',
      answers: [[head(200), '{', STALL]],
      client: SECONDS,
      call: (exa) =>
        exa.raw.GET('/v0/websets/{webset}/enrichments/{id}', { params: { path: { webset: 'w', id: 'e' } } }),
      want: { outcome: 'timeout body', attempts: 1, may: false, ms: [2995, 10_000] },
    },
    {
      fault: 'blanks without an end, too slow to be too many',
      answers: [
        function* () {
          yield head(200);
          for (const blank of endless(' ')) {
            yield blank;
            yield 20;
          }
        },
      ],
      client: SECONDS,
      want: { outcome: 'timeout body', attempts: 1, may: true },
    },
  ],
};
