import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { describing, toldOf } from '../compile.test-support.ts';
import { isMultipleOf } from './multiple-of.ts';

describe('a multiple', () => {
  it.each([
    [0.07, 0.01],
    [19.99, 0.01],
    [4.35, 0.01],
    [0.3, 0.1],
    [-0.3, 0.1],
    [0, 0.1],
    [1e22, 1e-7],
    [1e308, 0.5],
    [5e-324, 5e-324],
    [6, 3],
    [9007199254740992, 2],
  ])('is %d of %d', (value, of) => {
    expect(isMultipleOf(value, of)).toBe(true);
  });

  it.each([
    [0.075, 0.01],
    [19.999, 0.01],
    [1e20, 0.3],
    [1e308, 0.3],
    [7, 3],
    [0.1, 1e300],
    [1.5, 1],
    [Number.POSITIVE_INFINITY, 0.01],
  ])('is not %d of %d', (value, of) => {
    expect(isMultipleOf(value, of)).toBe(false);
  });

  it('of cents is every price that is written with two digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (cents) => {
        const price = Number(`${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`);
        return isMultipleOf(price, 0.01) && !isMultipleOf(Number(`${price.toFixed(2)}1`), 0.01);
      }),
    );
  });

  it('is told of as such by a contract run', async () => {
    const contract = await describing({
      type: 'object',
      properties: { price: { type: 'number', multipleOf: 0.01 } },
    });
    expect(toldOf(contract, { price: 0.07 })).toEqual([]);
    expect(toldOf(contract, { price: 0.075 })).toEqual(['response-schema-conformance /price']);
  });
});
