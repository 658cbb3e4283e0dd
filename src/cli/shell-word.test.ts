import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { shellWord } from './shell-word.ts';

describe('a word for the shell', () => {
  it.each(['webset_01abc', 'a b', "it's", '$(id)', '`id`', '"', '\\', '', '*', 'ü', 'a;b'])(
    'comes back as it was: %j',
    (word) => {
      expect(execFileSync('sh', ['-c', `printf %s ${shellWord(word)}`], { encoding: 'utf8' })).toBe(word);
    },
  );
});
