import { describe, expect, it } from '@jest/globals';
import { createClient, type Enrichment } from 'exa-enrichments';
import { captureFetch, type Exchange } from 'exa-enrichments/contract';
import { createSimulator } from 'exa-enrichments/simulator';
import './support/extend-expect.ts';

describe('a cancel in the simulator, through the client', () => {
  it('is accepted first and done later, each answer as the contract says', async () => {
    const simulator = createSimulator();
    const seen: Exchange[] = [];
    const client = createClient({
      apiKey: 'not-a-real-key',
      maxRetries: 0,
      fetch: captureFetch(simulator.fetch, (exchange) => seen.push(exchange)),
    });

    const answered = await client.cancel(simulator.running);
    const statuses: Enrichment['status'][] = [answered.status];
    for (let reads = 0; reads < 30 && statuses.at(-1) === 'pending'; reads++) {
      simulator.advance(1000);
      statuses.push((await client.get(simulator.running)).status);
    }

    expect(statuses.length).toBeGreaterThan(2);
    expect(new Set(statuses.slice(0, -1))).toEqual(new Set(['pending']));
    expect(statuses.at(-1)).toBe('canceled');
    expect(seen).toHaveLength(statuses.length);
    for (const exchange of seen) expect(exchange).toMatchContract({ failOn: 'warning' });
  });

  it('of an enrichment that is not there is an error, as the contract says', async () => {
    const simulator = createSimulator();
    const seen: Exchange[] = [];
    const client = createClient({
      apiKey: 'not-a-real-key',
      fetch: captureFetch(simulator.fetch, (exchange) => seen.push(exchange)),
    });
    const { webset } = simulator.running;
    const cancel = client.cancel({ webset, enrichment: 'wenrich_nowhere' });
    await expect(cancel).rejects.toMatchObject({ status: 404, shape: 'service' });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchContract({ failOn: 'warning' });
  });
});
