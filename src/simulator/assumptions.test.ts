import { describe, expect, it } from '@jest/globals';
import { addressOf, cancelWithKey, withKey } from './testing/addresses.test-support.ts';
import { stepped } from './testing/stepped.test-support.ts';

describe('what is assumed', () => {
  it('is said in words, with what else it could be', () => {
    const { assumptions } = stepped({ assumptions: { secondCancel: 409 } });

    expect(assumptions.map(({ text }) => text)).toEqual([
      'Assumed: a second cancel of the same enrichment answers 409 (never observed; it may be 200 or 400).',
      'Assumed: a cancel of an enrichment that is already completed answers 200 (never observed; it may be 400 or 409).',
    ]);
  });

  it('follows the scenario of the server', () => {
    expect(stepped({ scenario: 'second-cancel-400' }).assumptions[0]).toMatchObject({ assumed: 400 });
  });

  it('marks the very answers that rest on it, and no other', async () => {
    const simulator = stepped({ scenario: 'second-cancel-409' });
    const address = addressOf(simulator.running);
    const first = await simulator.fetch(`${address}/cancel`, cancelWithKey);
    const second = await simulator.fetch(`${address}/cancel`, cancelWithKey);
    const read = await simulator.fetch(address, withKey);
    const marks = [first, second, read].map(({ headers }) => headers.get('x-simulator-assumption'));

    expect(second.status).toBe(409);
    expect(marks).toEqual([null, 'secondCancel=409', null]);
    expect(simulator.requests.map(({ assumed }) => assumed)).toEqual([
      undefined,
      'secondCancel=409',
      undefined,
    ]);
  });
});
