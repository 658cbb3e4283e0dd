import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { array, assert, constantFrom, integer, property, string } from 'fast-check';
import { cutOff, fold, foldCommand, widthOf } from './fold.ts';
import { shellQuote } from './reproduce.ts';

describe('how wide a text is', () => {
  it.each([
    ['abc', 3],
    ['\x1b[31mabc\x1b[39m', 3],
    ['日本', 4],
    ['e\u0301', 1],
    ['👍', 2],
    ['█░…–', 4],
  ])('%j takes %i columns', (text, want) => {
    expect(widthOf(text)).toBe(want);
  });
});

describe('a folded text', () => {
  it.each([
    ['stays where it fits', 'aaa bbb', 'aaa bbb'],
    ['goes on two columns further in', '  aaa bbb ccc ddd', '  aaa bbb\n    ccc ddd'],
    ['goes on below the text behind a label', 'one  aaa bbb ccc', 'one  aaa bbb\n     ccc'],
    ['keeps what backticks hold', 'aaa bb `ccc ddd`', 'aaa bb\n  `ccc ddd`'],
    ['keeps a word that fits nowhere', 'aa /bbbbbbbbbbbbbbb c', 'aa /bbbbbbbbbbbbbbb c'],
    ['counts no colours', '\x1b[2maaa bbb ccc\x1b[22m', '\x1b[2maaa bbb ccc\x1b[22m'],
    ['counts wide letters twice', '日本 日本 日本', '日本 日本\n  日本'],
  ])('%s', (_, text, want) => {
    expect(fold(text, 12)).toBe(want);
  });

  it('is whole where there is no terminal', () => {
    expect(fold('a '.repeat(100), undefined)).toBe('a '.repeat(100));
  });

  it('holds each word once, and no line that is too wide for more than one', () => {
    const word = string({ unit: constantFrom('a', 'é', '日', '/', '"'), minLength: 1, maxLength: 30 });
    assert(
      property(array(word, { minLength: 1 }), integer({ min: 4, max: 40 }), (words, columns) => {
        const lines = fold(words.join(' '), columns).split('\n');
        expect(lines.flatMap((line) => line.split(' ').filter((each) => each !== ''))).toEqual(words);
        for (const line of lines) {
          const longest = Math.max(...line.split(' ').map(widthOf));
          if (longest <= columns / 2) expect(widthOf(line)).toBeLessThanOrEqual(columns);
        }
      }),
    );
  });
});

describe('a folded command', () => {
  it('is the same to a shell, and keeps an option with its value', () => {
    const words = [
      '-H',
      'x: a  b',
      '--data-raw',
      '{"a": "it\'s"}\n',
      '-X',
      'POST',
      'https://a.example/b',
      "'",
      '$x',
    ];
    const line = words.map((word) => (word.startsWith('-') ? word : shellQuote(word))).join(' ');
    const folded = foldCommand(`printf '<%s>' ${line}`, 24, '    ');
    expect(folded).toMatch(/^ {4}-H 'x: a {2}b' \\$/m);
    const out = execFileSync('bash', ['-c', folded], { encoding: 'utf8' });
    expect(out).toBe(words.map((word) => `<${word}>`).join(''));
  });
});

describe('a line that is cut off', () => {
  it.each([
    ['abcdef', 6, 'abcdef'],
    ['abcdefg', 6, 'abcde…'],
    ['日本語日', 6, '日本…'],
    ['abcdefg', undefined, 'abcdefg'],
  ])('%j within %s columns is %j', (line, columns, want) => {
    expect(cutOff(line, columns)).toBe(want);
  });
});
