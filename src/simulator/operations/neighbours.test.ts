import { describe, expect, it } from '@jest/globals';
import type { Simulator } from '../index.ts';
import { addressOf, withKey } from '../testing/addresses.test-support.ts';
import { stepped } from '../testing/stepped.test-support.ts';

const base = 'https://api.exa.ai/websets/v0/websets';

async function post(
  simulator: Simulator,
  path: string,
  body: unknown,
): Promise<[number, Record<string, unknown>]> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await simulator.fetch(`${base}${path}`, { ...withKey, method: 'POST', body: text });
  return [response.status, (await response.json()) as Record<string, unknown>];
}

describe('the neighbours of the two operations', () => {
  it('create a webset and an enrichment in it, which then runs', async () => {
    const simulator = stepped({ websets: [] });
    const [created, webset] = await post(simulator, '', { externalId: 'mine' });
    const [added, enrichment] = await post(simulator, '/mine/enrichments', {
      description: 'How large is it?',
      options: [{ label: 'small' }],
      format: 'options',
    });
    const reference = { webset: 'mine', enrichment: String(enrichment['id']) };
    const read = await simulator.fetch(addressOf(reference), withKey);

    expect([created, added]).toEqual([201, 201]);
    expect(await read.json()).toEqual(enrichment);
    expect(enrichment).toMatchObject({ websetId: webset['id'], status: 'pending', format: 'options' });
  });

  it('read a webset with all its enrichments', async () => {
    const simulator = stepped();
    const { webset, enrichment } = simulator.running;
    const response = await simulator.fetch(`${base}/${webset}`, withKey);

    expect(await response.json()).toMatchObject({
      id: webset,
      status: 'running',
      enrichments: [{ id: enrichment }],
    });
  });

  it.each([
    ['no JSON', '', 'nothing'],
    ['no object', '', '[]'],
    ['an externalId that is no text', '', { externalId: 7 }],
    ['an externalId of 301 characters', '', { externalId: 'x'.repeat(301) }],
    ['no description', '/taken/enrichments', {}],
    ['an unknown format', '/taken/enrichments', { description: 'd', format: 'html' }],
    ['too long metadata', '/taken/enrichments', { description: 'd', metadata: { a: 'x'.repeat(1_001) } }],
  ])('refuse %s with 400', async (_, path, body) => {
    const simulator = stepped({ websets: [{ externalId: 'taken' }] });

    expect((await post(simulator, path, body))[0]).toBe(400);
    expect(simulator.websets).toHaveLength(1);
    expect(simulator.websets[0]?.enrichments).toEqual([]);
  });

  it('refuse an externalId that is taken, and a webset that is not there', async () => {
    const simulator = stepped({ websets: [{ externalId: 'taken' }] });

    expect((await post(simulator, '', { externalId: 'taken' }))[0]).toBe(409);
    expect((await post(simulator, '/none/enrichments', { description: 'd' }))[0]).toBe(404);
    expect((await post(simulator, '/none/cancel', ''))[0]).toBe(404);
  });
});

describe('a cancel of a whole webset', () => {
  it.each([true, false])('answers as if it had taken effect; it has: %p', async (processed) => {
    const script = [{ fault: 'wrong-content-type', processed }] as const;
    const simulator = stepped({ scenario: 'instant', script });
    const { webset } = simulator.running;
    const [, answered] = await post(simulator, `/${webset}/cancel`, '');

    expect(answered).toMatchObject({ status: 'idle', enrichments: [{ status: 'canceled' }] });
    expect(simulator.websets[0]).toMatchObject({
      canceled: processed,
      enrichments: [{ status: processed ? 'canceled' : 'pending' }],
    });
  });
});
