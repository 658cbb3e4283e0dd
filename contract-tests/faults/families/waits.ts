import { isExaError, type WaitOptions } from 'exa-enrichments';
import type { Family, Fault } from '../fault.ts';
import { REF } from '../try-fault.ts';
import { broken } from '../wire/broken.ts';
import type { Answer } from '../wire/raw-server.ts';
import { byMethod, enrichment, json, ok, reply } from '../wire/replies.ts';
import { STALL } from '../wire/steps.ts';

function waiting(
  fault: string,
  answers: readonly Answer[],
  want: Fault['want'],
  options: WaitOptions = {},
): Fault {
  return {
    fault,
    answers,
    client: { timeout: 1000 },
    call: (exa, { controller }) =>
      exa.cancelAndWait(REF, { signal: controller.signal, pollInterval: 20, timeout: 10_000, ...options }),
    want,
  };
}

/** Takes one cancel, and calls every other one a bad request, by when it is canceled. */
function refusesTheSecond(status: number): Answer[] {
  let cancels = 0;
  return [
    ({ method }) => {
      if (method === 'POST' && ++cancels > 1) return json(status, { requestId: 'r1', error: 'Not running' });
      return ok(cancels > 1 ? 'canceled' : 'pending');
    },
  ];
}

function codeOf(error: unknown): string {
  return isExaError(error) ? error.code : String(error);
}

const unavailable = broken.overloaded;
/** Accepted, and then an error that ends the wait: the cancel stands. */
const ended = { attempts: 2, may: true, requests: 2 } as const;

