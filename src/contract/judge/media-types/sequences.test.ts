import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Contract } from '../../contract.ts';
import { verifyExchange } from '../../contract-run.ts';
import { compileObject, toldOfExchange } from '../../description/compile.test-support.ts';
import { anExchange } from '../../exchange.test-support.ts';

const ITEM = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'integer' }, name: { type: 'string' } },
};
const LIST = { type: 'array', items: ITEM, maxItems: 2 };
const EVENT = {
  type: 'object',
  required: ['data'],
  properties: {
    data: { type: 'string' },
    event: { type: 'string', enum: ['add', 'end'] },
    id: { type: 'string' },
    retry: { type: 'integer', maximum: 9 },
  },
};
/** As a library writes it whose events hold JSON. */
const JSON_EVENT = {
  oneOf: [
    {
      required: ['event'],
      properties: {
        event: { const: 'add' },
        data: { type: 'string', contentMediaType: 'application/json', contentSchema: ITEM },
      },
    },
    { required: ['event'], properties: { event: { const: 'end' }, data: { type: 'string' } } },
  ],
};

function answering(type: string, media: object, openapi = '3.2.0'): Promise<Contract> {
  return compileObject({
    openapi,
    paths: { '/a': { get: { responses: { 200: { description: 'ok', content: { [type]: media } } } } } },
  });
}

function parts(type: string, body: string) {
  return {
    method: 'GET',
    url: 'https://x.test/a',
    requestHeaders: {},
    headers: { 'content-type': type },
    body,
  };
}

function told(contract: Contract, type: string, body: string): string[] {
  return toldOfExchange(contract, parts(type, body));
}

const TWO = ['{"id":1}', '{"id":2,"name":"b"}'];
const WRITERS: Readonly<Record<string, (items: readonly string[]) => string>> = {
  'application/jsonl': (items) => items.map((item) => `${item}\n`).join(''),
  'application/x-ndjson': (items) => items.join('\r\n'),
  'application/json-seq': (items) => items.map((item) => `\u001e${item}\n`).join(''),
  'application/geo+json-seq': (items) => items.map((item) => `\u001e${item}\n`).join(''),
  'text/event-stream': (items) => items.map((item) => `data: ${item}\n\n`).join(''),
};

describe.each(Object.keys(WRITERS))('a sequence as %s', (type) => {
  const write = WRITERS[type] as (items: readonly string[]) => string;
  const isEvents = type === 'text/event-stream';
  const itemSchema = isEvents
    ? { properties: { data: { type: 'string', contentMediaType: 'application/json', contentSchema: ITEM } } }
    : ITEM;
  const below = isEvents ? '/data' : '';

  it.each<[string, readonly string[], string[]]>([
    ['two items', TWO, []],
    ['no item', [], []],
    ['an item of another type', ['{"id":1}', '{"id":"x"}'], [`/1${below}/id`]],
    ['an item that lacks something', ['{}', '{"id":1}'], [`/0${below}`]],
    ['an item that is no object', ['1', '{"id":1}'], [`/0${below}`]],
  ])('is judged item by item: %s', async (_, items, places) => {
    const contract = await answering(type, { itemSchema });
    expect(told(contract, type, write(items))).toEqual(
      places.map((place) => `response-schema-conformance ${place}`),
    );
  });

  it.each(['3.0.3', '3.1.1', '3.2.0'])('is a list by the schema of the whole: %s', async (version) => {
    const schema = { type: 'array', items: itemSchema, maxItems: 2 };
    const contract = await answering(type, { schema }, version);
    expect(contract.limitations.filter(({ what }) => /not judged/.test(what))).toEqual([]);
    expect(told(contract, type, write(TWO))).toEqual([]);
    expect(told(contract, type, write([...TWO, ...TWO]))).toEqual(['response-schema-conformance ']);
  });

  it('is both where both are there', async () => {
    const contract = await answering(type, { schema: { type: 'array', maxItems: 2 }, itemSchema });
    expect(told(contract, type, write(['{}', '{"id":1}', '{"id":1}']))).toEqual([
      'response-schema-conformance ',
      `response-schema-conformance /0${below}`,
    ]);
  });

  it.each(['3.1.1', '3.2.0'])(
    'of a schema that may mean item or whole is not judged: %s',
    async (version) => {
      const contract = await answering(type, { schema: ITEM }, version);
      expect(contract.limitations.map(({ what }) => what)).toEqual([
        `bodies of type ${type} are not judged: their schema is no list, and may mean an item or the whole`,
      ]);
      expect(told(contract, type, write(['{}']))).toEqual([]);
    },
  );

  it('is a text where that is documented', async () => {
    const contract = await answering(type, { schema: { type: 'string', maxLength: 40 } }, '3.1.1');
    expect(told(contract, type, write(['{}']))).toEqual([]);
    expect(told(contract, type, write([...TWO, ...TWO]))).toEqual(['response-schema-conformance ']);
  });
});

