import { describe, expect, it } from '@jest/globals';
import { describing, findingsOf } from './description/compile.test-support.ts';

const ENTRY = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string' }, n: { type: 'integer' } },
};

async function fingerprints(schema: unknown, body: unknown): Promise<string[]> {
  return findingsOf(await describing(schema), body).map(({ fingerprint }) => fingerprint);
}

describe('the fingerprint of a finding', () => {
  it.each<[string, unknown, unknown]>([
    ['a map', { additionalProperties: ENTRY }, (key: string) => ({ [key]: { id: 'i', n: 'a' } })],
    ['a map of what lacks something', { additionalProperties: ENTRY }, (key: string) => ({ [key]: {} })],
    [
      'a map of what has more',
      { additionalProperties: ENTRY },
      (key: string) => ({ [key]: { id: 'i', more: 1 } }),
    ],
    ['a map of numbers', { additionalProperties: { type: 'integer' } }, (key: string) => ({ [key]: 'a' })],
    ['names of a pattern', { patternProperties: { '/': ENTRY } }, (key: string) => ({ [`${key}/`]: {} })],
    [
      'a map of maps in a list',
      { items: { properties: { m: { additionalProperties: { additionalProperties: ENTRY } } } } },
      (key: string) => [{ m: { [key]: { [key]: { id: 1 } } } }],
    ],
    ['what was not evaluated', { unevaluatedProperties: ENTRY }, (key: string) => ({ [key]: { id: 1 } })],
  ])('holds no key of %s', async (_, schema, body) => {
    const bodyOf = body as (key: string) => unknown;
    const [one, ...others] = await fingerprints(schema, bodyOf('k1'));
    expect(one).toMatch(/^[\da-f]{16}$/);
    expect(others).toEqual([]);
    for (const key of ['other', '7', 'a b']) expect(await fingerprints(schema, bodyOf(key))).toEqual([one]);
  });

  it('still tells what differs within a map', async () => {
    const found = await fingerprints({ additionalProperties: ENTRY }, { k: { id: 1, n: 'a' }, l: {}, m: 1 });
    expect(new Set(found).size).toBe(4);
  });

  // A waiver names it: these are written down, and stay as they are.
  it.each<[string, unknown, unknown, string[]]>([
    ['a property', ENTRY, { id: 1 }, ['e782086dc24992e0']],
    ['a missing property', ENTRY, {}, ['b8d153376864cf32']],
    ['an undocumented property', ENTRY, { id: 'i', more: 1 }, ['baeb6ae5f69de0f3']],
    ['an item', { items: ENTRY }, [{ id: 'i' }, { id: 1 }], ['3b684a9313c64834']],
    ['a closed object', { additionalProperties: false }, { a: 1 }, ['984be6838426e6e0']],
    [
      'a property called additionalProperties',
      { properties: { additionalProperties: ENTRY } },
      { additionalProperties: { id: 1 } },
      ['1305b30bf5fd6c12'],
    ],
  ])('stays what it was for %s', async (_, schema, body, expected) => {
    expect(await fingerprints(schema, body)).toEqual(expected);
  });
});
