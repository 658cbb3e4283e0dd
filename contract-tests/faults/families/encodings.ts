import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { Family, Fault } from '../fault.ts';
import { enrichment, json, reply } from '../wire/replies.ts';
import type { Step } from '../wire/steps.ts';

const FINE = JSON.stringify(enrichment());

/** `fetch` fails to inflate it, which looks like any other failure on the wire: tried again, and in vain. */
function broken(fault: string, answer: readonly Step[]): Fault {
  return {
    fault,
    answers: [answer],
    want: { outcome: 'connection', attempts: 3, may: true, ms: [1125, 20_000] },
  };
}

function damaged(encoding: string, bytes: Uint8Array): Step[] {
  return reply(200, bytes, { 'content-encoding': encoding });
}

function flipped(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 0xff : byte)));
}

export const encodings: Family = {
  family: 'Encodings',
  faults: [
    {
      // Node inflates what there is, and finds nothing wrong.
      fault: 'gzip that breaks off',
      answers: [damaged('gzip', gzipSync(FINE).subarray(0, 100))],
      want: { outcome: 'response-parse json', attempts: 1, may: true },
    },
    broken('gzip with a flipped byte', damaged('gzip', flipped(gzipSync(FINE)))),
    broken('deflate with a flipped byte', damaged('deflate', flipped(deflateSync(FINE)))),
    broken('brotli with a flipped byte', damaged('br', flipped(brotliCompressSync(FINE)))),
    broken('plain JSON that says it is gzip', damaged('gzip', Buffer.from(FINE))),
    {
      fault: 'gzip that does not say so',
      answers: [reply(200, gzipSync(FINE))],
      want: { outcome: 'response-parse charset', attempts: 1, may: true },
    },
    {
      fault: 'an encoding that nobody knows',
      answers: [json(200, enrichment(), { 'content-encoding': 'zip' })],
      want: { outcome: 'ok pending' },
    },
    {
      fault: 'gzip, deflate and brotli in one',
      answers: [damaged('gzip, deflate, br', brotliCompressSync(deflateSync(gzipSync(FINE))))],
      want: { outcome: 'ok pending' },
    },
  ],
};
