import { describe, expect, it } from '@jest/globals';
import { array, assert, asyncProperty, constantFrom, integer } from 'fast-check';
import type { SeenExchange, SimulatorOptions } from './index.ts';
import { addressOf, cancelWithKey, withKey } from './testing/addresses.test-support.ts';
import { stepped } from './testing/stepped.test-support.ts';

const calls = ['cancel', 'read', 'wait', 'create'] as const;
type Call = (typeof calls)[number];

/** Everything that went over the wire, as text. */
async function play(options: SimulatorOptions, steps: readonly Call[]): Promise<string> {
  const seen: SeenExchange[] = [];
  const simulator = stepped({ ...options, onExchange: (exchange) => seen.push(exchange) });
  const address = addressOf(simulator.running);
  const body = '{"description":"How large is it?"}';
  for (const step of steps) {
    if (step === 'wait') simulator.advance(1_500);
    else if (step === 'cancel')
      await simulator.fetch(`${address}/cancel`, cancelWithKey).catch(() => undefined);
    else if (step === 'read') await simulator.fetch(address, withKey).catch(() => undefined);
    else {
      const url = address.replace(/\/[^/]*$/, '');
      await simulator.fetch(url, { ...withKey, method: 'POST', body }).catch(() => undefined);
    }
  }
  return JSON.stringify(seen);
}

describe('a simulator', () => {
  it('answers the same calls with the same bytes for the same seed, faults and all', async () => {
    const faults = [
      { fault: 'reset', probability: 0.3 },
      { fault: 'bad-enum', probability: 0.3 },
    ] as const;
    await assert(
      asyncProperty(
        integer({ min: 0 }),
        array(constantFrom(...calls), { maxLength: 12 }),
        async (seed, steps) => {
          expect(await play({ seed, faults }, steps)).toBe(await play({ seed, faults }, steps));
        },
      ),
    );
  });

  it('answers with other ids for another seed', async () => {
    expect(await play({ seed: 1 }, ['read'])).not.toBe(await play({ seed: 2 }, ['read']));
  });

  it('does not change its ids because of a fault that rolls the dice', async () => {
    const faults = [
      { fault: 'reset', probability: 0 },
      { fault: 'cut', probability: 0.000001 },
    ] as const;
    const steps = ['create', 'read', 'create', 'cancel'] as const;

    expect(await play({ faults }, steps)).toBe(await play({}, steps));
  });

  it('takes ids and randomness from outside', async () => {
    let made = 0;
    const createId = (prefix: string): string => `${prefix}_${made++}`;
    const simulator = stepped({ createId, random: () => 0.5 });
    const response = await simulator.fetch(addressOf(simulator.running), withKey);

    expect(simulator.running).toEqual({ webset: 'webset_0', enrichment: 'wenrich_1' });
    expect(response.headers.get('cf-ray')).toBe('8080808080808080-SIM');
  });

  it('keeps no key in what it shows or logs', async () => {
    const entries: unknown[] = [];
    const key = 'a-very-secret-key';
    const simulator = stepped({ onRequest: (entry) => entries.push(entry) });
    const shown = await play({}, ['read']);
    await simulator.fetch(addressOf(simulator.running), {
      headers: { 'x-api-key': key, authorization: `Bearer ${key}` },
    });

    expect(shown).toContain('"x-api-key":["<redacted>"]');
    expect(JSON.stringify([entries, simulator.requests, simulator])).not.toContain(key);
  });

  it('keeps the newest requests, and counts them all', async () => {
    const simulator = stepped({ logLimit: 3, rateLimit: 'off' });
    for (let count = 0; count < 10; count++) await simulator.fetch(addressOf(simulator.running), withKey);

    expect(simulator.requests.map(({ index }) => index)).toEqual([7, 8, 9]);
    expect(simulator.requestCount).toBe(10);
  });

  it('lends itself as the sleep of a client', async () => {
    const simulator = stepped();
    await simulator.fetch(`${addressOf(simulator.running)}/cancel`, cancelWithKey);
    await simulator.sleep(6_000);

    expect(simulator.websets[0]?.enrichments[0]?.status).toBe('canceled');
    await expect(simulator.sleep(1, AbortSignal.abort('gone'))).rejects.toBe('gone');
  });
});
