import { describe, expect, it } from '@jest/globals';
import { readJson } from './read-json.ts';

describe('a body that is not JSON', () => {
  it.each([
    ['{"a":NaN}', 'expected a value at line 1, column 6'],
    ['oops', 'expected a value at line 1, column 1'],
    ['<html>', 'expected a value at line 1, column 1'],
    ['{"a":1,\n "b" 2}', 'expected ":" at line 2, column 6'],
    ['[1,]', 'expected a value at line 1, column 4'],
    ['{} {}', 'expected the end of the text at line 1, column 4'],
    ['"a\nb"', 'expected an escaped control character at line 1, column 3'],
    ['{"a":1', 'it ends too early'],
    ['"abc', 'it ends too early'],
    ['[tru', 'expected a value or "]" at line 1, column 2'],
  ])('%j breaks where it does: %s', (text, where) => {
    expect(readJson(text)).toEqual({ kind: 'malformed', reason: `is not JSON: ${where}` });
  });
});
