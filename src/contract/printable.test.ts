import { describe, expect, it } from '@jest/globals';
import { printable } from './printable.ts';

describe('printable', () => {
  it.each([
    ['plain text, é and 日本 included', 'naïve 日本.json', 'naïve 日本.json'],
    ['a newline', 'a\nb', 'a\\nb'],
    ['a carriage return and a tab', 'a\r\tb', 'a\\r\\tb'],
    ['an escape code', '\u001b[31mred', '\\u{1b}[31mred'],
    ['a C1 control', 'a\u009bb', 'a\\u{9b}b'],
    ['a line separator', 'a\u2028b', 'a\\u{2028}b'],
    ['a right-to-left override', 'exe\u202egnp', 'exe\\u{202e}gnp'],
    ['a lone surrogate', 'a\ud800b', 'a\\u{d800}b'],
  ])('keeps or escapes %s', (_, given, want) => {
    expect(printable(given)).toBe(want);
  });
});
