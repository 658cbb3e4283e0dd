import { describe, expect, it } from '@jest/globals';
import type { SimulatorOptions } from '../index.ts';
import { createRandom } from '../random.ts';
import { addressOf, cancelWithKey, withKey } from '../testing/addresses.test-support.ts';
import { stepped } from '../testing/stepped.test-support.ts';
import { createPlan } from './fault-plan.ts';

/** What each of `count` requests for `operationId` meets. */
function met(plan: ReturnType<typeof createPlan>, count: number, operationId = 'any'): unknown[] {
  return Array.from({ length: count }, () => plan.next(operationId, (fault) => fault));
}

const random = (): (() => number) => createRandom(1, 'faults');

describe('a plan of faults', () => {
  it('follows the script first, and then the rules', () => {
    const plan = createPlan(['delay'], ['ok', 'reset', { fault: 'drip', ms: 5 }, 'overloaded'], random());

    expect(met(plan, 6)).toEqual([
      undefined,
      { fault: 'reset' },
      { fault: 'drip', ms: 5 },
      { fault: 'overloaded' },
      { fault: 'delay' },
      { fault: 'delay' },
    ]);
  });

  it('can be added to while it runs', () => {
    const plan = createPlan([], ['reset'], random());
    plan.enqueue(['ok', 'cut']);

    expect(met(plan, 4)).toEqual([{ fault: 'reset' }, undefined, { fault: 'cut' }, undefined]);
  });

  it('strikes as often as the probability says, and the same way for the same seed', () => {
    const rules = [{ fault: 'reset', probability: 0.2 }] as const;
    const struck = met(createPlan(rules, [], random()), 10_000);
    const hits = struck.filter((fault) => fault !== undefined).length;

    expect(Math.abs(hits - 2_000)).toBeLessThan(150);
    expect(met(createPlan(rules, [], random()), 10_000)).toEqual(struck);
  });

  it('never strikes with probability 0, and always with 1', () => {
    const plan = createPlan(
      [
        { fault: 'reset', probability: 0 },
        { fault: 'cut', probability: 1 },
      ],
      [],
      random(),
    );

    expect(new Set(met(plan, 100).map((fault) => JSON.stringify(fault)))).toEqual(
      new Set([JSON.stringify({ fault: 'cut', probability: 1 })]),
    );
  });

  it('strikes only the operation that it is for, and only so many times', () => {
    const plan = createPlan([{ fault: 'reset', on: 'this', times: 2 }], [], random());

    expect(met(plan, 3, 'that')).toEqual([undefined, undefined, undefined]);
    expect(met(plan, 3, 'this').map((fault) => fault !== undefined)).toEqual([true, true, false]);
  });
});

describe('a rule that finds nothing to break', () => {
  /** Creates a Webset and an enrichment in it, and answers what the log says of both and of a cancel. */
  async function struck(options: SimulatorOptions): Promise<unknown> {
    const simulator = stepped({ websets: [], rateLimit: 'off', ...options });
    const base = 'https://api.exa.ai/websets/v0/websets';
    const post = (path: string, body?: object): Promise<Response> =>
      simulator.fetch(`${base}${path}`, {
        ...cancelWithKey,
        ...(body && { body: JSON.stringify(body) }),
      });
    await post('', { externalId: 'w' });
    await post('/w/enrichments', { description: 'd' });
    const id = simulator.websets[0]?.enrichments[0]?.id;
    await post(`/w/enrichments/${id}/cancel`);
    await post(`/w/enrichments/none/cancel`);
    return simulator.requests.map(({ status, fault }) => `${status} ${fault ?? '-'}`);
  }

  it.each<[string, SimulatorOptions, string[]]>([
    [
      'has not struck',
      { faults: [{ fault: 'bad-enum', times: 1 }] },
      ['201 -', '201 bad-enum', '200 -', '404 -'],
    ],
    [
      'lets the next one strike',
      { faults: [{ fault: 'bad-enum', times: 1 }, 'truncation'] },
      ['201 truncation', '201 bad-enum', '200 truncation', '404 truncation'],
    ],
    [
      'leaves it to the next one whether the request takes effect',
      {
        faults: [
          { fault: 'bad-enum', on: 'websets-create' },
          { fault: 'overloaded', times: 1 },
        ],
      },
      ['503 overloaded', '404 -', '404 -', '404 -'],
    ],
    [
      'uses up its step where it is one of the script',
      { script: ['bad-enum', 'bad-enum'], faults: ['truncation'] },
      ['201 -', '201 bad-enum', '200 truncation', '404 truncation'],
    ],
  ])('%s', async (_, options, want) => {
    expect(await struck(options)).toEqual(want);
  });
});

describe('whether a request takes effect', () => {
  const options = { script: ['reset'] } satisfies SimulatorOptions;
  it.each([
    ['a lost answer', options, 'canceled'],
    ['a connection lost beforehand', { script: [{ fault: 'reset', processed: false }] }, 'pending'],
    ['the page of a gateway', { script: ['html-page'] }, 'pending'],
    ['a page after the fact', { script: [{ fault: 'html-page', processed: true }] }, 'canceled'],
    ['an overload, which is published not to be processed', { script: ['overloaded'] }, 'pending'],
    [
      'a deadline that passed after the fact',
      { script: [{ fault: 'deadline-exceeded', processed: true }] },
      'canceled',
    ],
  ] satisfies [string, SimulatorOptions, string][])(
    'with %s is seen in what becomes of it',
    async (_, given, want) => {
      const simulator = stepped(given);
      const address = addressOf(simulator.running);
      await simulator.fetch(`${address}/cancel`, cancelWithKey).catch(() => undefined);
      simulator.advance(10_000);
      const read = await simulator.fetch(address, withKey);

      expect(await read.json()).toMatchObject({ status: want });
    },
  );
});
