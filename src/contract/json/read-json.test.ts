import { describe, expect, it } from '@jest/globals';
import { readJson } from './read-json.ts';

describe('a body that is not JSON', () => {
  it.each([
    ['{"a":NaN}', ' at line 1, column 6: a word or sign that JSON does not have'],
    ['<html>', ' at line 1, column 1: a word or sign that JSON does not have'],
    ['{"a":1,\n "b" 2}', ' at line 2, column 6: expected ":"'],
    ['[1,]', ' at line 1, column 4: expected a value'],
    ['{} {}', ' at line 1, column 4: expected the end of the text'],
    ['"a\tb"', ' at line 1, column 1: a control character that is not escaped'],
    ['{"a":1', ': it ends too early'],
    ['"abc', ': it ends too early'],
    ['['.repeat(100_000), ', or nests too deeply to be read'],
  ])('%j breaks where it does: %s', (text, where) => {
    expect(readJson(text)).toEqual({ kind: 'malformed', reason: `is not JSON${where}` });
  });
});