export const waits: Family = {
  family: 'Waiting for the end',
  faults: [
    waiting('answered pending, then canceled', [ok(), ok(), ok('canceled')], {
      outcome: 'ok canceled',
      requests: 3,
    }),
    waiting('the race is lost', [ok(), ok(), ok('completed')], { outcome: 'ok completed', requests: 3 }),
    waiting('canceled at once', [ok('canceled')], { outcome: 'ok canceled', fields: { polls: 0 } }),
    waiting(
      '5 reads in a row fail in different ways',
      [ok(), unavailable, broken.reset, json(429, {}), broken.cut, broken['internal-error'], ok('canceled')],
      { outcome: 'ok canceled', requests: 7, fields: { polls: 6 } },
    ),
    waiting('6 reads in a row fail', [ok(), unavailable], {
      outcome: 'cancel-not-confirmed',
      attempts: 7,
      may: true,
      fields: { enrichment: enrichment() },
    }),
    waiting('a read is not answered in time', [ok(), [STALL], ok('canceled')], {
      outcome: 'ok canceled',
      requests: 3,
      ms: [1000, 15_000],
    }),
    waiting(
      'it never ends',
      [ok()],
      {
        outcome: 'cancel-not-confirmed',
        attempts: 'any',
        may: true,
        requests: 'any',
        ms: [800, 10_000],
      },
      { timeout: 1000 },
    ),
    waiting(
      'no read is answered before the deadline',
      [ok(), [STALL]],
      {
        outcome: 'cancel-not-confirmed',
        attempts: 2,
        may: true,
        ms: [650, 10_000],
      },
      { timeout: 700 },
    ),
    waiting('a read asks for a second', [ok(), json(429, {}, { 'retry-after': '1' }), ok('canceled')], {
      outcome: 'ok canceled',
      requests: 3,
      ms: [1000, 15_000],
    }),
    waiting('a read asks for more than there is', [ok(), json(429, {}, { 'retry-after': '30' })], {
      outcome: 'cancel-not-confirmed',
      attempts: 2,
      may: true,
      ms: [0, 5000],
    }),
    waiting('the key is revoked', [ok(), broken.unauthorized], { outcome: 'authentication 401', ...ended }),
    waiting('the plan no longer allows it', [ok(), json(403, {})], {
      outcome: 'permission-denied 403',
      ...ended,
    }),
    waiting('the enrichment is gone', [ok(), broken['not-found']], { outcome: 'not-found 404', ...ended }),
    waiting('a read is redirected', [ok(), broken.redirect], {
      outcome: 'redirect 302',
      ...ended,
    }),
    waiting('a read answers {"hello":1}', [ok(), json(200, { hello: 1 })], {
      outcome: 'response-validation 200',
      ...ended,
    }),
    waiting('the cancel itself is refused', [broken['not-found']], {
      outcome: 'not-found 404',
      attempts: 1,
      may: false,
    }),
    waiting('the cancel is refused as too late: it was canceled', [byMethod(json(409, {}), ok('canceled'))], {
      outcome: 'ok canceled',
      requests: 2,
    }),
    ...[400, 410, 422].map((status) =>
      waiting(
        `a second cancel is refused with ${status}: it was canceled`,
        [byMethod(json(status, { requestId: 'r1', error: 'Not running' }), ok('canceled'))],
        { outcome: 'ok canceled', requests: 2 },
      ),
    ),
    waiting(
      'the cancel is lost three times, and it was canceled',
      [byMethod(broken['internal-error'], ok('canceled'))],
      { outcome: 'ok canceled', requests: 4 },
      { timeout: 20_000 },
    ),
    waiting(
      'the cancel is lost three times, and it goes on',
      [byMethod(broken['internal-error'], ok('pending'))],
      { outcome: 'server 500', attempts: 4, may: true, fields: { enrichment: enrichment() } },
      { timeout: 20_000 },
    ),
    waiting(
      'Cloudflare answers for the API: 520, 522, 524, 529 and 530',
      [ok(), ...[520, 522, 524, 529, 530].map((status) => reply(status)), ok('canceled')],
      { outcome: 'ok canceled', requests: 7 },
    ),
    {
      ...waiting('waited for again, after the time was up', [ok(), ok('canceled')], {
        outcome: 'ok canceled',
        requests: 1,
      }),
      answers: [ok('canceled')],
      call: (exa) => exa.waitForEnd(REF),
    },
    {
      ...waiting('waited for with another cancel, after the time was up, which is refused with 400', [], {
        outcome: 'ok unconfirmed, then canceled',
        requests: 'any',
        ms: [2500, 20_000],
      }),
      answers: () => refusesTheSecond(400),
      call: async (exa) => {
        const first = await exa.cancelAndWait(REF, { pollInterval: 100, timeout: 3000 }).catch(codeOf);
        const { outcome } = await exa.cancelAndWait(REF);
        return `${first === 'cancel-not-confirmed' ? 'unconfirmed' : String(first)}, then ${outcome}`;
      },
    },
    {
      ...waiting('it takes long: reads are no further apart than is wanted', [], {
        outcome: 'ok canceled',
        requests: 'any',
        ms: [1000, 10_000],
      }),
      answers: [ok(), ...Array.from({ length: 8 }, () => ok()), ok('canceled')],
      call: (exa) => exa.cancelAndWait(REF, { pollInterval: 150, maxPollInterval: 150 }),
    },
    waiting('the cancel is refused, but it goes on', [byMethod(json(409, {}), ok('pending'))], {
      outcome: 'conflict 409',
      attempts: 2,
      may: false,
    }),
    waiting(
      'the cancel is refused late, and the read that follows is not answered',
      [byMethod([600, ...json(409, {})], [STALL])],
      { outcome: 'conflict 409', attempts: 2, may: false, ms: [1000, 1550] },
      { timeout: 1000 },
    ),
    {
      ...waiting('the cancel is refused, and the read aborted', [byMethod(json(409, {}), [STALL])], {
        outcome: 'aborted',
        attempts: 2,
        may: false,
      }),
      call: (exa, { server, controller: { signal }, controller }) => {
        void server.received(2).then(() => controller.abort());
        return exa.cancelAndWait(REF, { signal });
      },
    },
    waiting(
      'the cancel is not answered before the deadline',
      [broken.silence],
      {
        outcome: 'timeout total',
        attempts: 1,
        may: true,
        ms: [450, 10_000],
      },
      { timeout: 500 },
    ),
  ],
};
