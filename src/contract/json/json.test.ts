import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { previewJson } from '../printable.ts';
import { valueAt } from './pointer.ts';
import { duplicateKey, mayHoldMoreKeys, remarksOn } from './remarks.ts';
import { scanJson } from './scan.ts';

function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce<number>((sum, member) => sum + keysIn(member), own);
}

function valuesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, member) => sum + valuesIn(member), 1);
}

describe('a scan of JSON text', () => {
  it('finds each member and value where the parsed value has it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'), (written, space) => {
        const text = JSON.stringify(written, undefined, space);
        const parsed: unknown = JSON.parse(text);
        let values = 0;
        scanJson(text, ({ kind, start, end, value, path, pointer, isRepeated }) => {
          expect(isRepeated).toBe(false);
          const there = valueAt(parsed, pointer());
          if (kind === 'name') expect(JSON.parse(text.slice(start, end))).toBe(path().at(-1));
          else values += 1;
          if (kind === 'name') expect(there).toBeDefined();
          else if (value === undefined) expect(text[start]).toBe(Array.isArray(there) ? '[' : '{');
          else expect([value, JSON.parse(text.slice(start, end))]).toEqual([there, there]);
        });
        expect(values).toBe(valuesIn(parsed));
      }),
    );
  });

  it('refuses a hundred thousand levels in words, in place of running out of stack', () => {
    const text = `${'{"a":['.repeat(50_000)}1${']}'.repeat(50_000)}`;
    expect(() => scanJson(text, () => undefined)).toThrow('the JSON nests too deeply to be read');
  });
});

describe('a duplicate key', () => {
  it.each([
    ['{"a":1,"a":2}', '/a'],
    ['{"a":1,"\\u0061":2}', '/a'],
    ['{"b":[0,{"c":1,"c":1}]}', '/b/1/c'],
    ['{"__proto__":1,"__proto__":2}', '/__proto__'],
    ['{"":1, "" : 2}', '/'],
    ['[{"a/b":1,"a/b":2}]', '/0/a~1b'],
    ['{"a":{"a":1},"b":{"a":1}}', undefined],
    ['["a","a",":"]', undefined],
    ['{"a":"\\"a\\":1,"}', undefined],
  ])('in %s is %s', (text, pointer) => {
    expect(duplicateKey(text)).toBe(pointer);
  });

  it('is never missed by counting colons, wherever it stands', () => {
    const object = fc.array(fc.tuple(fc.constantFrom('a', 'b', ':', '":', '\\'), fc.jsonValue()));
    fc.assert(
      fc.property(object, fc.constantFrom(':', ' :', ':\n', '\t: '), (members, colon) => {
        const pairs = members.map(([name, value]) => JSON.stringify(name) + colon + JSON.stringify(value));
        const text = `{${pairs.join(',')}}`;
        const counted = keysIn(JSON.parse(text));
        if (duplicateKey(text) !== undefined) expect(mayHoldMoreKeys(text, counted)).toBe(true);
      }),
    );
    expect(mayHoldMoreKeys('{"a":"b","c":["2026-01-01T00:00:00Z"]}', 2)).toBe(false);
  });
});

describe('a remark on JSON', () => {
  const remarks = (text: string): string[] =>
    remarksOn(text, { keys: keysIn(JSON.parse(text)), oddNumber: true }).map(
      ({ kind, path }) => `${kind} ${path}`,
    );

  it.each([
    ['{"a":12345678901234567890}', []],
    ['{"a":98765432109876543210}', ['altered-number /a']],
    ['[9007199254740993]', []],
    ['[1e400]', ['altered-number /0']],
    ['[9007199254740992, -9007199254740991, 1e300, 0.1, 1.0000000000000000001]', []],
    ['"\\ud800"', ['lone-surrogate ']],
    ['{"\\udc00x":1}', ['lone-surrogate /\udc00x']],
    ['"\\ud83d\\ude00"', []],
    ['{"a":1,"a":"\\ud800"}', ['duplicate-key /a', 'lone-surrogate /a']],
  ])('%s gives %j', (text, expected) => {
    expect(remarks(text)).toEqual(expected);
  });
});

describe('a preview', () => {
  it('is the JSON of what is short, and the start of what is long', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(previewJson(value, 1e6)).toBe(text);
        expect(previewJson(value, 20).slice(0, 15)).toBe(text.slice(0, 15));
      }),
    );
  });

  it('costs nothing for what is cut off', () => {
    const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;
    expect(previewJson(deep, 10)).toMatch(/^\[{10,12}\]+$/);
    expect(previewJson(new Array(1e7).fill(1), 10).length).toBeLessThan(30);
  });
});
