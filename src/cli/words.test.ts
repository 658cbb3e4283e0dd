import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { inWords, jsonLine, shellWord } from './words.ts';

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

describe('a line of JSON', () => {
  it('is harmless on a terminal, and the same value for a program', () => {
    const value = { text: 'a\u001b[2J\u009b2J\u007f\u202e\u2028\nü😀' };
    const line = jsonLine(value);
    expect(JSON.parse(line)).toEqual(value);
    expect(line).toBe('{"text":"a\\u001b[2J\\u009b2J\\u007f\\u202e\\u2028\\nü😀"}\n');
  });
});

describe('a word for the shell', () => {
  it.each(['webset_01abc', 'a b', "it's", '$(id)', '`id`', '"', '\\', '', '*', 'ü', 'a;b'])(
    'comes back as it was: %j',
    (word) => {
      expect(execFileSync('sh', ['-c', `printf %s ${shellWord(word)}`], { encoding: 'utf8' })).toBe(word);
    },
  );
});
