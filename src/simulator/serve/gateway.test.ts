import { describe, expect, it } from '@jest/globals';
import { array, assert, integer, property } from 'fast-check';
import { addressOf } from '../testing/addresses.test-support.ts';
import { stepped } from '../testing/stepped.test-support.ts';
import { createRateLimiter } from './gateway.ts';

async function ask(headers: Record<string, string>, keys?: readonly string[]): Promise<unknown> {
  const simulator = stepped(keys === undefined ? {} : { keys });
  const response = await simulator.fetch(addressOf(simulator.running), { headers });
  const { error, tag } = (await response.json()) as Record<string, unknown>;
  return [response.status, error, tag];
}

const passed = [200, undefined, undefined];
const missing = [401, 'No API key given', undefined];
const bad = [400, 'x-api-key header is invalid', undefined];
const badBearer = [401, 'Invalid API key', 'INVALID_API_KEY'];

describe('the key of a request', () => {
  it.each([
    ['is taken from x-api-key', { 'x-api-key': 'k' }, undefined, passed],
    ['is taken from a bearer token', { authorization: 'Bearer k' }, undefined, passed],
    ['is taken from a bearer token of any case', { authorization: 'bearer k' }, undefined, passed],
    ['may be any printable one by default', { 'x-api-key': '!~-_.0aZ' }, undefined, passed],
    ['has to be there', {}, undefined, missing],
    ['has to be more than blanks', { 'x-api-key': ' ' }, undefined, missing],
    ['is not taken from basic authentication', { authorization: 'Basic k' }, undefined, missing],
    ['has to be printable', { 'x-api-key': 'k\u00e9y' }, undefined, bad],
    ['has to be in one piece', { 'x-api-key': 'two keys' }, undefined, bad],
    ['has to be on the list if there is one', { 'x-api-key': 'other' }, ['k'], bad],
    ['passes if it is on the list', { 'x-api-key': 'k' }, ['a', 'k'], passed],
    ['is refused in the published way as a bearer token', { authorization: 'Bearer x' }, ['k'], badBearer],
    ['is the one of x-api-key if there are two', { 'x-api-key': 'x', authorization: 'Bearer k' }, ['k'], bad],
  ])('%s', async (_, headers, keys, want) => {
    expect(await ask(headers as Record<string, string>, keys)).toEqual(want);
  });
});

describe('a bad key', () => {
  it.each([
    ['is refused', { 'x-api-key': 'bad' }, { badKeys: ['bad'] }, 400],
    ['is refused as a bearer token', { authorization: 'Bearer bad' }, { badKeys: ['bad'] }, 401],
    [
      'is refused although it is a good one',
      { 'x-api-key': 'bad' },
      { badKeys: ['bad'], keys: ['bad'] },
      400,
    ],
    ['leaves all others good', { 'x-api-key': 'any' }, { badKeys: ['bad'] }, 200],
  ])('%s', async (_, headers, options, want) => {
    const simulator = stepped(options);
    const response = await simulator.fetch(addressOf(simulator.running), {
      headers: headers as Record<string, string>,
    });

    expect(response.status).toBe(want);
  });
});

describe('the rate limit', () => {
  it('lets ten requests a second pass for each key, and says when the next may come', async () => {
    const simulator = stepped();
    const get = (key: string): Promise<Response> =>
      simulator.fetch(addressOf(simulator.running), { headers: { 'x-api-key': key } });
    const statuses = [];
    for (let count = 0; count < 11; count++) statuses.push((await get('one')).status);

    expect(statuses).toEqual([...Array(10).fill(200), 429]);
    expect((await get('two')).status).toBe(200);
    const refused = await get('one');
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refused.json()).toMatchObject({ error: expect.any(String), tag: 'RATE_LIMIT_EXCEEDED' });
    simulator.advance(1_000);
    expect((await get('one')).status).toBe(200);
  });

  it('counts each second of a key from its first request', () => {
    const limiter = createRateLimiter(3);
    const taken = [0, 100, 999, 999, 1_000, 1_001, 1_002, 1_003].map((now) => limiter.take('k', now));

    expect(taken).toEqual([undefined, undefined, undefined, 1, undefined, undefined, undefined, 1]);
  });

  it('begins anew where the clock is set back', () => {
    const limiter = createRateLimiter(2);
    const hour = 3_600_000;
    const taken = [hour, hour, hour, 0, 1, 2, 1_000].map((now) => limiter.take('k', now));

    expect(taken).toEqual([undefined, undefined, 1, undefined, undefined, 1, undefined]);
    expect(limiter.size()).toBe(1);
  });

  it('never asks to wait for more than a second, wherever the clock goes', () => {
    assert(
      property(array(integer({ min: -5_000, max: 5_000 })), (times) => {
        const limiter = createRateLimiter(1);
        for (const now of times) expect([undefined, 1]).toContain(limiter.take('k', now));
      }),
    );
  });

  it('forgets idle keys', () => {
    const limiter = createRateLimiter(10);
    for (let key = 0; key < 500; key++) limiter.take(`k${key}`, 0);
    expect(limiter.size()).toBe(500);
    limiter.take('another', 1_000);
    expect(limiter.size()).toBe(1);
  });

  it('does not grow without end while time stands still', () => {
    const limiter = createRateLimiter(10);
    for (let key = 0; key < 20_000; key++) limiter.take(`k${key}`, 0);
    expect(limiter.size()).toBe(10_000);
  });

  it('can be turned off', async () => {
    const simulator = stepped({ rateLimit: 'off' });
    const address = addressOf(simulator.running);
    for (let count = 0; count < 30; count++) {
      expect((await simulator.fetch(address, { headers: { 'x-api-key': 'k' } })).status).toBe(200);
    }
  });
});
