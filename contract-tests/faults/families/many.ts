import { type EnrichmentRef, isExaError, type Many, type ManyOptions } from 'exa-enrichments';
import type { Family, Fault, Scene } from '../fault.ts';
import { outcomeOf } from '../outcome.ts';
import { head, json, okFor } from '../wire/replies.ts';
import { RESET, STALL } from '../wire/steps.ts';

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

function refs(count: number): EnrichmentRef[] {
  return Array.from({ length: count }, (_, at) => ({ webset: 'w', enrichment: `e${at}` }));
}

export const manyAtOnce: Family = {
  family: 'Many',
  faults: [
    many('401 on the second: the rest is not tried', () => refs(5), [okFor, json(401, {})], {
      outcome: 'ok pending, authentication 401, stopped by authentication 401',
      requests: 2,
    }),
    many('404 on the second: the others go on', () => refs(3), [okFor, json(404, {}), okFor], {
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
    many('resets', () => refs(3), [[RESET], okFor, [RESET], okFor], {
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
