import { describe, expect, it } from '@jest/globals';
import { replacerOf } from './replace-texts.ts';

describe('replacing texts', () => {
  it.each<[what: string, texts: string[], given: string, want: string]>([
    ['everywhere', ['ab'], 'ab xab abx', '_ x_ _x'],
    ['side by side', ['ab', 'cd'], 'abcdab', '___'],
    ['the longest first', ['abc', 'abcdef', 'abcd'], 'abcde abcdef abc', '_e _ _'],
    ['one within another', ['bcd', 'abcde'], 'abcde bcd', '_ _'],
    ['both where they overlap', ['abcd', 'cdef'], 'xabcdefx', 'x_x'],
    ['at the end, of which another is longer', ['abc', 'abcdef'], 'xabc', 'x_'],
    ['none where there is none', [], 'abc', 'abc'],
    ['nothing for an empty text', ['', 'b'], 'abc', 'a_c'],
    ['none in a text that is shorter', ['abc'], 'ab', 'ab'],
    ['no pattern, and with none', ['a.c', '$&'], 'abc a.c $&', 'abc _ _'],
  ])('finds %s', (_, texts, given, want) => {
    expect(replacerOf(texts, '_')(given)).toBe(want);
  });

  it('takes the replacement as it is', () => {
    expect(replacerOf(['b'], "$&$'")('abc')).toBe("a$&$'c");
  });
});
