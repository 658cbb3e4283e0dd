import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compare } from './comparison.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'schemas-'));
});
afterAll(() => rm(folder, { recursive: true }));

const answering = (schema: object, schemas: object, openapi: string): object => ({
  openapi,
  info: { title: 't', version: '1' },
  paths: {
    '/a': {
      get: {
        operationId: 'a',
        responses: { 200: { description: 'd', content: { 'application/json': { schema } } } },
      },
    },
  },
  components: { schemas },
});

/** What differs between two schemas of a response body, and what was not compared. */
async function differences(
  ours: object,
  upstream: object,
  { schemas = {}, others = schemas, openapi = '3.1.0' }: Options = {},
): Promise<string[]> {
  const files = [join(folder, 'ours.json'), join(folder, 'upstream.json')] as const;
  await writeFile(files[0], JSON.stringify(answering(ours, schemas, '3.1.0')));
  await writeFile(files[1], JSON.stringify(answering(upstream, others, openapi)));
  const { differences: found, notCompared } = await compare(files[1], { api: files[0] });
  return [
    ...found.map(
      ({ rule, impact, subject, at }) =>
        `${impact} ${rule} ${subject}${at.replace(/^response 200 body/, '')}`,
    ),
    ...notCompared.map(({ side, what }) => `${side}: ${what}`),
  ];
}

interface Options {
  readonly schemas?: object;
  /** Of upstream; default: those of ours. */
  readonly others?: object;
  readonly openapi?: string;
}

const text = { type: 'string' };
const tree = (name: string, label: object): object => ({
  [name]: {
    type: 'object',
    properties: { label, children: { type: 'array', items: { $ref: `#/components/schemas/${name}` } } },
  },
});

describe('schemas that say the same in other words', () => {
  it.each<readonly [string, object, object, string]>([
    ['a type in a list', { type: ['string'] }, text, '3.1.0'],
    ['null by anyOf', { type: ['string', 'null'] }, { anyOf: [text, { type: 'null' }] }, '3.1.0'],
    [
      'null by oneOf and a reference',
      { type: ['string', 'null'] },
      { oneOf: [{ $ref: '#/components/schemas/Text' }, { type: 'null' }] },
      '3.1.0',
    ],
    [
      'what stands beside a reference, in 3.0',
      text,
      { $ref: '#/components/schemas/Text', maxLength: 3 },
      '3.0.3',
    ],
    [
      'what stands beside a reference, in 3.1',
      { type: 'string', maxLength: 3 },
      { $ref: '#/components/schemas/Text', maxLength: 3 },
      '3.1.0',
    ],
    ['null by nullable, in 3.0', { type: ['string', 'null'] }, { type: 'string', nullable: true }, '3.0.3'],
    [
      'null in an enum, in 3.0',
      { type: ['string', 'null'], enum: ['a', null] },
      { type: 'string', nullable: true, enum: ['a'] },
      '3.0.3',
    ],
    [
      'an exclusive bound, in 3.0',
      { type: 'number', exclusiveMinimum: 1 },
      { type: 'number', minimum: 1, exclusiveMinimum: true },
      '3.0.3',
    ],
    ['a const and an enum of one', { const: 'a' }, { enum: ['a'] }, '3.1.0'],
    ['an enum in another order', { enum: ['a', 'b'] }, { enum: ['b', 'a'] }, '3.1.0'],
    ['a minimum of nothing', text, { type: 'string', minLength: 0 }, '3.1.0'],
    ['what is open by default', { type: 'object' }, { type: 'object', additionalProperties: {} }, '3.1.0'],
    ['words', text, { type: 'string', description: 'd', title: 't', examples: ['a'] }, '3.1.0'],
    [
      'allOf',
      { type: 'object', required: ['a', 'b'], properties: { a: text, b: { type: 'string', maxLength: 3 } } },
      {
        allOf: [
          { type: 'object', required: ['a'], properties: { a: text } },
          { required: ['b'], properties: { b: text } },
          { properties: { b: { maxLength: 3 } } },
        ],
      },
      '3.1.0',
    ],
    [
      'a union in another order',
      { anyOf: [{ type: 'object', properties: { a: text } }, { type: 'integer' }] },
      { anyOf: [{ type: 'integer' }, { type: 'object', properties: { a: text } }] },
      '3.1.0',
    ],
  ])('%s', async (_, ours, upstream, openapi) => {
    expect(await differences(ours, upstream, { schemas: { Text: text }, openapi })).toEqual([]);
  });
});

