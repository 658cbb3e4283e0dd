import { describe, expect, it } from '@jest/globals';
import { describing, toldOf } from '../compile.test-support.ts';
import { equalItems, isEqual } from './equal.ts';

describe('JSON values', () => {
  it.each<[unknown, unknown, boolean]>([
    [{ a: 1, b: [null] }, { b: [null], a: 1 }, true],
    [[1, 2], [2, 1], false],
    [{ a: 1 }, { a: 1, b: 1 }, false],
    [{ a: undefined }, { b: undefined }, false],
    [[], {}, false],
    [1, '1', false],
    [0, false, false],
    [9007199254740993n, 9007199254740992, false],
    [100000000000000000000n, 1e20, true],
    [null, {}, false],
  ])('%p and %p: equal %p', (one, other, expected) => {
    expect(isEqual(one, other)).toBe(expected);
    expect(isEqual(other, one)).toBe(expected);
    expect(equalItems([one, 'between', other])).toEqual(expected ? [0, 2] : undefined);
  });

  it('are found to be different in time that grows with their number', async () => {
    const contract = await describing({ type: 'array', uniqueItems: true });
    const items = Array.from({ length: 30_000 }, (_, id) => ({ id, tags: ['a', { b: id % 7 }] }));
    const started = performance.now();
    expect(toldOf(contract, items)).toEqual([]);
    expect(toldOf(contract, [...items, { tags: ['a', { b: 0 }], id: 0 }])).toEqual([
      'response-schema-conformance ',
    ]);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
