import { describe, expect, it } from '@jest/globals';
import { addressOf, cancelWithKey, withKey } from './testing/addresses.test-support.ts';
import { stepped } from './testing/stepped.test-support.ts';

describe('what is assumed', () => {
  it('is said in words, with what else it could be', () => {
    const { assumptions } = stepped({ assumptions: { secondCancel: 409 } });

    expect(assumptions.map(({ text }) => text)).toEqual([
      'Assumed: a second cancel of the same enrichment answers 409 (never observed; it may be 200 or 400).',
      'Assumed: a cancel of an enrichment that is already completed answers 200 (never observed; it may be 400 or 409).',
      'Assumed: a cancel with a body other than {} as application/json answers 400 (never observed; it may be 200 or 422).',
    ]);
  });

  it('follows the scenario of the server', () => {
    expect(stepped({ scenario: 'second-cancel-400' }).assumptions[0]).toMatchObject({ assumed: 400 });
  });

  it('tells of enrichments that deviate, of those too that are added later', () => {
    const simulator = stepped({
      websets: [
        {
          id: 'w',
          enrichments: [{ id: 'a', assumptions: { secondCancel: 409 } }, { id: 'b' }],
        },
      ],
    });
    const told = (): unknown => simulator.assumptions.map(({ deviating, text }) => [deviating, text]);
    const [, completed, oddBody] = stepped().assumptions.map(({ text }) => [[], text]);

    expect(told()).toEqual([
      [
        [{ enrichment: 'a', assumed: 409 }],
        'Assumed: a second cancel of the same enrichment answers 200, and 409 for "a" (never observed; it may be 400 or 409).',
      ],
      completed,
      oddBody,
    ]);
    for (const id of ['c', 'd', 'e', 'f'])
      simulator.addEnrichment('w', { id, scenario: 'second-cancel-400', assumptions: { oddBody: 200 } });
    expect(simulator.assumptions.map(({ text }) => text)).toEqual([
      'Assumed: a second cancel of the same enrichment answers 200, and 400 for "c", "d", "e", 1 more, and 409 for "a" (never observed; it may be 400 or 409).',
      completed?.[1],
      'Assumed: a cancel with a body other than {} as application/json answers 400, and 200 for "c", "d", "e", 1 more (never observed; it may be 200 or 422).',
    ]);
  });

  it('is a copy: nobody can change the candidates', () => {
    const candidates = stepped().assumptions[0]?.candidates as number[];
    candidates.length = 0;
    expect(stepped().assumptions[0]?.candidates).toEqual([200, 400, 409]);
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

  const json = 'application/json';
  it.each([
    ['{', json],
    ['{"a":1}', json],
    ['[]', json],
    ['null', json],
    [' ', json],
    ['{}', 'text/plain'],
    ['{}', undefined],
  ])('is what a cancel with the body %s as %s answers', async (body, type) => {
    const asked = async (oddBody: 200 | 400 | 422) => {
      const simulator = stepped({ assumptions: { oddBody } });
      const headers = { 'x-api-key': 'a-key', ...(type && { 'content-type': type }) };
      const address = `${addressOf(simulator.running)}/cancel`;
      const bytes = new TextEncoder().encode(body);
      const response = await simulator.fetch(address, { method: 'POST', headers, body: bytes });
      expect(response.headers.get('x-simulator-assumption')).toBe(`oddBody=${oddBody}`);
      const { status } = (await response.json()) as { status?: string };
      return [response.status, status];
    };
    expect(await asked(400)).toEqual([400, undefined]);
    expect(await asked(422)).toEqual([422, undefined]);
    expect(await asked(200)).toEqual([200, 'pending']);
  });

  it('is nothing where a cancel has no body, or the empty object that was observed', async () => {
    for (const body of [undefined, '', '{}', ' { } ']) {
      const simulator = stepped();
      const headers = { 'x-api-key': 'a-key', 'content-type': 'application/json; charset=utf-8' };
      const init = { method: 'POST', headers, ...(body !== undefined && { body }) };
      const response = await simulator.fetch(`${addressOf(simulator.running)}/cancel`, init);
      expect([response.status, response.headers.get('x-simulator-assumption')]).toEqual([200, null]);
    }
  });
});
