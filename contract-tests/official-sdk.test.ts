import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createClient, InvalidArgumentError } from 'exa-enrichments';
import { createSimulator, type Simulator, type SimulatorServer } from 'exa-enrichments/simulator';
import { Exa, ExaError } from 'exa-js';

const apiKey = 'not-a-real-key';
let simulator: Simulator;
let server: SimulatorServer;
let sdk: Exa;

beforeEach(async () => {
  simulator = createSimulator({ clock: 'manual' });
  server = await simulator.listen();
  sdk = new Exa(apiKey, new URL(server.url).origin);
});

afterEach(() => server.close());

/** What was asked, by operationId and status. */
const asked = (): string[] => simulator.requests.map(({ operationId, status }) => `${operationId} ${status}`);

describe('the official SDK, against the simulator,', () => {
  it('cancels an enrichment and reads it back', async () => {
    const { webset, enrichment } = simulator.running;
    const answered = await sdk.websets.enrichments.cancel(webset, enrichment);
    const early = await sdk.websets.enrichments.get(webset, enrichment);
    simulator.advance(6_000);
    const late = await sdk.websets.enrichments.get(webset, enrichment);

    expect([answered, early, late].map(({ id, status }) => [id, status])).toEqual([
      [enrichment, 'pending'],
      [enrichment, 'pending'],
      [enrichment, 'canceled'],
    ]);
    expect(asked()).toEqual([
      'websets-enrichments-cancel 200',
      'websets-enrichments-get 200',
      'websets-enrichments-get 200',
    ]);
  });

  it('reads the same as our client', async () => {
    const { webset, enrichment } = simulator.running;
    const ours = createClient({ apiKey, fetch: simulator.fetch });

    expect(await sdk.websets.enrichments.get(webset, enrichment)).toEqual(await ours.get(simulator.running));
  });

  it('is told of an enrichment that is not there', async () => {
    const cancel = sdk.websets.enrichments.cancel(simulator.running.webset, 'wenrich_nowhere');

    await expect(cancel).rejects.toMatchObject({ name: 'ExaError', statusCode: 404 });
    await expect(cancel).rejects.toBeInstanceOf(ExaError);
  });

  it('makes an enrichment, which our client cancels', async () => {
    const { webset } = simulator.running;
    const { id } = await sdk.websets.enrichments.create(webset, { description: 'How large is it?' });
    const ours = createClient({ apiKey, fetch: simulator.fetch });

    expect(await ours.cancel({ webset, enrichment: id })).toMatchObject({ id, status: 'pending' });
  });
});

describe('an enrichment id of ".."', () => {
  it('makes the official SDK stop the whole Webset', async () => {
    await sdk.websets.enrichments.cancel(simulator.running.webset, '..');

    expect(asked()).toEqual(['websets-cancel 200']);
    expect(simulator.websets[0]?.canceled).toBe(true);
  });

  it('is refused by our client before anything is sent', async () => {
    const ours = createClient({ apiKey, baseUrl: server.url });
    const cancel = ours.cancel({ webset: simulator.running.webset, enrichment: '..' });

    await expect(cancel).rejects.toBeInstanceOf(InvalidArgumentError);
    expect(simulator.requestCount).toBe(0);
    expect(simulator.websets[0]?.canceled).toBe(false);
  });
});
