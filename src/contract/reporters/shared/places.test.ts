import { describe, expect, it } from '@jest/globals';
import { codeFrame } from './places.ts';

const minified = `{"a":${'"x",'.repeat(10_000)}"here":{"b":1}${',2'.repeat(10_000)}}`;
const SOURCES = new Map([
  ['a.yaml', ['one', '\ttwo', 'three', 'four\u001b[31m', 'five', 'six', 'seven']],
  ['min.json', [minified]],
  ['odd.yaml', [`${'\u202e'.repeat(90)}here`]],
]);

function frame(file: string, line: number): string[] | undefined {
  const found = codeFrame(SOURCES, { file, line, column: 3, pointer: '' });
  return found?.lines.map((text, at) => `${at === found.marked ? '>' : ' '}${found.from + at} ${text}`);
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

  it.each([
    ['a.yaml', 2, 2, 'two'],
    ['min.json', 1, minified.indexOf('"here"') + 1, '"here":{"b":1},2,2'],
    ['odd.yaml', 1, 91, 'here'],
  ])('has its place in the part that is shown: %s:%i:%i', (file, line, column, text) => {
    const found = codeFrame(SOURCES, { file, line, column, pointer: '' });
    const marked = found?.lines[found.marked] ?? '';
    expect(marked.length).toBeLessThanOrEqual(160);
    expect(marked.slice((found?.column ?? 0) - 1).startsWith(text)).toBe(true);
  });
});
