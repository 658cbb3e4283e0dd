import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findJsonError } from './json-error.ts';

describe('findJsonError', () => {
  it.each([
    ['nothing', '', 0, 'a value'],
    ['a bare word', 'hello', 0, 'a value'],
    ['a missing value', '{"a": }', 6, 'a value'],
    ['a trailing comma in an object', '{"a":1,}', 7, 'a property name'],
    ['a trailing comma in an array', '[1,]', 3, 'a value'],
    ['a comma first', '[,1]', 1, 'a value or "]"'],
    ['a key without quotes', '{a:1}', 1, 'a property name or "}"'],
    ['a missing colon', '{"a" 1}', 5, '":"'],
    ['a missing comma', '[1 2]', 3, '"," or "]"'],
    ['the wrong bracket', '{"a":1]', 6, '"," or "}"'],
    ['a second document', '{}{}', 2, 'the end of the text'],
    ['NaN', '[NaN]', 1, 'a value or "]"'],
    ['a leading zero', '[01]', 2, '"," or "]"'],
    ['a raw newline in a string', '["a\nb"]', 3, 'an escaped control character'],
    ['a bad escape', '["\\x"]', 2, 'a valid escape'],
    ['an open string', '["abc', 5, 'the end of the string'],
    ['a truncated object', '{"a":[1,2', 9, '"," or "]"'],
  ])('finds %s', (_, text, offset, expected) => {
    expect(findJsonError(text)).toEqual({ offset, expected });
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

  it('bears a million open brackets', () => {
    expect(findJsonError('['.repeat(1_000_000))?.offset).toBe(1_000_000);
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
