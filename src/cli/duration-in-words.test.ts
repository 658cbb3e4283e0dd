import { describe, expect, it } from '@jest/globals';
import { inWords } from './duration-in-words.ts';

describe('a duration in words', () => {
  it.each([
    [0, '0 ms'],
    [999, '999 ms'],
    [1000, '1.0 s'],
    [59_949, '59.9 s'],
    [59_960, '1 min'],
    [303_000, '5 min 3 s'],
    [3_600_000, '1 h'],
    [3_725_000, '1 h 2 min'],
  ])('%i ms are %s', (ms, words) => {
    expect(inWords(ms)).toBe(words);
  });
});
