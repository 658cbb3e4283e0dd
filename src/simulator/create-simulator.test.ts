import { describe, expect, it } from '@jest/globals';
import { createSimulator, type Simulator } from './index.ts';
import { addressOf } from './testing/addresses.test-support.ts';

const headers = { 'x-api-key': 'a-key' };

function urlOf({ running }: Simulator): string {
  return `https://api.exa.ai/websets/v0/websets/${running.webset}/enrichments/${running.enrichment}`;
}

async function statusOf(simulator: Simulator): Promise<unknown> {
  const response = await simulator.fetch(urlOf(simulator), { headers });
  const { status } = (await response.json()) as { status: unknown };
  return status;
}

describe('a simulator', () => {
  it('answers a cancel with 200 while the status is still pending, and says canceled seconds later', async () => {
    const simulator = createSimulator({ clock: 'manual' });
    const cancel = await simulator.fetch(`${urlOf(simulator)}/cancel`, { method: 'POST', headers });

    expect(cancel.status).toBe(200);
    expect(await cancel.json()).toMatchObject({ status: 'pending', title: null });
    simulator.advance(5_999);
    expect(await statusOf(simulator)).toBe('pending');
    simulator.advance(1);
    expect(await statusOf(simulator)).toBe('canceled');
  });

  it('leaves an enrichment alone that nobody cancels', async () => {
    const simulator = createSimulator();
    simulator.advance(3_600_000);

    expect(await statusOf(simulator)).toBe('pending');
  });

  it('serves the same state on a real socket', async () => {
    const simulator = createSimulator({ clock: 'manual' });
    await simulator.fetch(`${urlOf(simulator)}/cancel`, { method: 'POST', headers });
    simulator.advance(6_000);
    const server = await simulator.listen();
    const url = urlOf(simulator).replace('https://api.exa.ai/websets', server.url);
    const response = await fetch(url, { headers });
    const body = await response.json();
    await server.close();

    expect(body).toMatchObject({ status: 'canceled', title: '[Deprecated]' });
  });
});

describe('what a test looks at, or has given,', () => {
  /** A read of the enrichment, after whatever was changed. */
  async function readOf(simulator: Simulator, enrichment = simulator.running.enrichment): Promise<unknown> {
    const url = addressOf({ ...simulator.running, enrichment });
    return (await simulator.fetch(url, { headers })).json();
  }

  /** Changes every field of everything below: views are only for looking at, but JavaScript does not know that. */
  function spoil(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, member] of Object.entries(value)) {
      spoil(member);
      (value as Record<string, unknown>)[name] = 'spoiled';
    }
  }

  it.each<[string, (simulator: Simulator) => unknown]>([
    ['the Websets', ({ websets }) => websets],
    ['a Webset that was added', (simulator) => simulator.addWebset({ enrichments: [{ options: [] }] })],
    [
      'an enrichment that was added',
      (simulator) => simulator.addEnrichment(simulator.running.webset, { metadata: { a: 'b' } }),
    ],
  ])('is not the state itself: %s', async (_, view) => {
    const simulator = createSimulator({ clock: 'manual' });
    const seen = view(simulator);
    const [before, read] = [structuredClone(simulator.websets), await readOf(simulator)];
    spoil(seen);

    expect(simulator.websets).toEqual(before);
    expect(await readOf(simulator)).toEqual(read);
  });

  it('may change without changing what it was given for', async () => {
    const options = [{ label: 'small' }];
    const metadata = { a: 'b' };
    const texts = { description: 'Size?', title: 'Size', instructions: 'Look twice.' };
    const seed = { id: 'e', format: 'options' as const, options, metadata, ...texts };
    const script = [{ fault: 'html-page' as const, status: 500 }];
    const simulator = createSimulator({ clock: 'manual', script, websets: [{ enrichments: [seed] }] });
    simulator.addEnrichment(simulator.running.webset, { ...seed, id: 'added' });
    spoil([seed, script]);

    expect((await simulator.fetch(urlOf(simulator), { headers })).status).toBe(500);
    for (const id of ['e', 'added']) {
      expect(await readOf(simulator, id)).toMatchObject({
        id,
        options: [{ label: 'small' }],
        metadata: { a: 'b' },
        ...texts,
      });
    }
  });

  it('is refused where it is no JSON', () => {
    const label: Record<string, unknown> = { label: 'small' };
    label['self'] = label;
    const enrichments = [{ id: 'e', options: [label] as unknown as { label: string }[] }];

    expect(() => createSimulator({ websets: [{ enrichments }] })).toThrow(
      'the enrichment "e" is not valid: it can\'t be written as JSON',
    );
  });
});
