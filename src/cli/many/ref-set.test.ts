import { describe, expect, it } from '@jest/globals';
import { createRefSet } from './ref-set.ts';

describe('a set of references', () => {
  it('knows what it was given, and nothing else, as it grows', () => {
    const set = createRefSet();
    const ref = (index: number) => ({ webset: `w${index % 7}`, enrichment: `e${index}` });
    for (let index = 0; index < 20_000; index++) expect(set.add(ref(index))).toBe(true);
    for (let index = 0; index < 20_000; index++) expect(set.add(ref(index))).toBe(false);
    expect(set.size).toBe(20_000);
    expect(Array.from({ length: 40_000 }, (_, index) => set.has(ref(index))).filter(Boolean)).toHaveLength(
      20_000,
    );
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
