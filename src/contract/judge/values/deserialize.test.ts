import { describe, expect, it } from '@jest/globals';
import { deserialize, type Form } from './deserialize.ts';

const text = { isText: true, isNumber: false, isBoolean: false, isNull: false, isCompound: false };
const list: Form = {
  ...text,
  isText: false,
  isArray: true,
  isObject: false,
  item: text,
  properties: new Map(),
  others: text,
};

const itemsOf = (value: string): unknown =>
  deserialize({ text: value, decode: false }, list, { style: 'simple', explode: false });

describe('a list between commas', () => {
  it.each([
    ['a', ['a']],
    ['a,b', ['a', 'b']],
    ['a ,\tb , c', ['a', 'b', 'c']],
    [' a , b ', [' a', 'b ']],
    [',', ['', '']],
    [' , ', ['', '']],
    ['a,,b', ['a', '', 'b']],
    ['a b,c', ['a b', 'c']],
    ['', []],
  ])('%j is read without the white space beside them', (value, items) => {
    expect(itemsOf(value)).toEqual(items);
    if (value !== '') expect(items).toEqual(value.split(/\s*,\s*/));
  });

  it.each([' ', '\t', ' ,', ', ', ','])('is read at once with many of %j', (part) => {
    const started = performance.now();
    itemsOf(`a${part.repeat(300_000)}b`);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
