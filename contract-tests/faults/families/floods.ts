import { type ExaClient, isAbortedError } from 'exa-enrichments';
import type { Family, Scene } from '../fault.ts';
import { REF } from '../try-fault.ts';
import { broken } from '../wire/broken.ts';
import type { Answer } from '../wire/raw-server.ts';
import { json, ok, reply } from '../wire/replies.ts';
import { STALL } from '../wire/steps.ts';

const MANY = 1000;
const PATIENT = { timeout: 60_000, totalTimeout: 60_000, requestsPerSecond: 'unlimited' } as const;

/** What keeps the process alive, by kind: sockets, timers and so on. */
function handles(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** Runs the work, and tells of which handles there are more than before, once they had time to go. */
async function leftBy(work: () => Promise<string>, { server }: Scene): Promise<string> {
  const before = handles();
  const outcome = await work();
  const left = (): string[] =>
    Object.entries(handles())
      .filter(([kind, count]) => count > (before[kind] ?? 0))
      .map(([kind, count]) => `${count - (before[kind] ?? 0)} ${kind}`);
  const isClean = (): boolean => server.open === 0 && left().length === 0;
  for (let round = 0; round < 500 && !isClean(); round++) {
    // Node's fetch opens a spare connection for each that was aborted, and would close it after 4 idle seconds.
    server.closeUnused();
    await new Promise((resolve) => setTimeout(resolve, 10).unref());
    await new Promise((resolve) => setImmediate(resolve));
  }
  return `${outcome}; left: ${[...left(), `${server.open} open connections`].join(', ')}`;
}

async function abortAll(exa: ExaClient, { server, controller }: Scene): Promise<string> {
  const { signal } = controller;
  const calls = Array.from({ length: MANY }, () => exa.cancel(REF, { signal }));
  await server.received(MANY);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const aborted = performance.now();
  controller.abort();
  const results = await Promise.allSettled(calls);
  const took = performance.now() - aborted;
  const errors = results.map((result) => (result.status === 'rejected' ? result.reason : undefined));
  const right = errors.filter(
    (error) => isAbortedError(error) && error.attempts === 1 && error.mayHaveSucceeded,
  );
  return `${right.length} aborted${took < 5000 ? '' : `, only after ${Math.round(took)} ms`}`;
}

/** Run after all others, so that nothing but their own handles is there to count. */
export const floods: Family = {
  family: 'A thousand at once',
  alone: 'last',
  faults: [
    {
      fault: '1000 cancels in headers, in bodies and in backoffs, under one abort',
      answers: [
        ...Array.from({ length: MANY }, (_, at): Answer => {
          if (at % 4 === 0) return [STALL];
          if (at % 4 === 1) return broken.stall;
          return at % 4 === 2 ? [...reply(503, '', { 'retry-after': '50' })] : ['HTTP/1.1 2', STALL];
        }),
      ],
      client: PATIENT,
      call: (exa, scene) => leftBy(() => abortAll(exa, scene), scene),
      want: { outcome: 'ok 1000 aborted; left: 0 open connections', requests: MANY, ms: [0, 60_000] },
    },
    {
      fault: '1000 cancels that time out together',
      answers: [broken.silence],
      client: { timeout: 1500, maxRetries: 0, requestsPerSecond: 'unlimited' },
      call: (exa, scene) =>
        leftBy(async () => {
          const results = await Promise.allSettled(Array.from({ length: MANY }, () => exa.cancel(REF)));
          return `${results.filter(({ status }) => status === 'rejected').length} failed`;
        }, scene),
      want: { outcome: 'ok 1000 failed; left: 0 open connections', requests: 'any', ms: [0, 60_000] },
    },
    {
      fault: '1000 cancels, one after the other, on one signal and a server that resets every other one',
      answers: [({ before }) => (before % 2 === 0 ? ok() : broken.reset)],
      client: { maxRetries: 0, requestsPerSecond: 'unlimited' },
      call: async (exa, { controller: { signal } }) => {
        let fine = 0;
        let failed = 0;
        for (let at = 0; at < MANY; at++) {
          await exa.cancel(REF, { signal }).then(
            () => fine++,
            () => failed++,
          );
        }
        return fine + failed === MANY && fine >= MANY / 2
          ? 'at least half of them fine'
          : `${fine} fine, ${failed} failed`;
      },
      want: { outcome: 'ok at least half of them fine', requests: MANY, ms: [0, 60_000] },
    },
    {
      fault: '1000 refusals at once',
      answers: [json(409, { requestId: 'r1', error: 'Conflict' })],
      client: PATIENT,
      call: async (exa) => {
        const results = await Promise.allSettled(Array.from({ length: MANY }, () => exa.cancel(REF)));
        return `${results.filter(({ status }) => status === 'rejected').length} refused`;
      },
      want: { outcome: 'ok 1000 refused', requests: MANY, ms: [0, 60_000] },
    },
  ],
};
