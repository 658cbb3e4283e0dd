import { describe, expect, it } from '@jest/globals';
import { describing, toldOf } from '../../description/compile.test-support.ts';

const object = (properties: Record<string, unknown>, more: object = {}): object => ({
  type: 'object',
  properties,
  ...more,
});
const needs = (name: string, properties: Record<string, unknown> = {}): object =>
  object({ [name]: {}, ...properties }, { required: [name] });
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

const SCHEMAS = { Base: object({ id: {} }), Node: object({ next: ref('Node'), name: {} }) };

/** Pointers of what is undocumented. */
async function undocumented(schema: unknown, body: unknown): Promise<string[]> {
  const told = toldOf(await describing(schema, SCHEMAS), body);
  return told.map((one) => one.replace('undocumented-property ', ''));
}

describe('a property is documented where', () => {
  it.each<[string, unknown, unknown, string[]]>([
    ['a schema names it', object({ a: {} }), { a: 1, b: 1 }, ['/b']],
    [
      'it is so named at any depth',
      object({ a: object({ b: {} }) }),
      { a: { b: 1, c: 1 }, b: 1 },
      ['/a/c', '/b'],
    ],
    [
      'the items of a list name it',
      { type: 'array', items: object({ a: {} }) },
      [{ a: 1 }, { b: 1 }],
      ['/1/b'],
    ],
    [
      'the item at its place does',
      { prefixItems: [object({ a: {} })], items: object({ b: {} }) },
      [
        { a: 1, b: 1 },
        { a: 1, b: 1 },
      ],
      ['/0/b', '/1/a'],
    ],
    ['allOf names it', { allOf: [ref('Base'), object({ b: {} })] }, { id: 1, b: 1, c: 1 }, ['/c']],
    ['a $ref beside it does', { ...ref('Base'), properties: { b: {} } }, { id: 1, b: 1, c: 1 }, ['/c']],
    [
      'the alternative that fits does',
      { oneOf: [needs('a', { x: {} }), needs('b', { y: {} })] },
      { a: 1, x: 1, y: 1 },
      ['/y'],
    ],
    [
      'any alternative that fits does',
      { anyOf: [needs('a', { x: {} }), needs('b', { y: {} })] },
      { a: 1, b: 1, x: 1, y: 1, z: 1 },
      ['/z'],
    ],
    [
      'an alternative within an alternative does',
      { oneOf: [{ allOf: [ref('Base'), { oneOf: [needs('a'), needs('b')] }] }, needs('c')] },
      { id: 1, b: 1, a2: 1 },
      ['/a2'],
    ],
    [
      'the alternative of a property does',
      object({ p: { oneOf: [needs('a'), { type: 'array', items: needs('b') }] } }),
      { p: [{ b: 1, a: 1 }] },
      ['/p/0/a'],
    ],
    [
      'each item chooses for itself',
      { type: 'array', items: { oneOf: [needs('a'), needs('b')] } },
      [{ a: 1 }, { b: 1 }, { a: 1, x: 1 }],
      ['/2/x'],
    ],
    [
      'the branch of a condition does',
      // biome-ignore lint/suspicious/noThenProperty: JSON Schema's word
      { if: needs('a'), then: object({ b: {} }), else: object({ c: {} }) },
      { a: 1, b: 1, c: 1 },
      ['/c'],
    ],
    [
      'the other branch does',
      // biome-ignore lint/suspicious/noThenProperty: JSON Schema's word
      { if: needs('a'), then: object({ b: {} }), else: object({ c: {} }) },
      { b: 1, c: 1 },
      ['/b'],
    ],
    [
      'what depends on a property that is there does',
      object({ a: {} }, { dependentSchemas: { a: object({ b: {} }), z: object({ c: {} }) } }),
      { a: 1, b: 1, c: 1 },
      ['/c'],
    ],
    [
      'a pattern matches its name',
      { properties: { a: {} }, patternProperties: { '^x-': object({ b: {} }) } },
      { a: 1, 'x-y': { b: 1, c: 1 }, b: 1 },
      ['/x-y/c', '/b'],
    ],
    [
      'others are given a schema',
      object({ a: {} }, { additionalProperties: object({ b: {} }) }),
      { a: 1, z: { b: 1, c: 1 } },
      ['/z/c'],
    ],
    ['others are let in by word', object({ a: {} }, { additionalProperties: true }), { a: 1, b: 1 }, []],
    [
      'others are let in by an empty schema',
      object({ a: {} }, { additionalProperties: {} }),
      { a: 1, b: 1 },
      [],
    ],
    [
      'what is left is given a schema',
      { allOf: [ref('Base')], unevaluatedProperties: object({ b: {} }) },
      { id: 1, z: { b: 1, c: 1 } },
      ['/z/c'],
    ],
    [
      'nothing is said of properties',
      object({ a: {}, free: { type: 'object' } }),
      { free: { b: { c: 1 } } },
      [],
    ],
    ['nothing is said of the value', object({ a: {} }), { a: { b: 1 } }, []],
    ['a schema refers to itself', ref('Node'), { next: { next: { name: 1, b: 1 } } }, ['/next/next/b']],
    ['it is named __proto__', object({ a: {} }), '{"__proto__":1}', ['/__proto__']],
    [
      'its name has slashes and tildes',
      object({ 'a/b~c': object({ d: {} }) }),
      { 'a/b~c': { e: 1 } },
      ['/a~1b~0c/e'],
    ],
  ])('%s', async (_, schema, body, expected) => {
    expect(await undocumented(schema, body)).toEqual(expected);
  });

  it('is told once where the schema is closed: by the schema', async () => {
    expect(await undocumented(object({ a: {} }, { additionalProperties: false }), { b: 1 })).toEqual([
      'response-schema-conformance ',
    ]);
  });

  it('is documented by every alternative where none fits: that is told already', async () => {
    const schema = { oneOf: [needs('a', { x: {} }), needs('b', { y: {} })] };
    expect(await undocumented(schema, { x: 1, y: 1, z: 1 })).toEqual(['response-schema-conformance ', '/z']);
  });
});