describe('schemas that go round in circles', () => {
  it('are compared once round', async () => {
    const [ours, upstream] = [{ $ref: '#/components/schemas/Tree' }, { $ref: '#/components/schemas/Node' }];
    const options = { schemas: tree('Tree', text), others: tree('Node', { type: 'integer' }) };
    expect(await differences(ours, upstream, options)).toEqual([
      'breaking type-changed integer /label',
      'info type-changed string /label',
    ]);
  });

  const self = { $ref: '#/components/schemas/Self' };

  it('through a union come to an end too', async () => {
    const form = (a: object): object => ({
      Self: {
        anyOf: [
          { type: 'object', properties: { a } },
          { type: 'array', items: self },
        ],
      },
    });
    const found = await differences(self, self, { schemas: form(text), others: form({ type: 'integer' }) });
    expect(found).toEqual(['breaking type-changed integer /a', 'info type-changed string /a']);
  });

  it.each<readonly [string, object]>([
    ['a reference to itself', self],
    ['an allOf of itself', { allOf: [self, { type: 'object' }] }],
    ['an anyOf of itself', { anyOf: [self, { type: 'object' }] }],
  ])('and say nothing are not compared: %s', async (_, schema) => {
    const [first = '', ...more] = await differences(
      self,
      { $ref: '#/components/schemas/Good' },
      {
        schemas: { Self: schema, Good: text },
      },
    );
    expect([first, more]).toEqual([expect.stringMatching(/^ours: .*(?:circle|without an end)/), []]);
  });
});

describe('members of a union', () => {
  const cat = { type: 'object', required: ['cat'], properties: { cat: text } };
  const dog = { type: 'object', required: ['dog'], properties: { dog: text } };

  it('are held against the one that is most like them', async () => {
    const changed = { ...dog, properties: { dog: text, bark: { type: 'integer' } } };
    expect(await differences({ anyOf: [cat, dog] }, { anyOf: [changed, cat] })).toEqual([
      'info property-added bark',
    ]);
  });

  it('are held against a schema that is no union', async () => {
    expect(await differences({ anyOf: [cat, dog] }, cat)).toEqual(['info union-member-removed 1']);
    expect(await differences(cat, { oneOf: [dog, cat] })).toEqual(['breaking union-member-added 0']);
  });
});

describe('a keyword whose change is not judged', () => {
  const NARROWER: Readonly<Record<string, unknown>> = {
    not: { const: 'x' },
    if: { const: 'x' },
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema's word
    then: { maxLength: 1 },
    else: { maxLength: 1 },
    patternProperties: { '^x': text },
    propertyNames: { maxLength: 1 },
    contains: text,
    minContains: 1,
    maxContains: 1,
    prefixItems: [text],
    dependentRequired: { a: ['b'] },
    dependentSchemas: { a: text },
    unevaluatedItems: false,
    contentEncoding: 'base64',
    contentMediaType: 'image/png',
  };

  it.each(Object.entries(NARROWER))('is told on either side: %s', async (name, value) => {
    const told = [`warning other-keywords-changed ${name}`];
    expect(await differences({}, { [name]: value })).toEqual(told);
    expect(await differences({ [name]: value }, {})).toEqual(told);
    expect(await differences({ [name]: value }, { [name]: value })).toEqual([]);
  });
});

describe('a bound that no double holds', () => {
  it('is compared by all its digits', async () => {
    const files = [join(folder, 'ours-large.json'), join(folder, 'upstream-large.json')] as const;
    const bounded = (maximum: string): string =>
      JSON.stringify(answering({ type: 'integer', maximum: 'HERE' }, {}, '3.1.0')).replace('"HERE"', maximum);
    await writeFile(files[0], bounded('9007199254740993'));
    await writeFile(files[1], bounded('9007199254740995'));
    const { differences: found } = await compare(files[1], { api: files[0] });
    expect(found).toMatchObject([{ rule: 'bounds-changed', subject: 'maximum', impact: 'breaking' }]);
  });
});
