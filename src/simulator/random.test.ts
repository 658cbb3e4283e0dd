import { describe, expect, it } from '@jest/globals';
import { assert, double, integer, property } from 'fast-check';
import { createId, createRandom, hex } from './random.ts';

const take = (random: () => number): number[] => Array.from({ length: 20 }, random);

describe('a seeded stream', () => {
  it('gives the same numbers for the same seed, all in [0, 1)', () => {
    assert(
      property(integer(), (seed) => {
        const numbers = take(createRandom(seed, 'ids'));
        expect(numbers).toEqual(take(createRandom(seed, 'ids')));
        expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
      }),
    );
  });

  it.each([
    ['another seed', 2, 'ids'],
    ['another seed above 32 bits', 1 + 2 ** 32, 'ids'],
    ['another name', 1, 'faults'],
    ['another name of the same length', 1, 'die'],
  ])('gives other numbers for %s', (_, seed, name) => {
    expect(take(createRandom(seed, name))).not.toEqual(take(createRandom(1, 'ids')));
  });

  it('is spread evenly enough for a probability to mean something', () => {
    const random = createRandom(7, 'faults');
    const hits = Array.from({ length: 100_000 }, random).filter((number) => number < 0.1).length;

    expect(Math.abs(hits / 100_000 - 0.1)).toBeLessThan(0.005);
  });
});

describe('an id', () => {
  it('has the observed form, whatever the time', () => {
    assert(
      property(integer(), double({ min: 0, max: 2 ** 48, noNaN: true }), (seed, now) => {
        const id = createId('wenrich', now, createRandom(seed, 'ids'));
        expect(id).toMatch(/^wenrich_[0-9a-hjkmnp-tv-z]{26}$/);
      }),
    );
  });

  it('begins with the time, so that later ids sort later', () => {
    const random = createRandom(1, 'ids');
    const ids = [0, 1, 31, 32, 1e12, 1.8e12].map((now) => createId('webset', now, random));

    expect(ids.toSorted()).toEqual(ids);
  });

  it('gives as many hexadecimal digits as were asked for', () => {
    expect(hex(16, createRandom(1, 'headers'))).toMatch(/^[0-9a-f]{32}$/);
  });
});
