import { describe, expect, it } from '@jest/globals';
import { refusalNames } from './faults/refusals.ts';
import { type ScenarioName, type SeenExchange, scenarioNames, scenarios } from './index.ts';
import { addressOf, cancelWithKey, withKey } from './testing/addresses.test-support.ts';
import { problemsOf } from './testing/conforms.test-support.ts';
import { stepped } from './testing/stepped.test-support.ts';

/** Cancels, reads at once, and reads a minute later; each as status, and status of the enrichment or tag. */
async function play(
  scenario: ScenarioName,
  of: 'server' | 'enrichment',
): Promise<[unknown[], SeenExchange[]]> {
  const seen: SeenExchange[] = [];
  const onExchange = (exchange: SeenExchange): number => seen.push(exchange);
  const simulator = stepped(
    of === 'server' ? { scenario, onExchange } : { websets: [{ enrichments: [{ scenario }] }], onExchange },
  );
  const address = addressOf(simulator.running);
  const answers = [];
  for (const [path, init] of [
    ['/cancel', cancelWithKey],
    ['', withKey],
    ['', withKey],
  ] as const) {
    const response = await simulator.fetch(`${address}${path}`, init);
    const { status, tag } = (await response.json()) as Record<string, unknown>;
    answers.push(`${response.status} ${status ?? tag ?? ''}`.trim());
    if (answers.length === 2) simulator.advance(60_000);
  }
  return [answers, seen];
}

const always = (answer: string): string[] => [answer, answer, answer];
const asynchronously = ['200 pending', '200 pending', '200 canceled'];

const want: Readonly<Record<ScenarioName, readonly string[]>> = {
  'async-cancel': asynchronously,
  instant: always('200 canceled'),
  'completes-first': ['200 pending', '200 pending', '200 completed'],
  'never-confirms': always('200 pending'),
  'second-cancel-200': asynchronously,
  'second-cancel-400': asynchronously,
  'second-cancel-409': asynchronously,
  'cancel-completed-200': always('200 completed'),
  'cancel-completed-400': ['400', '200 completed', '200 completed'],
  'cancel-completed-409': ['409', '200 completed', '200 completed'],
  'bad-request': always('400'),
  'bad-key': always('400'),
  unauthorized: always('401 INVALID_API_KEY'),
  'no-credits': always('402 NO_MORE_CREDITS'),
  'budget-exceeded': always('402 API_KEY_BUDGET_EXCEEDED'),
  'team-budget-exceeded': always('402 TEAM_BUDGET_EXCEEDED'),
  'feature-disabled': always('403 FEATURE_DISABLED'),
  'not-found': always('404'),
  conflict: always('409'),
  unprocessable: always('422'),
  'rate-limited': always('429 RATE_LIMIT_EXCEEDED'),
  'rate-limited-bare': always('429'),
  'internal-error': always('500'),
  'internal-error-service': always('500'),
  'bad-gateway': always('502'),
  overloaded: always('503 SERVICE_OVERLOADED'),
  'deadline-exceeded': always('504'),
};

describe.each(scenarioNames)('the scenario %s', (scenario) => {
  it.each(['server', 'enrichment'] as const)('plays for a %s, and within the contract', async (of) => {
    const [answers, seen] = await play(scenario, of);

    expect(answers).toEqual(want[scenario]);
    expect(seen).toHaveLength(3);
    expect(seen.flatMap(problemsOf)).toEqual([]);
  });

  it('says what happens', () => {
    expect(scenarios[scenario].does).toMatch(/^[A-Z].*\.$/);
  });
});

describe('scenarios side by side', () => {
  it('leave each other alone', async () => {
    const simulator = stepped({
      scenario: 'never-confirms',
      websets: [
        {
          id: 'w',
          enrichments: [
            { id: 'server' },
            { id: 'a', scenario: 'async-cancel' },
            { id: 'o', scenario: 'overloaded' },
          ],
        },
      ],
    });
    const statuses = [];
    for (const enrichment of ['server', 'a', 'o']) {
      const address = addressOf({ webset: 'w', enrichment });
      await simulator.fetch(`${address}/cancel`, cancelWithKey);
      simulator.advance(10_000);
      const body = (await (await simulator.fetch(address, withKey)).json()) as Record<string, unknown>;
      statuses.push(body['status'] ?? body['tag']);
    }

    expect(statuses).toEqual(['pending', 'canceled', 'SERVICE_OVERLOADED']);
  });

  it('can be tuned, for the server and for one enrichment', async () => {
    const simulator = stepped({
      scenario: 'completes-first',
      timings: { completesAfterCancel: 10 },
      websets: [
        { id: 'w', enrichments: [{ id: 'server' }, { id: 'own', timings: { completesAfterCancel: 20 } }] },
      ],
    });
    for (const enrichment of ['server', 'own']) {
      await simulator.fetch(`${addressOf({ webset: 'w', enrichment })}/cancel`, cancelWithKey);
    }
    simulator.advance(10);

    expect(simulator.websets[0]?.enrichments.map(({ status }) => status)).toEqual(['completed', 'pending']);
  });

  it('keep the timings that they say nothing about', async () => {
    const simulator = stepped({ scenario: 'async-cancel', timings: { cancelTakes: 50 } });
    await simulator.fetch(`${addressOf(simulator.running)}/cancel`, cancelWithKey);
    simulator.advance(50);

    expect(simulator.websets[0]?.enrichments[0]?.status).toBe('canceled');
  });
});

describe('a server that refuses', () => {
  const base = 'https://api.exa.ai/websets/v0/websets';
  const websets = [{ id: 'w', enrichments: [{ id: 'own', scenario: 'async-cancel' as const }, { id: 'e' }] }];

  it.each(refusalNames)(
    'with %s leaves alone an enrichment with a scenario of its own, and no other',
    async (scenario) => {
      const simulator = stepped({ scenario, websets });
      const cancel = (enrichment: string): Promise<Response> =>
        simulator.fetch(`${addressOf({ webset: 'w', enrichment })}/cancel`, cancelWithKey);
      const refused = Number(want[scenario][0]?.slice(0, 3));

      expect((await cancel('own')).status).toBe(200);
      expect((await cancel('e')).status).toBe(refused);
      expect((await cancel('none')).status).toBe(refused);
      simulator.advance(6_000);
      expect(simulator.websets[0]?.enrichments.map(({ status }) => status)).toEqual(['canceled', 'pending']);
    },
  );

  it('refuses one that is only tuned', async () => {
    const enrichments = [{ id: 'e', timings: { cancelTakes: 0 } }];
    const simulator = stepped({ scenario: 'no-credits', websets: [{ id: 'w', enrichments }] });
    const response = await simulator.fetch(addressOf({ webset: 'w', enrichment: 'e' }), withKey);

    expect(response.status).toBe(402);
  });

  it.each([
    ['GET', '/w', 200],
    ['GET', '/none', 404],
    ['POST', '/w/cancel', 200],
    ['GET', '/w/nothing', 404],
  ])('for it knows no enrichment still knows its Websets: %s %s answers %d', async (method, path, status) => {
    const simulator = stepped({ scenario: 'not-found', websets });
    const response = await simulator.fetch(`${base}${path}`, { ...withKey, method });

    expect(response.status).toBe(status);
    expect(await response.json()).not.toMatchObject({ message: 'Enrichment not found' });
  });
});
