import { describe, expect, it } from '@jest/globals';
import { type ClientOptions, createClient, type ExaError } from './index.ts';

// What holds of the client whatever it is made of: by the package's own entry, on the clock and the timers of the platform.

const REF = { webset: 'w', enrichment: 'wenrich_1' };
const ENRICHMENT = {
  id: 'wenrich_1',
  object: 'webset_enrichment',
  status: 'pending',
  websetId: 'w',
  title: null,
  description: 'Find the name of the CEO',
  format: 'text',
  options: null,
  instructions: null,
  metadata: {},
  createdAt: '2026-01-02T03:04:05.678Z',
  updatedAt: '2026-01-02T03:04:05.678Z',
};

type Answer = () => Response | Error;
const answer = (body: object, status = 200): Response => Response.json(body, { status });

/** A client whose requests are answered after 30 ms, and end sooner where their signal says so. */
function setup(answers: readonly Answer[], options: ClientOptions = {}) {
  const sent: string[] = [];
  const exa = createClient({
    apiKey: 'k',
    baseUrl: 'http://127.0.0.1:1',
    maxRetries: 0,
    ...options,
    fetch: (request, { signal }) =>
      new Promise((resolve, reject) => {
        const given = answers[Math.min(sent.length, answers.length - 1)]?.();
        sent.push(request.method);
        signal.addEventListener('abort', () => reject(signal.reason));
        setTimeout(() => (given instanceof Response ? resolve(given) : reject(given)), 30);
      }),
  });
  return { exa, sent };
}

const ended = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);

// A timer of the platform takes a signed 32-bit number of milliseconds, and fires at once for anything above it.
const FOR_EVER = [
  2 ** 31 - 1,
  2 ** 31,
  2 ** 32 + 1,
  30 * 86_400_000,
  Number.MAX_VALUE,
  Number.POSITIVE_INFINITY,
];

describe('a time that is longer than a timer can be', () => {
  it.each(FOR_EVER)('is not over at once as the limit of an attempt: %d ms', async (timeout) => {
    const { exa } = setup([() => answer(ENRICHMENT)], { timeout, totalTimeout: Number.POSITIVE_INFINITY });
    expect(await ended(exa.cancel(REF))).toMatchObject({ status: 'pending' });
    expect(await ended(exa.get(REF))).toMatchObject({ status: 'pending' });
  });

  it.each(FOR_EVER)('is not over at once as the limit of a call: %d ms', async (totalTimeout) => {
    const { exa } = setup([() => answer(ENRICHMENT)], { totalTimeout, timeout: Number.POSITIVE_INFINITY });
    expect(await ended(exa.cancel(REF))).toMatchObject({ status: 'pending' });
  });

  it.each(FOR_EVER)('is not over at once as the limit of a wait: %d ms', async (timeout) => {
    const reads = ['pending', 'canceled'].map((status) => () => answer({ ...ENRICHMENT, status }));
    const { exa, sent } = setup([() => answer(ENRICHMENT), ...reads]);
    const outcome = await ended(exa.cancelAndWait(REF, { timeout, pollInterval: 20 }));
    expect(outcome).toMatchObject({ enrichment: { status: 'canceled' }, polls: 2 });
    expect(sent).toEqual(['POST', 'GET', 'GET']);
  });

  it.each(FOR_EVER.filter(Number.isFinite))(
    'is not over at once as the pause between reads: %d ms',
    async (pollInterval) => {
      const { exa, sent } = setup([() => answer(ENRICHMENT)]);
      const signal = AbortSignal.timeout(150);
      const waiting = exa.cancelAndWait(REF, { timeout: Number.POSITIVE_INFINITY, pollInterval, signal });
      expect(await ended(waiting)).toMatchObject({ code: 'aborted' });
      expect(sent.filter((method) => method === 'GET').length).toBeLessThan(2);
    },
  );
});

describe('the causes of an error', () => {
  const chain = (length: number): Error => {
    const cause = length > 1 ? { cause: chain(length - 1) } : {};
    return Object.assign(new Error(`cause ${length}`, cause), { code: `E${length}` });
  };
  const causesOf = (error: unknown): string[] => {
    const { cause } = Object(error) as Error;
    return cause instanceof Error ? [cause.message, ...causesOf(cause)] : [];
  };

  it('are told five deep, and no deeper', async () => {
    const told = async (length: number): Promise<string[]> =>
      causesOf(await ended(setup([() => chain(length)]).exa.get(REF)));
    expect(await told(1)).toEqual(['cause 1']);
    expect(await told(5)).toEqual(['cause 5', 'cause 4', 'cause 3', 'cause 2', 'cause 1']);
    expect(await told(9)).toEqual(['cause 9', 'cause 8', 'cause 7', 'cause 6', 'cause 5']);
  });
});

describe('nothing is left behind that nobody handles', () => {
  const refused: Answer = () => answer({ requestId: 'r', error: 'It was so' }, 409);
  const failing = async function* () {
    yield REF;
    throw new Error('the input broke');
  };
  // Plain JavaScript may give promises, also where only a list is asked for.
  const rejecting = (): Iterable<typeof REF> =>
    [Promise.reject(new Error('not this one'))] as unknown as Iterable<typeof REF>;
  const all = async (results: AsyncIterable<{ readonly ok: boolean }>): Promise<unknown> => {
    const oks: boolean[] = [];
    try {
      for await (const { ok } of results) oks.push(ok);
      return oks;
    } catch (error) {
      return [...oks, (error as ExaError).message];
    }
  };

  // Jest is told to fail a test for what it leaves behind.
  it.each<[string, () => Promise<unknown>, unknown]>([
    ['by a refused call', () => ended(setup([refused]).exa.cancel(REF)), { status: 409 }],
    [
      'by a call that is given up while it is sent',
      () => ended(setup([refused]).exa.cancel(REF, { signal: AbortSignal.timeout(5) })),
      { code: 'aborted' },
    ],
    [
      'by a call that is given up before its next attempt',
      () =>
        ended(
          setup([() => answer({}, 503)], { maxRetries: 3 }).exa.cancel(REF, {
            signal: AbortSignal.timeout(60),
          }),
        ),
      { code: 'aborted' },
    ],
    [
      'by many that are refused',
      () => all(setup([refused]).exa.cancelMany([REF, { ...REF, enrichment: 'wenrich_2' }])),
      [false, false],
    ],
    [
      'by an input that breaks',
      () => all(setup([() => answer(ENRICHMENT)]).exa.cancelMany(failing())),
      [true, expect.stringContaining('the input broke')],
    ],
    [
      'by an input that gives rejections',
      () => all(setup([() => answer(ENRICHMENT)]).exa.cancelMany(rejecting())),
      [expect.stringContaining('not this one')],
    ],
  ])('%s', async (_, act, want) => {
    const outcome = await act();
    if (Array.isArray(want)) expect(outcome).toEqual(want);
    else expect(outcome).toMatchObject(want as object);
  });
});
