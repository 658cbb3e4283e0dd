import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { shellQuote } from './shell-quote.ts';

/** What bash makes of a word. */
function throughShell(word: string): string {
  return execFileSync('bash', ['-c', `printf %s ${word}`], { encoding: 'utf8' });
}

describe('a quoted word', () => {
  it.each([
    'plain',
    '',
    '-n',
    "it's",
    '$(touch /tmp/nope)',
    '`id` ; rm -rf x & $HOME "quoted" \\ !history',
    '\u001b[31mred\u0007',
    'a\nb',
    "a\n'b\\c",
    '\u202Eevil\u202C',
    '\u00001'.slice(1),
    '\u000112',
    'ü — 漢字 🙂',
  ])('is the same text to a shell: %j', (text) => {
    const word = shellQuote(text);
    expect(throughShell(word)).toBe(text);
    expect(word).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  });
});
