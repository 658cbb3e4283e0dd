import { describe, expect, it } from '@jest/globals';
import { createSimulator, type Simulator } from './index.ts';

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
