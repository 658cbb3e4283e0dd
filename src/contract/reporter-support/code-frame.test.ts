import { describe, expect, it } from '@jest/globals';
import { codeFrame } from './code-frame.ts';

const SOURCES = new Map([['a.yaml', ['one', '\ttwo', 'three', 'four\u001b[31m', 'five', 'six', 'seven']]]);

function frame(file: string, line: number): string[] | undefined {
  return codeFrame(SOURCES, { file, line, column: 3, pointer: '' })?.lines.map(
    ({ number, text, marked }) => `${marked ? '>' : ' '}${number} ${text}`,
  );
}

describe('a code frame', () => {
  it('shows two lines before the place and three after it', () => {
    expect(frame('a.yaml', 4)).toEqual([
      ' 2   two',
      ' 3 three',
      '>4 four\\u{1b}[31m',
      ' 5 five',
      ' 6 six',
      ' 7 seven',
    ]);
  });

  it('ends with the file', () => {
    expect(frame('a.yaml', 1)).toEqual(['>1 one', ' 2   two', ' 3 three', ' 4 four\\u{1b}[31m']);
    expect(frame('a.yaml', 7)?.at(-1)).toBe('>7 seven');
  });

  it.each([
    ['other.yaml', 1],
    ['a.yaml', 0],
    ['a.yaml', 8],
  ])('is nothing where %s:%i is not at hand', (file, line) => {
    expect(frame(file, line)).toBeUndefined();
  });
});
