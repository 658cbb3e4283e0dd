import { describe, expect, it } from '@jest/globals';
import { keyOf } from './journal-entries.ts';

describe('the key of a reference', () => {
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
    expect(keyOf(one)).not.toBe(keyOf(other));
    expect(keyOf(one)).toBe(keyOf({ ...one }));
  });
});
