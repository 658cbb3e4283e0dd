import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { describing } from '../../description/compile.test-support.ts';
import { type Fault, faultFinder } from './faults.ts';

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

/** Names and values are few, so that schemas and values meet. */
const name = fc.constantFrom('a', 'b', 'c');
const scalar = fc.constantFrom<unknown>(null, true, false, 0, 1, 1.5, 2, -1, '', 'a', 'ab', 'b');
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(name, tie('any'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).any;

const type = fc.constantFrom('null', 'boolean', 'object', 'array', 'number', 'integer', 'string');
const count = fc.integer({ min: 0, max: 2 });
const NAMED = ['A', 'B'];

/** Schemas of every keyword that is judged; they refer to those named, below a property, an item or an alternative. */
const schema = fc.letrec<{ any: unknown; parts: unknown }>((tie) => {
  const any = tie('any');
  const parts = fc.record(
    {
      type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })),
      enum: fc.array(value, { maxLength: 3 }),
      const: value,
      minimum: count,
      maximum: count,
      exclusiveMinimum: count,
      exclusiveMaximum: count,
      multipleOf: fc.constantFrom(1, 0.5, 2),
      minLength: count,
      maxLength: count,
      pattern: fc.constantFrom('^a', 'b$', '^(a|b)+$', '^\\w*$'),
      format: fc.constantFrom('date', 'int32', 'uuid'),
      minItems: count,
      maxItems: count,
      uniqueItems: fc.boolean(),
      minContains: count,
      maxContains: count,
      minProperties: count,
      maxProperties: count,
      required: fc.uniqueArray(name, { maxLength: 2 }),
      dependentRequired: fc.dictionary(name, fc.uniqueArray(name, { maxLength: 2 }), { maxKeys: 2 }),
      properties: fc.dictionary(name, any, { maxKeys: 3 }),
      patternProperties: fc.dictionary(fc.constantFrom('^a', 'b|c'), any, { maxKeys: 2 }),
      additionalProperties: any,
      unevaluatedProperties: any,
      propertyNames: any,
      items: any,
      prefixItems: fc.array(any, { minLength: 1, maxLength: 2 }),
      contains: any,
      allOf: fc.array(any, { minLength: 1, maxLength: 2 }),
      anyOf: fc.array(any, { minLength: 1, maxLength: 3 }),
      oneOf: fc.array(any, { minLength: 1, maxLength: 3 }),
      not: any,
      if: any,
      // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
      then: any,
      else: any,
      dependentSchemas: fc.dictionary(name, any, { maxKeys: 2 }),
      nullable: fc.constant(true),
    },
    { requiredKeys: [] },
  );
  return {
    parts,
    any: fc.oneof(
      { depthSize: 'small' },
      fc.boolean(),
      fc.record({ type }),
      fc.constantFrom(...NAMED).map(ref),
      // A few keywords at a time: of all at once nothing would fit.
      fc.tuple(parts, fc.integer({ min: 1, max: 4 }), fc.nat()).map(([all, most, from]) => {
        const entries = Object.entries(all as object);
        const first = entries.length === 0 ? 0 : from % entries.length;
        return Object.fromEntries([...entries.slice(first), ...entries.slice(0, first)].slice(0, most));
      }),
    ),
  };
}).any;

const isPlaceholder = (each: unknown): boolean => each === '<X>' || typeof each === 'symbol';

/** A value with one of its parts removed each time: any by a symbol, a text by one in quotes. */
function withPlaceholders(whole: unknown): unknown[] {
  const own = typeof whole === 'string' ? ['<X>', Symbol('<X>')] : [Symbol('<X>')];
  if (typeof whole !== 'object' || whole === null) return own;
  const inParts = Object.entries(whole).flatMap(([key, part]) =>
    withPlaceholders(part).map((other) =>
      Array.isArray(whole)
        ? whole.map((each: unknown, at) => (String(at) === key ? other : each))
        : { ...whole, [key]: other },
    ),
  );
  return [...own, ...inParts];
}

describe('the walk and the validators', () => {
  it('agree of any value and any schema whether it fits', async () => {
    const seen = { fits: 0, not: 0 };
    await fc.assert(
      fc.asyncProperty(
        schema,
        schema,
        schema,
        fc.array(value, { minLength: 5, maxLength: 20 }),
        async (...made) => {
          const [root, a, b, values] = made;
          const contract = await describing({ properties: { v: root } }, { A: a, B: b });
          const id = contract.operations[0]?.responses['200']?.content['application/json']?.schema as string;
          const walk = faultFinder(contract);
          const scrubbed = faultFinder(contract, isPlaceholder);
          for (const v of values) {
            const isFine = contract.validators[id]?.({ v });
            const faults = walk.faults(id, { v });
            expect({ v, isFine, faults: isFine ? faults : faults.length > 0 }).toEqual({
              v,
              isFine,
              faults: isFine ? [] : true,
            });
            expect(walk.fits(id, { v })).toBe(isFine);
            expect(scrubbed.fits(id, { v })).toBe(isFine);
            if (isFine) {
              for (const [at, unknown] of withPlaceholders(v).slice(0, 5).entries())
                expect({ at, unknown, mayFit: scrubbed.fits(id, { v: unknown }) }).toEqual({
                  at,
                  unknown,
                  mayFit: true,
                });
            }
            seen[isFine ? 'fits' : 'not']++;
          }
        },
      ),
      { numRuns: 500 },
    );
    expect(Math.min(seen.fits, seen.not)).toBeGreaterThan(500);
  });
});

