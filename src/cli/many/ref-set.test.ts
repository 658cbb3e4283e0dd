import { describe, expect, it } from '@jest/globals';
import { createRefSet } from './ref-set.ts';

describe('a set of references', () => {
  it('knows what it was given, and nothing else, as it grows', () => {
    const set = createRefSet();
    const ref = (index: number) => ({ webset: `w${index % 7}`, enrichment: `e${index}` });
    const howMany = (count: number, test: (index: number) => boolean): number =>
      Array.from({ length: count }, (_, index) => test(index)).filter(Boolean).length;
    expect(howMany(20_000, (index) => set.add(ref(index)))).toBe(20_000);
    expect(howMany(20_000, (index) => set.add(ref(index)))).toBe(0);
    expect(set.size).toBe(20_000);
    expect(howMany(40_000, (index) => set.has(ref(index)))).toBe(20_000);
  });

  it.each([
    [
      { webset: 'ab', enrichment: 'c' },
      { webset: 'a', enrichment: 'bc' },
    ],
    [
      { webset: '1 a', enrichment: 'b' },
      { webset: '1', enrichment: ' ab' },
    ],
    [
      { webset: 'a', enrichment: 'b' },
      { webset: 'b', enrichment: 'a' },
    ],
  ])('tells %j from %j', (one, other) => {
    const set = createRefSet();
    set.add(one);
    expect(set.has(one)).toBe(true);
    expect(set.has(other)).toBe(false);
  });
});
