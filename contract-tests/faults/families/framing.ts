import type { Family, Fault } from '../fault.ts';
import { REF } from '../try-fault.ts';
import { endless, enrichment, head, ok } from '../wire/replies.ts';
import { END, RESET, type Step } from '../wire/steps.ts';

const FINE = JSON.stringify(enrichment());
const HALF = FINE.slice(0, 200);
/** Long enough for what was written before a reset to arrive. */
const PAUSE_MS = 50;

/** Something went wrong on the wire: tried again, and in vain. */
function broken(fault: string, answer: readonly Step[] | (() => Iterable<Step>)): Fault {
  return {
    fault,
    answers: [answer],
    want: { outcome: 'connection', attempts: 3, may: true, ms: [1125, 20_000] },
  };
}

/** Something went wrong on the wire, but the next attempt succeeds. */
function overcome(fault: string, answer: readonly Step[]): Fault {
  return { fault: `${fault}, once`, answers: [answer, ok()], want: { outcome: 'ok pending', requests: 2 } };
}

export const framing: Family = {
  family: 'On the wire',
  faults: [
    broken('reset before the answer', [RESET]),
    broken('reset within the status line', ['HTTP/1.1 2', PAUSE_MS, RESET]),
    broken('reset within the headers', ['HTTP/1.1 200 OK\r\ncontent-ty', PAUSE_MS, RESET]),
    broken('reset within the body', [
      head(200, { 'content-length': String(FINE.length) }),
      HALF,
      PAUSE_MS,
      RESET,
    ]),
    broken('reset within a chunk', [
      head(200, { 'transfer-encoding': 'chunked' }),
      `fff\r\n${HALF}`,
      PAUSE_MS,
      RESET,
    ]),
    broken('closed before the answer', [END]),
    broken('closed within the headers', ['HTTP/1.1 200 OK\r\ncontent-ty', END]),
    broken('closed within the body: the content length is too long', [
      head(200, { 'content-length': String(FINE.length + 10) }),
      FINE,
      END,
    ]),
    broken('closed between two chunks', [
      head(200, { 'transfer-encoding': 'chunked' }),
      `${HALF.length.toString(16)}\r\n${HALF}\r\n`,
      END,
    ]),
    overcome('reset before the answer', [RESET]),
    overcome('reset within the body', [head(200, { 'content-length': '900' }), HALF, PAUSE_MS, RESET]),
    overcome('closed within the headers', ['HTTP/1.1 200', END]),
    {
      fault: 'content length too long, and the connection stays open',
      answers: [[head(200, { 'content-length': String(FINE.length + 10) }), FINE]],
      client: { timeout: 1000, maxRetries: 0 },
      want: { outcome: 'timeout body', attempts: 1, may: true },
    },
    {
      fault: 'content length too short',
      answers: [[head(200, { 'content-length': '200' }), FINE, END]],
      want: { outcome: 'response-parse json', attempts: 1, may: true },
    },
    broken('two content lengths that differ', [
      `HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: ${FINE.length}\r\n\r\n${FINE}`,
    ]),
    broken('a content length that is no number', [head(200, { 'content-length': 'many' }), FINE]),
    broken('content length beside chunks', [
      head(200, { 'content-length': '5', 'transfer-encoding': 'chunked' }),
      `0\r\n\r\n`,
    ]),
    broken('a chunk size that is no number', [
      head(200, { 'transfer-encoding': 'chunked' }),
      `xyz\r\n${FINE}\r\n0\r\n\r\n`,
    ]),
    broken('no HTTP at all', ['SSH-2.0-OpenSSH_9.6\r\n', END]),
    broken('HTTP/2 out of the blue', [Buffer.from('000012040000000000', 'hex')]),
    broken('binary rubbish', [
      Buffer.from(Array.from({ length: 2000 }, (_, at) => (at * 97 + 131) % 256)),
      END,
    ]),
    broken('a header line without a colon', ['HTTP/1.1 200 OK\r\nthis is no header\r\n\r\n{}']),
    broken('a NUL in a header', ['HTTP/1.1 200 OK\r\netag: a\0b\r\n\r\n{}']),
    broken('one header of 100 kB', [head(200, { 'x-long': 'x'.repeat(100_000) }), FINE]),
    broken('10 000 headers', [
      `HTTP/1.1 200 OK\r\n${Array.from({ length: 10_000 }, (_, at) => `x-${at}: y\r\n`).join('')}\r\n`,
    ]),
    broken('headers without an end', function* () {
      yield 'HTTP/1.1 200 OK\r\n';
      yield* endless('x-more: and more\r\n');
    }),
    broken('a switch to another protocol', [
      'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: chat\r\n\r\n',
    ]),
    broken('100 Continue that nobody asked for', ['HTTP/1.1 100 Continue\r\n\r\n', ...ok()]),
    {
      fault: '1000 informational answers before the real one',
      answers: [['HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'.repeat(1000), ...ok()]],
      want: { outcome: 'ok pending' },
    },
    {
      fault: 'informational answers without an end',
      answers: [() => endless('HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'.repeat(100))],
      client: { timeout: 1000, maxRetries: 0 },
      want: { outcome: 'timeout headers', attempts: 1, may: true },
    },
    {
      fault: 'HTTP/1.0, and the close ends the body',
      answers: [[`HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n${FINE}`, END]],
      want: { outcome: 'ok pending' },
    },
    {
      fault: 'HTTP/1.0, and a close comes too early',
      answers: [[`HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n${HALF}`, END]],
      want: { outcome: 'response-parse json', attempts: 1, may: true },
    },
    {
      fault: 'a second answer that nobody asked for, right behind the first',
      answers: [[...ok('pending'), ...ok('canceled')]],
      call: async (exa) => {
        const first = await exa.cancel(REF);
        const second = await exa.get(REF);
        return `${first.status}, then ${second.status}`;
      },
      want: { outcome: 'ok pending, then pending', requests: 2 },
    },
    {
      fault: 'rubbish right behind the answer',
      answers: [[...ok(), 'GET / HTTP/1.1\r\n\r\n\0\0\0\xff', 20]],
      call: async (exa) => {
        await exa.cancel(REF);
        return exa.get(REF);
      },
      want: { outcome: 'ok pending', requests: 'any' },
    },
  ],
};
