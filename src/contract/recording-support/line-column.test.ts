import { describe, expect, it } from '@jest/globals';
import { lineColumn } from './line-column.ts';

describe('lineColumn', () => {
  it.each([
    ['the first character', 'abc', 0, '1:1'],
    ['the newline itself', 'ab\ncd', 2, '1:3'],
    ['the first character of a later line', 'ab\ncd', 3, '2:1'],
    ['the end of the text', 'ab\r\ncd', 6, '2:3'],
  ])('counts from one: %s', (_, text, offset, want) => {
    expect(lineColumn(text, offset)).toBe(want);
  });

  it('counts on from a given first line', () => {
    expect(lineColumn('a\nb', 2, 10)).toBe('11:1');
  });
});