describe('a list of JSON texts', () => {
  it.each<[string, string, string, string[]]>([
    [
      'a line that is none',
      'application/jsonl',
      '{"id":1}\n\n{"id":}\n',
      ['is not JSON at line 3, column 7'],
    ],
    [
      'a line that is cut off',
      'application/jsonl',
      '{"id":1}\n{"id"',
      ['is not JSON at line 2, column 1: it ends too early'],
    ],
    ['two on a line', 'application/jsonl', '{"id":1},{"id":2}', ['is not JSON at line 1, column 9']],
    [
      'a text of several lines that is none',
      'application/json-seq',
      '\u001e{\n"id":1}\n\u001e{\n"id":}',
      ['is not JSON at line 4'],
    ],
    [
      'no separator',
      'application/json-seq',
      '{"id":1}\n',
      ['does not start with a record separator, U+001E'],
    ],
    ['a key that comes twice', 'application/jsonl', '{"id":1}\n{"id":1,"id":2}', ['the same key twice']],
    ['an integer beyond doubles', 'application/jsonl', '{"id":12345678901234567890}', []],
    ['placeholders without quotes', 'application/jsonl', '{"id":<ID>}\n{"id":1}', ['placeholder']],
  ])('%s', async (_, type, body, words) => {
    const contract = await answering(type, { itemSchema: ITEM });
    const findings = verifyExchange(contract, anExchange(parts(type, body)));
    expect(findings.map(({ message }) => message)).toEqual(
      words.map((word) => expect.stringContaining(word)),
    );
  });
});

describe('an event stream', () => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await answering('text/event-stream', { itemSchema: EVENT });
  });

  it.each<[string, string, string[]]>([
    ['all fields', 'event: add\nid: 7\nretry: 5\ndata: a\n\n', []],
    ['lines of each kind', '\uFEFFdata:a\r\ndata\rdata: b\n\n', []],
    ['comments and fields that nobody knows', ': hi\nfoo: bar\ndata: a\n\n', []],
    ['blocks without data', 'event: other\n\nretry: 99\n\n', []],
    ['a block that it was cut off in', 'data: a\n\nevent: other\ndata: b\n', []],
    ['a line that it was cut off in', 'data: a\n\nevent: other\ndata: b', []],
    ['an event of no documented name', 'data: a\n\nevent: other\ndata: b\n\n', ['/1/event']],
    ['a field without a value', 'event\ndata: a\n\n', ['/0/event']],
    ['a number that is too high', 'retry: 10\ndata: a\n\n', ['/0/retry']],
    ['what is no number', 'retry: x\ndata: a\n\n', []],
  ])('is read as HTML has it: %s', (_, body, places) => {
    expect(told(contract, 'text/event-stream', body)).toEqual(
      places.map((place) => `response-schema-conformance ${place}`),
    );
  });

  it('has the lines of an event in one text', async () => {
    const exact = await answering('text/event-stream', {
      itemSchema: { properties: { data: { const: 'a\n b\n' } } },
    });
    expect(told(exact, 'text/event-stream', 'data: a\ndata:  b\ndata\n\n')).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    ['as it should be', 'event: add\ndata: {"id":1}\n\nevent: end\ndata: [DONE]\n\n', []],
    ['of another type', 'event: add\ndata: {"id":"x"}\n\n', ['/0/data/id']],
    ['no JSON', 'event: end\ndata: x\n\nevent: add\ndata: [DONE]\n\n', ['/1/data']],
  ])('holds JSON where that is said: %s', async (_, body, places) => {
    const holding = await answering('text/event-stream', { itemSchema: JSON_EVENT });
    expect(told(holding, 'text/event-stream', body)).toEqual(
      places.map((place) => `response-schema-conformance ${place}`),
    );
  });

  it('alone is judged by what its texts hold', async () => {
    const json = await answering('application/json', { schema: { type: 'array', items: JSON_EVENT } });
    expect(told(json, 'application/json', '[{"event":"add","data":"{}"}]')).toEqual([]);
  });
});

it('what is no sequence has no items', async () => {
  const contract = await answering('application/json', { itemSchema: ITEM });
  expect(contract.limitations.map(({ what }) => what)).toEqual([
    'itemSchema is not judged for application/json, which is no sequence of items',
  ]);
});

it('itemSchema is none of 3.1', async () => {
  const contract = await answering('application/jsonl', { itemSchema: ITEM }, '3.1.1');
  expect(contract.limitations.map(({ what }) => what)).toEqual([
    'itemSchema is not judged: OpenAPI 3.1 does not have it',
  ]);
});

it('a sequence under a range is judged by a list alone', async () => {
  const contract = await answering('application/*', { schema: LIST });
  expect(told(contract, 'application/jsonl', '{"id":"x"}')).toEqual(['response-schema-conformance /0/id']);
  const other = await answering('application/*', { schema: ITEM });
  expect(told(other, 'application/jsonl', '{"id":"x"}')).toEqual([]);
});
