import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findJsonError, lineColumn, readJson } from './read-json.ts';

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

describe('findJsonError', () => {
  it.each([
    ['nothing', '', 0, 'expected a value, but the text ends'],
    ['a bare word', 'hello', 0, 'a word or sign that JSON does not have'],
    ['a missing value', '{"a": }', 6, 'expected a value'],
    ['a trailing comma in an object', '{"a":1,}', 7, 'expected a property name'],
    ['a trailing comma in an array', '[1,]', 3, 'expected a value'],
    ['a comma first', '[,1]', 1, 'expected a value'],
    ['a key without quotes', '{a:1}', 1, 'a word or sign that JSON does not have'],
    ['a missing colon', '{"a" 1}', 5, 'expected ":"'],
    ['a missing comma', '[1 2]', 3, 'expected "," or the closing bracket'],
    ['the wrong bracket', '{"a":1]', 6, 'expected "," or the closing bracket'],
    ['a second document', '{}{}', 2, 'expected the end of the text'],
    ['NaN', '[NaN]', 1, 'a word or sign that JSON does not have'],
    ['a leading zero', '[01]', 2, 'expected "," or the closing bracket'],
    ['half a number', '[1.]', 1, 'a number that is not whole'],
    ['a raw newline in a string', '["a\nb"]', 1, 'expected the end of the string'],
    ['a raw tab in a string', '["a\tb"]', 1, 'a control character that is not escaped'],
    ['a bad escape', '["\\x"]', 1, 'an escape that JSON does not have'],
    ['a comment', '{} // x', 3, 'a comment, which JSON does not have'],
    ['an open string', '["abc', 1, 'expected the end of the string, but the text ends'],
    ['a truncated object', '{"a":[1,2', 9, 'expected "]", but the text ends'],
  ])('finds %s', (_, text, offset, what) => {
    expect(findJsonError(text)).toEqual({ offset, what, isCut: what.endsWith('the text ends') });
  });

  it('agrees with JSON.parse on every mangled text', () => {
    const mangled = fc
      .tuple(
        fc.json(),
        fc.nat(200),
        fc.constantFrom('', ',', '"', '\\', '{', '}', ']', ':', '0', 'x', '\n', '-'),
      )
      .map(
        ([json, at, extra]) =>
          json.slice(0, at % (json.length + 1)) + extra + json.slice((at % (json.length + 1)) + 1),
      );
    fc.assert(
      fc.property(mangled, (text) => {
        expect(findJsonError(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('does not run out of stack on a million open brackets', () => {
    expect(findJsonError('['.repeat(1_000_000))).toBeUndefined();
  });
});

describe('lineColumn', () => {
  it.each([
    ['the first character', 'abc', 0, '1:1'],
    ['the newline itself', 'ab\ncd', 2, '1:3'],
    ['the first character of a later line', 'ab\ncd', 3, '2:1'],
    ['the end of the text', 'ab\r\ncd', 6, '2:3'],
  ])('counts from one: %s', (_, text, offset, want) => {
    expect(lineColumn(text, offset)).toBe(want);
  });

  it('counts on from a given first line', () => {
    expect(lineColumn('a\nb', 2, 10)).toBe('11:1');
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
