import type { Family, Fault } from '../fault.ts';
import { broken } from '../wire/broken.ts';
import type { Answer } from '../wire/raw-server.ts';
import { byMethod, enrichment, json, ok, reply } from '../wire/replies.ts';
import { STALL, type Step } from '../wire/steps.ts';

const conflict = json(409, { requestId: 'r1', error: 'Already canceled' });
const missing = json(404, { requestId: 'r1', error: 'Not found' });

/** The first attempt was lost, the second is refused; then what does a read say? */
function lost(
  fault: string,
  first: Answer,
  refusal: readonly Step[],
  read: readonly Step[],
  want: Fault['want'],
): Fault {
  return { fault, answers: [first, byMethod(refusal, read)], client: { timeout: 600 }, want };
}

const settled = { outcome: 'ok canceled', requests: 3 } as const;

export const ambiguity: Family = {
  family: 'Ambiguity',
  faults: [
    lost(
      'reset after the server did it, then 409; it is canceled',
      broken.reset,
      conflict,
      ok('canceled'),
      settled,
    ),
    lost(
      'reset after the server did it, then 404; it is canceled',
      broken.reset,
      missing,
      ok('canceled'),
      settled,
    ),
    lost('body lost, then 400; it is canceled', broken.cut, json(400, {}), ok('canceled'), settled),
    lost('no answer in time, then 409; it is canceled', [STALL], conflict, ok('canceled'), settled),
    lost('500, then 409; it is canceled', json(500, {}), conflict, ok('canceled'), settled),
    lost('408, then 422; it is canceled', json(408, {}), json(422, {}), ok('canceled'), settled),
    lost('reset, then 409; it is still pending', broken.reset, conflict, ok('pending'), {
      outcome: 'conflict 409',
      attempts: 2,
      may: true,
      requests: 3,
    }),
    lost('reset, then 409; it was completed', broken.reset, conflict, ok('completed'), {
      outcome: 'conflict 409',
      attempts: 2,
      may: false,
      requests: 3,
    }),
    lost(
      'reset, then 409; and the read tells of another one',
      broken.reset,
      conflict,
      json(200, enrichment({ id: 'wenrich_02', status: 'canceled' })),
      { outcome: 'conflict 409', attempts: 2, may: true, requests: 3 },
    ),
    lost('reset, then 404; and nobody can say more', broken.reset, missing, missing, {
      outcome: 'not-found 404',
      attempts: 2,
      may: true,
      requests: 3,
    }),
    lost(
      'reset, then 401; and the read is refused too',
      broken.reset,
      broken.unauthorized,
      broken.unauthorized,
      {
        outcome: 'authentication 401',
        attempts: 2,
        may: true,
        requests: 3,
      },
    ),
    {
      fault: 'reset, then 409, then the read is reset too; it is canceled',
      answers: [broken.reset, conflict, broken.reset, ok('canceled')],
      want: { outcome: 'ok canceled', requests: 4 },
    },
    {
      fault: 'published as not processed, then 409: there is no doubt, and no read',
      answers: [
        json(503, { requestId: 'r', error: 'e', tag: 'SERVICE_OVERLOADED' }),
        byMethod(conflict, ok('canceled')),
      ],
      want: { outcome: 'conflict 409', attempts: 2, may: false },
    },
    {
      fault: '429, then 409: there is no doubt, and no read',
      answers: [json(429, {}), byMethod(conflict, ok('canceled'))],
      want: { outcome: 'conflict 409', attempts: 2, may: false },
    },
    {
      fault: '409 at once: there is no doubt, and no read',
      answers: [byMethod(conflict, ok('canceled'))],
      want: { outcome: 'conflict 409', attempts: 1, may: false },
    },
    {
      fault: 'reset, then accepted',
      answers: [broken.reset, ok('pending')],
      want: { outcome: 'ok pending', requests: 2 },
    },
    {
      fault: 'reset, then a web page',
      answers: [broken.reset, reply(200, '<html>', { 'content-type': 'text/html' })],
      want: { outcome: 'response-parse html', attempts: 2, may: true },
    },
    {
      fault: 'reset, then a redirect',
      answers: [broken.reset, broken.redirect],
      want: { outcome: 'redirect 302', attempts: 2, may: true },
    },
  ],
};
