import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { similarJson } from './similar-json.ts';

/** Reads texts one after the other, as a reader of recordings does; which of them were known is told by `known`. */
function readAll(texts: readonly string[]): { values: unknown[]; known: boolean[] } {
  const similar = similarJson();
  const values: unknown[] = [];
  const known: boolean[] = [];
  for (const text of texts) {
    // What stands around an object must not matter.
    const end = similar.read(`[${text},1]`, 1);
    known.push(end !== -1);
    if (end === -1) similar.learn(text, JSON.parse(text));
    else expect(end).toBe(text.length + 1);
    values.push(structuredClone(similar.value));
  }
  return { values, known };
}

const entry = (url: string, time: unknown, text: string, headers = ['a', 'b']): string =>
  JSON.stringify({
    time,
    request: { url, headers, cookies: [] },
    response: { status: 200, text },
    cache: {},
  });

describe('similarJson', () => {
  it('knows texts that differ in scalars alone, once it has seen which of them differ', () => {
    const texts = ['/a', '/b', '/c', '/d'].map((url, time) => entry(url, time, `{"id":"${url}"}`));
    expect(readAll(texts).known).toEqual([false, false, true, true]);
    expect(readAll(texts).values).toEqual(texts.map((text) => JSON.parse(text)));
  });

  it('knows several layouts at once', () => {
    const texts = [1, 2, 3, 4, 5, 6].map((time) =>
      entry('/a', time, '', time % 2 === 0 ? ['a'] : ['a', 'b']),
    );
    expect(readAll(texts).known).toEqual([false, false, false, false, true, true]);
  });

  it.each([
    ['an escaped quote', 'a"b'],
    ['backslashes before a quote', 'a\\\\"'],
    ['a backslash at the end', 'a\\'],
    ['what comes after it in the text', '},"cache":{}}'],
    ['what comes after it in the text, escaped', '\\"},"cache":{}}'],
    ['a line end and U+0000', 'a\n\0'],
    ['a lone surrogate', '\ud800'],
    ['nothing', ''],
  ])('reads a string that holds %s', (_, text) => {
    const texts = ['x', 'y', text, `${text}z`].map((part) => entry('/', 1, part));
    const { values, known } = readAll(texts);
    expect(values).toEqual(texts.map((each) => JSON.parse(each)));
    // The first one with an escape is learned from.
    expect(known[3]).toBe(true);
  });

  it.each([[null], [true], [-0.5e-7], [12345678901234567890n.toString()], ['1'], [0]])(
    'reads another scalar where one differed: %s',
    (time) => {
      const texts = [1, 2, time].map((each) => entry('/', each, 'x'));
      expect(readAll(texts).values).toEqual(texts.map((each) => JSON.parse(each)));
      expect(readAll(texts).known.at(-1)).toBe(true);
    },
  );

  it.each([
    ['a raw control character', '{"a":"x\ty"}'],
    ['an escape that is none', '{"a":"\\x"}'],
    ['a number that is none', '{"a":01}'],
    ['a word that is none', '{"a":nul}'],
    ['nothing for a value', '{"a":}'],
    ['a string without end', '{"a":"x}'],
    ['two values', '{"a":"x" "y"}'],
  ])('does not know %s', (_, text) => {
    const similar = similarJson();
    for (const known of ['{"a":"x"}', '{"a":"y"}']) similar.learn(known, JSON.parse(known));
    expect(similar.read('{"a":"z"}', 0)).toBe(9);
    expect(similar.read(text, 0)).toBe(-1);
    expect(() => JSON.parse(text)).toThrow();
  });

  it.each([
    ['names that stand twice', '{"a":1,"a":2}', '{"a":3,"a":4}'],
    ['__proto__', '{"__proto__":{"a":1}}', '{"__proto__":{"a":2}}'],
    ['more than is worth it', `{"a":[${'1,'.repeat(600)}1]}`, `{"a":[${'1,'.repeat(600)}2]}`],
    ['great depth', `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`, `${'{"a":'.repeat(40)}2${'}'.repeat(40)}`],
  ])('leaves objects with %s to the parser', (_, one, other) => {
    expect(readAll([one, other, one, other]).known).not.toContain(true);
  });

  it('reads whatever JSON.parse reads, and as it does', () => {
    const scalar = fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null));
    const objects = fc.array(
      fc.record({ a: scalar, b: fc.array(scalar, { maxLength: 2 }), 'c"': fc.record({ d: scalar }) }),
      { maxLength: 20 },
    );
    const indent = fc.constantFrom(undefined, 2, '\t');
    fc.assert(
      fc.property(objects, indent, (values, space) => {
        const texts = values.map((value) => JSON.stringify(value, null, space));
        expect(readAll(texts).values).toEqual(texts.map((text) => JSON.parse(text)));
      }),
    );
  });

  it('stops learning where no two are alike', () => {
    const texts = Array.from({ length: 500 }, (_, length) =>
      JSON.stringify({ a: Array(length % 250).fill(0) }),
    );
    expect(readAll(texts).values).toEqual(texts.map((text) => JSON.parse(text)));
  });
});
