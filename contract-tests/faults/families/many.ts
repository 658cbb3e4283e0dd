import { createClient, type EnrichmentRef, isExaError, type Many, type ManyOptions } from 'exa-enrichments';
import type { Family, Fault, Scene } from '../fault.ts';
import { outcomeOf } from '../judge.ts';
import { KEY } from '../try-fault.ts';
import { broken } from '../wire/broken.ts';
import type { Answer } from '../wire/raw-server.ts';
import { enrichment, head, json, okFor } from '../wire/replies.ts';
import { STALL } from '../wire/steps.ts';

/** Cancels many, and tells what became of each and how the whole ended. */
function many(
  fault: string,
  refs: (scene: Scene) => Many<EnrichmentRef>,
  answers: Fault['answers'],
  want: Fault['want'],
  options: ManyOptions = {},
): Fault {
  return {
    fault,
    ...(answers && { answers }),
    client: { maxRetries: 1 },
    call: async (exa, scene) => {
      const told: string[] = [];
      try {
        const run = exa.cancelMany(refs(scene), {
          concurrency: 1,
          signal: scene.controller.signal,
          ...options,
        });
        for await (const result of run) {
          told.push(result.ok ? result.enrichment.status : outcomeOf({ error: result.error }));
        }
      } catch (error) {
        told.push(`stopped by ${isExaError(error) ? outcomeOf({ error }) : String(error)}`);
      }
      return told.join(', ');
    },
    want,
  };
}

/** Refuses whatever comes beyond so many in a second. */
function perSecond(limit: number): Answer[] {
  let times: number[] = [];
  return [
    (request) => {
      const now = performance.now();
      times = times.filter((time) => time > now - 1000);
      if (times.length >= limit) return json(429, { error: 'Too many' }, { 'retry-after': '1' });
      times.push(now);
      return okFor(request);
    },
  ];
}

function refs(count: number): EnrichmentRef[] {
  return Array.from({ length: count }, (_, at) => ({ webset: 'w', enrichment: `e${at}` }));
}

