import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import type { Contract } from '../../contract.ts';
import { verifyExchange } from '../../contract-run.ts';
import { compileObject } from '../../description/compile.test-support.ts';
import { anExchange } from '../../exchange.test-support.ts';

/** An item that the schema lets in, and one way to make it another. */
interface Item {
  readonly id: number;
  readonly name?: string;
  readonly tags?: readonly string[];
}

const ITEM = {
  type: 'object',
  required: ['id'],
  additionalProperties: false,
  properties: {
    id: { type: 'integer', minimum: 0 },
    name: { type: 'string', maxLength: 8 },
    tags: { type: 'array', items: { type: 'string' }, maxItems: 3 },
  },
};

const MUTATIONS: readonly ((item: Item) => unknown)[] = [
  ({ id: _, ...item }) => item,
  (item) => ({ ...item, id: String(item.id) }),
  (item) => ({ ...item, id: -1 }),
  (item) => ({ ...item, name: 'longer than 8' }),
  (item) => ({ ...item, tags: [...(item.tags ?? []), 1] }),
  (item) => ({ ...item, other: 1 }),
];

const items = fc.array(
  fc.record(
    {
      id: fc.nat(),
      name: fc.string({ maxLength: 8, unit: 'binary-ascii' }),
      tags: fc.array(fc.constantFrom('a', 'b\n', '\u2028', '--X', '<b'), { maxLength: 3 }),
    },
    { requiredKeys: ['id'] },
  ),
  { minLength: 1, maxLength: 6 },
);

const eol = fc.constantFrom('\n', '\r\n');
type Write = (texts: readonly string[], eol: string) => string;
const WRITERS: readonly (readonly [type: string, media: object, write: Write])[] = [
  ['application/jsonl', { itemSchema: ITEM }, (texts, end) => texts.map((text) => text + end).join('')],
  [
    'application/json-seq',
    { itemSchema: ITEM },
    (texts, end) => texts.map((text) => `\u001e${text}${end}`).join(''),
  ],
  [
    'text/event-stream',
    {
      itemSchema: {
        properties: { data: { type: 'string', contentMediaType: 'application/json', contentSchema: ITEM } },
      },
    },
    (texts, end) => texts.map((text) => `: x${end}data: ${text}${end}${end}`).join(''),
  ],
  [
    'multipart/mixed; boundary=X',
    { itemSchema: ITEM },
    (texts) =>
      `${texts.map((text) => `--X\r\ncontent-type: application/json\r\n\r\n${text}\r\n`).join('')}--X--\r\n`,
  ],
  [
    'multipart/form-data; boundary=X',
    { schema: { type: 'object', properties: { item: { type: 'array', items: ITEM } } } },
    (texts) =>
      `${texts.map((text) => `--X\r\ncontent-disposition: form-data; name="item"\r\n\r\n${text}\r\n`).join('')}--X--\r\n`,
  ],
];

function contractOf(type: string, media: object): Promise<Contract> {
  const content = { [type.replace(/;.*/, '')]: media };
  return compileObject({ openapi: '3.2.0', paths: { '/a': { get: { responses: { 200: { content } } } } } });
}

// Whatever the items are: as they are written nothing is said of them, and each one that is changed is found in its place.
describe.each(WRITERS)('items as %s', (type, media, write) => {
  const places = (contract: Contract, texts: readonly string[], end: string): string[] => {
    const exchange = anExchange({
      ...{ method: 'GET', url: 'https://x.test/a', requestHeaders: {} },
      ...{ headers: { 'content-type': type }, body: write(texts, end) },
    });
    return verifyExchange(contract, exchange)
      .filter(({ severity }) => severity === 'error')
      .map(({ dataPath = '' }) => dataPath);
  };

  it('are judged each', async () => {
    const contract = await contractOf(type, media);
    fc.assert(
      fc.property(items, fc.nat(), fc.constantFrom(...MUTATIONS), eol, (all, at, mutate, end) => {
        const index = at % all.length;
        const texts = all.map((item) => JSON.stringify(item));
        const mutated = texts.with(index, JSON.stringify(mutate(all[index] as Item)));
        const found = places(contract, mutated, end);
        return (
          places(contract, texts, end).length === 0 &&
          found.length > 0 &&
          found.every((place) => place.replace('/item', '').startsWith(`/${index}`))
        );
      }),
      { numRuns: 150 },
    );
  });
});
