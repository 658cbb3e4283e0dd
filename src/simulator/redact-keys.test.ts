import { describe, expect, it } from '@jest/globals';
import type { SeenExchange } from './index.ts';
import { addressOf } from './testing/addresses.test-support.ts';
import { stepped } from './testing/stepped.test-support.ts';

const KEY = 'k3y/of="somebody"';

async function shownOf(headers: Record<string, string>, keys?: readonly string[]): Promise<string> {
  const seen: SeenExchange[] = [];
  const simulator = stepped({ onExchange: (each) => seen.push(each), ...(keys && { keys }) });
  const address = addressOf({ webset: KEY, enrichment: `e-${KEY}` });
  const body = JSON.stringify({ key: KEY });
  await simulator.fetch(`${address}/cancel?token=${encodeURIComponent(KEY)}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'x-other': KEY },
    body,
  });
  expect(seen).toHaveLength(1);
  return JSON.stringify([simulator.requests, seen]);
}

describe('what is shown of a request', () => {
  it.each([
    ['x-api-key', { 'x-api-key': KEY }, undefined],
    ['a bearer token', { authorization: `Bearer ${KEY}` }, undefined],
    ['no header, but accepted', {}, [KEY]],
  ])('holds the key nowhere, where it came by %s', async (_, headers, keys) => {
    const shown = await shownOf(headers as Record<string, string>, keys);
    expect(shown).not.toContain('k3y');
    expect(shown).toContain('/v0/websets/<redacted>/enrichments/e-<redacted>/cancel');
  });

  it('is left alone by a key that is but a word', async () => {
    const simulator = stepped();
    await simulator.fetch(addressOf({ webset: 'w', enrichment: 'e' }), { headers: { 'x-api-key': 'v0' } });
    expect(simulator.requests[0]?.path).toBe('/websets/v0/websets/w/enrichments/e');
  });
});