async function faultsOf(of: unknown, body: unknown, components = {}): Promise<Fault[]> {
  const contract = await describing(of, components);
  const id = contract.operations[0]?.responses['200']?.content['application/json']?.schema as string;
  return faultFinder(contract).faults(id, body);
}

const told = (faults: readonly Fault[]): string[] =>
  faults.map(({ keyword, path, name: about }) =>
    [path, keyword, about].filter((part) => part !== undefined).join(' '),
  );

describe('a value of another type', () => {
  const color = { type: 'string', enum: ['red'] };
  it.each<[string, unknown, unknown, string[]]>([
    ['and none of an enum', color, null, [' type']],
    ['for a format and a pattern', { type: 'string', format: 'date', pattern: '^2' }, null, [' type']],
    ['in two places of the description', { allOf: [color, ref('Text')] }, 1, [' type']],
    [
      'beside others that are not of that type',
      { type: 'array', items: color },
      [1, 'blue'],
      ['/0 type', '/1 enum'],
    ],
    ['only for some of them', { enum: ['red'], minimum: 5 }, 1, [' enum', ' minimum']],
  ])('is told as that alone %s', async (_, of, body, expected) => {
    expect(told(await faultsOf(of, body, { Text: { type: 'string' } }))).toEqual(expected);
  });
});

describe('a value that fits none of a union', () => {
  const A = { type: 'object', required: ['kind'], properties: { kind: { const: 'a' } } };
  const B = {
    type: 'object',
    required: ['kind', 'x', 'y'],
    properties: { kind: { enum: ['b'] }, x: { type: 'integer' }, y: { type: 'integer' } },
  };
  const address = { type: 'object', required: ['street'], properties: { no: { type: 'integer' } } };
  const tree = {
    oneOf: [
      { type: 'object', required: ['not'], properties: { not: ref('Tree') } },
      {
        type: 'object',
        required: ['op', 'items'],
        properties: { op: { enum: ['and', 'or'] }, items: { items: ref('Tree') } },
      },
      { type: 'object', required: ['field'], properties: { field: { type: 'string' } } },
    ],
  };

  it.each<[string, unknown, unknown, string[]]>([
    ['its tag, however far', { oneOf: [ref('A'), ref('B')] }, { kind: 'b' }, [' required x', ' required y']],
    ['its tag', { anyOf: [ref('A'), ref('B')] }, { kind: 'b', x: 's', y: 't' }, ['/x type', '/y type']],
    [
      'its type, and not null',
      { anyOf: [address, { type: 'null' }] },
      { no: 'x' },
      [' required street', '/no type'],
    ],
    ['its type', { oneOf: [{ type: 'string', maxLength: 1 }, { type: 'integer' }] }, 'long', [' maxLength']],
    ['a fraction', { oneOf: [{ type: 'string' }, { type: 'integer' }] }, 1.5, [' type']],
    [
      'what it has to have',
      {
        anyOf: [
          { required: ['a'], properties: { n: { type: 'null' } } },
          { required: ['b'], properties: { n: { type: 'null' } } },
        ],
      },
      { b: 1, n: 2 },
      ['/n type'],
    ],
    [
      'the leaf of a tree',
      ref('Tree'),
      { not: { op: 'and', items: [{ field: 'x' }, { not: { field: 5 } }] } },
      ['/not/items/1/not/field type'],
    ],
    [
      'the members that it has, and not an empty one',
      { oneOf: [address, { type: 'object', properties: {}, additionalProperties: false }] },
      { no: 1 },
      [' required street'],
    ],
    [
      'an empty one, where it has none of any',
      { oneOf: [ref('B'), { maxProperties: 0 }] },
      { z: 1 },
      [' maxProperties'],
    ],
    ['none, where no tag is', { oneOf: [ref('A'), ref('B')] }, { kind: 'c' }, [' oneOf']],
    ['none, where no type is', { oneOf: [{ type: 'string' }, { type: 'integer' }] }, true, [' oneOf']],
  ])('is told by that of %s', async (_, of, body, expected) => {
    expect(told(await faultsOf(of, body, { A, B, Tree: tree }))).toEqual(expected);
  });

  it('is told of in time that grows with its depth', async () => {
    const deep = (levels: number): unknown =>
      levels === 0 ? { field: 5 } : { op: 'and', items: [{ op: 'or', items: [deep(levels - 1)] }] };
    const started = performance.now();
    const faults = await faultsOf(ref('Tree'), deep(200), { Tree: tree });
    expect(faults.map(({ location }) => location)).toEqual([`${'/items/*'.repeat(400)}/field`]);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