export const manyAtOnce: Family = {
  family: 'Many',
  faults: [
    many('401 on the second: the rest is not tried', () => refs(5), [okFor, broken.unauthorized], {
      outcome: 'ok pending, authentication 401, stopped by authentication 401',
      requests: 2,
    }),
    ...[
      [402, 'payment-required'],
      [403, 'permission-denied'],
    ].map(([status, code]) =>
      many(
        `${status} on the second: the rest is not tried`,
        () => refs(5),
        [okFor, json(Number(status), {})],
        {
          outcome: `ok pending, ${code} ${status}, stopped by ${code} ${status}`,
          requests: 2,
        },
      ),
    ),
    many(
      'two failures, and no more are wanted',
      () => refs(5),
      [broken['not-found']],
      { outcome: 'ok not-found 404, not-found 404, stopped by not-found 404', requests: 2 },
      { maxFailures: 2 },
    ),
    many(
      '429 four times, with one retry: it is put back',
      () => refs(1),
      [...Array.from({ length: 4 }, () => json(429, {}, { 'retry-after': '0' })), okFor],
      { outcome: 'ok pending', requests: 5 },
    ),
    {
      fault: '429 for ever: put back until the time of the reference is up, and no longer',
      answers: [json(429, {}, { 'retry-after': '1' })],
      client: { totalTimeout: 4000 },
      call: async (exa) => {
        for await (const result of exa.cancelMany(refs(1))) {
          // Which of both depends on when the last answer came.
          const isOver = !result.ok && /^(rate-limit|timeout)$/.test(result.error.code);
          return isOver && !result.error.mayHaveSucceeded ? 'given up' : JSON.stringify(result);
        }
        return 'nothing';
      },
      want: {
        outcome: 'ok given up',
        requests: 'any',
        ms: [1000, 10_000],
        also: ({ server: { requests } }) => (requests.length > 1 ? undefined : 'was not put back'),
      },
    },
    {
      fault: 'three clients that know nothing of each other, to a server that takes 10 a second',
      answers: () => perSecond(10),
      client: { totalTimeout: 60_000 },
      call: async (exa, { server }) => {
        const options = { apiKey: KEY, baseUrl: `${server.url}/websets`, totalTimeout: 60_000 };
        const clients = [exa, createClient(options), createClient(options)];
        const accepted = clients.map(async (one) => {
          let count = 0;
          for await (const { ok: fine } of one.cancelMany(refs(15))) if (fine) count++;
          return count;
        });
        return `${(await Promise.all(accepted)).join(', ')} pending`;
      },
      want: { outcome: 'ok 15, 15, 15 pending', requests: 'any', ms: [4000, 60_000] },
    },
    {
      fault: '60 plain cancels at once, by a client that keeps no pace',
      client: { requestsPerSecond: 'unlimited' },
      call: async (exa) => {
        const results = await Promise.allSettled(refs(60).map((ref) => exa.cancel(ref)));
        return `${results.filter(({ status }) => status === 'fulfilled').length} pending`;
      },
      want: { outcome: 'ok 60 pending', requests: 60, ms: [0, 5000] },
    },
    {
      fault: 'a 429 to one closes the way for plain calls too',
      answers: [json(429, {}, { 'retry-after': '1' }), okFor],
      client: { requestsPerSecond: 'unlimited' },
      call: async (exa) => {
        const [first, ...others] = refs(5);
        const limited = exa.cancel(first as EnrichmentRef);
        await new Promise((resolve) => setTimeout(resolve, 300));
        await Promise.all([limited, ...others.map((ref) => exa.cancel(ref))]);
        return 'all pending';
      },
      want: { outcome: 'ok all pending', requests: 6, ms: [1000, 10_000] },
    },
    {
      fault: 'abort after the last result',
      call: async (exa, { controller }) => {
        let count = 0;
        for await (const { ok: fine } of exa.cancelMany(refs(3), { signal: controller.signal }))
          if (fine && ++count === 3) controller.abort();
        return `${count} pending`;
      },
      want: { outcome: 'ok 3 pending', requests: 3 },
    },
    many(
      'a run goes on: what may have been sent is read first',
      () => refs(2),
      [
        ({ method, path }) =>
          method === 'POST' && path.includes('/e0/')
            ? json(400, { requestId: 'r1', error: 'Not running' })
            : json(
                200,
                enrichment({ id: path.split('/')[6], status: method === 'GET' ? 'canceled' : 'pending' }),
              ),
      ],
      { outcome: 'ok canceled, pending', requests: 2 },
      { readFirst: ({ enrichment: id }) => id === 'e0' },
    ),
    {
      fault: '60 plain cancels at once, to a server that takes 10 a second',
      answers: () => perSecond(10),
      call: async (exa) => {
        const results = await Promise.allSettled(
          refs(60).map((ref) => exa.cancel(ref, { totalTimeout: 3000 })),
        );
        return `${results.filter(({ status }) => status === 'fulfilled').length} pending`;
      },
      want: { outcome: 'ok 60 pending', requests: 60, ms: [5900, 20_000] },
    },
    many('404 on the second: the others go on', () => refs(3), [okFor, broken['not-found'], okFor], {
      outcome: 'ok pending, not-found 404, pending',
      requests: 3,
    }),
    many('`..` among them', () => [{ webset: 'w', enrichment: '..' }, ...refs(1)], undefined, {
      outcome: 'ok invalid-argument, pending',
      requests: 1,
    }),
    many(
      '429: everybody waits',
      () => refs(4),
      [json(429, {}, { 'retry-after': '1' }), okFor],
      {
        outcome: 'ok pending, pending, pending, pending',
        requests: 'any',
        ms: [1000, 20_000],
      },
      { concurrency: 4 },
    ),
    many('resets', () => refs(3), [broken.reset, okFor, broken.reset, okFor], {
      outcome: 'ok pending, pending, pending',
      requests: 5,
    }),
    many(
      'the list breaks',
      function* () {
        yield* refs(2);
        throw new Error('no such line');
      },
      undefined,
      { outcome: 'ok pending, pending, stopped by Error: no such line', requests: 2 },
    ),
    many('the list is none', () => 5 as never, undefined, {
      outcome: 'ok stopped by invalid-argument',
      requests: 0,
    }),
    many(
      'abort in the middle',
      ({ server, controller }) => {
        void server.received(2).then(() => controller.abort());
        return refs(1000);
      },
      [okFor, [head(200), '{', STALL]],
      {
        outcome: 'ok pending, aborted, stopped by aborted',
        requests: 2,
        ms: [0, 10_000],
      },
    ),
    many(
      'abort while the list has nothing to give',
      ({ server, controller }) => {
        void server.received(1).then(() => setTimeout(() => controller.abort(), 100));
        return (async function* () {
          yield* refs(1);
          await new Promise(() => {});
        })();
      },
      undefined,
      { outcome: 'ok pending, stopped by aborted', requests: 1, ms: [0, 10_000] },
    ),
    {
      fault: 'as many at a time as there are, each with less time than the last waits for its turn',
      client: { totalTimeout: 3000 },
      call: async (exa) => {
        let accepted = 0;
        for await (const { ok: fine } of exa.cancelMany(refs(40), { concurrency: Number.POSITIVE_INFINITY }))
          if (fine) accepted++;
        return `${accepted} pending`;
      },
      want: { outcome: 'ok 40 pending', requests: 40, ms: [4000, 20_000] },
    },
    {
      fault: 'whoever iterates goes away: the work under way is stopped',
      answers: [okFor, [STALL]],
      client: { timeout: 60_000 },
      call: async (exa) => {
        for await (const { ok: fine } of exa.cancelMany(refs(1000), { concurrency: 3 })) return String(fine);
        return 'nothing';
      },
      want: { outcome: 'ok true', requests: 'any', ms: [0, 10_000] },
    },
  ],
};
