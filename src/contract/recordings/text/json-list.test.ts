import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sourceOf } from '../source.test-support.ts';
import { readJsonList } from './json-list.ts';

const OPTIONS = {
  path: ['log', 'entries'],
  missing: 'has no list',
  make: (item: unknown): unknown => structuredClone(item),
};

async function readList(text: string, chunkBytes?: number): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const batch of readJsonList(sourceOf(text, chunkBytes), OPTIONS)) items.push(...batch);
  return items;
}

describe('readJsonList', () => {
  it.each([
    ['first', '{"log":{"entries":[1,{"a":2}],"pages":[]}}'],
    ['last', '{"log":{"version":"1.2","pages":[{"entries":[9]}],"entries":[1,{"a":2}]}}'],
    ['among members before and after the log', '{"_a":{"log":[]},"log":{"entries":[1,{"a":2}]},"_b":"]}"}'],
    ['under names that are escaped', '{"\\u006cog":{"\\u0065ntries":[1,{"a":2}]}}'],
    ['in white space', ' {\r\n"log"\t: {\n "entries" : [ 1 , {"a":2} ] } } \n'],
    ['beside strings that look like it', '{"a":"{\\"log\\":{\\"entries\\":[","log":{"entries":[1,{"a":2}]}}'],
  ])('reads the list that comes %s', async (_, text) => {
    expect(await readList(text)).toEqual([1, { a: 2 }]);
  });

  it.each([1, 2, 3, 5, 8, 64])('reads the same in chunks of %d bytes', async (chunkBytes) => {
    const entries = [{ a: 'é' }, { a: '日本"' }, { a: '\\', b: [[], {}] }, -1.5e3, null, 'x'];
    expect(await readList(JSON.stringify({ log: { entries } }), chunkBytes)).toEqual(entries);
  });

  it('reads an item that is much larger than a chunk, in time that grows with it', async () => {
    const entries = [{ a: 'x'.repeat(3_000_000) }, { a: 'y' }];
    expect(await readList(JSON.stringify({ log: { entries } }), 1000)).toEqual(entries);
  });

  it.each([
    ['an empty object', '{}', 'has no list'],
    ['a list at the top', '[]', 'has no list'],
    ['no list', '{"log":{"entries":{}}}', 'has no list'],
    ['no log', '{"log":null}', 'has no list'],
    ['two lists', '{"log":{"entries":[],"entries":[1]}}', 'has two members named entries'],
    ['two logs', '{"log":{"entries":[]},"log":1}', 'has two members named log'],
    ['text after the end', '{"log":{"entries":[]}}\n}', 'broken JSON at 2:1: expected the end of the text'],
    ['a missing comma', '{"log":{"entries":[1 2]}}', 'broken JSON at 1:22: expected "," or "]"'],
    ['a comma too many', '{"log":{"entries":[1,]}}', 'broken JSON at 1:22: expected a value'],
    [
      'broken members before',
      '{"a":tru,"log":{"entries":[]}}',
      'broken JSON at 1:6: a word or sign that JSON does not have',
    ],
    ['broken members after', '{"log":{"entries":[],"b":01}}', 'broken JSON at 1:27: expected'],
    ['a broken item', '{"log":{"entries":[\n{"a":1},\n{"a":}]}}', 'broken JSON at 3:6: expected a value'],
    ['no colon', '{"log" {"entries":[]}}', 'broken JSON at 1:8: expected ":"'],
    ['no name', '{log:{"entries":[]}}', 'broken JSON at 1:2: expected a property name'],
  ])('refuses %s', async (_, text, reason) => {
    await expect(readList(text)).rejects.toThrow(`test.rec: ${reason}`);
    await expect(readList(text, 3)).rejects.toThrow('test.rec: ');
  });

  it('names the byte where a large text breaks', async () => {
    const items = '{"a":"é"},'.repeat(20_000);
    const text = `{"log":{"entries":[${items}`;
    await expect(readList(text)).rejects.toThrow(
      `test.rec: broken JSON at byte ${Buffer.byteLength(text)}: expected a value, but the text ends`,
    );
  });

  const document = fc
    .tuple(fc.array(fc.jsonValue(), { maxLength: 4 }), fc.jsonValue(), fc.constantFrom(undefined, 1))
    .map(([entries, other, space]) =>
      JSON.stringify({ a: other, log: { pages: other, entries, z: 1 } }, null, space),
    );

  it('reads whatever JSON.parse reads, and as it does', async () => {
    await fc.assert(
      fc.asyncProperty(document, fc.integer({ min: 1, max: 40 }), async (text, chunkBytes) => {
        expect(await readList(text, chunkBytes)).toEqual(JSON.parse(text).log.entries);
      }),
    );
  });

  it('refuses whatever JSON.parse refuses: a character changed, or the end cut off', async () => {
    const change = fc.tuple(
      fc.nat(),
      fc.constantFrom('', '"', '{', '}', ']', ',', ':', '\\', '0', 'x', '\n'),
    );
    await fc.assert(
      fc.asyncProperty(document, change, fc.boolean(), async (text, [place, character], isCut) => {
        const at = place % text.length;
        const broken = text.slice(0, at) + (isCut ? '' : character + text.slice(at + 1));
        fc.pre(!isJson(broken));
        await expect(readList(broken, 7)).rejects.toThrow('test.rec: ');
      }),
      { numRuns: 300 },
    );
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
