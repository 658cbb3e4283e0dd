import { describe, expect, it } from '@jest/globals';
import {
  anything,
  assert,
  constantFrom,
  dictionary,
  oneof,
  property,
  record,
  string,
  tuple,
} from 'fast-check';
import { validateWebsetEnrichment } from '../../generated/client-validators.js';
import { description } from '../../generated/operations.js';
import { validators } from '../../generated/validators.js';
import { leanSchema } from './lean-schema.ts';

const VALID = {
  id: 'wenrich_01',
  object: 'webset_enrichment',
  status: 'pending',
  websetId: 'webset_01',
  title: null,
  description: 'Find the founding year',
  format: 'text',
  options: null,
  instructions: null,
  metadata: {},
  createdAt: '2025-11-23T00:39:20.696Z',
  updatedAt: '2025-11-23T00:39:21.135Z',
};

const [operation] = description.operations;
const full = validators[operation.responses['200'].content['application/json'].schema];

/** What both make of a value: they have to tell the same, in the same words and order. */
function expectAgreement(value: unknown): boolean {
  const isValid = full?.(value);
  const told = (full?.errors ?? []).map(({ instancePath, keyword, message }) => ({
    instancePath,
    keyword,
    message,
  }));
  expect(validateWebsetEnrichment(value)).toBe(isValid);
  expect(validateWebsetEnrichment.errors).toEqual(told);
  return isValid === true;
}

const long = constantFrom(
  'x'.repeat(1000),
  'x'.repeat(1001),
  '😀'.repeat(1000),
  `${'😀'.repeat(1000)}\ud800`,
);
const label = oneof(anything(), string(), long);
const times = [
  '2025-02-29T00:00:00Z',
  '2024-02-29T00:00:00Z',
  '2016-12-31T23:59:60Z',
  '2025-11-23 00:39:20Z',
  '2025-11-23T00:39:20',
];
/** What fields are made of: often right, sometimes nearly, seldom not at all. */
const value = oneof(
  constantFrom<unknown>(
    null,
    undefined,
    true,
    0,
    '',
    'pending',
    'text',
    'webset_enrichment',
    [],
    {},
    ...times,
  ),
  long,
  anything(),
  dictionary(oneof(string(), constantFrom('a/b', '~', '__proto__', 'constructor')), label),
  record({ label }, { requiredKeys: [] }).map((option) => [{ label: 'a' }, option]),
);
const name = oneof(constantFrom(...Object.keys(VALID)), constantFrom('toString', '__proto__', 'extra'));

describe('the lean validator', () => {
  it('tells what the full one tells, of an enrichment that was changed', () => {
    let valid = 0;
    assert(
      property(name, value, (changed, to) => {
        if (expectAgreement({ ...VALID, [changed]: to })) valid++;
      }),
      { numRuns: 3000 },
    );
    expect(valid).toBeGreaterThan(100);
  });

  it('tells what the full one tells, of one with several fields missing or wrong', () => {
    const fields = dictionary(name, value);
    assert(
      property(tuple(fields, constantFrom({}, VALID)), ([changes, base]) => {
        expectAgreement({ ...base, ...changes });
        expectAgreement(Object.assign(Object.create(VALID), changes));
      }),
      { numRuns: 1000 },
    );
  });

  it('tells what the full one tells, of anything', () => {
    assert(property(value, (other) => void expectAgreement(other)));
  });
});

describe('a lean schema', () => {
  const write = (schema: Record<string, unknown>): unknown =>
    leanSchema(
      'a',
      new Map([
        ['a', schema],
        ['b', { type: 'string' }],
      ]),
    );

  it('has what it refers to in its place, and nothing of no use', () => {
    const schemas = new Map([
      ['a', { 'x-at': { type: 'a:1:1' }, type: 'object', properties: { b: { $ref: 'b' } } }],
      ['b', { type: ['array', 'null'], items: { enum: ['x', null] } }],
    ]);
    expect(leanSchema('a', schemas)).toEqual({
      type: 'object',
      properties: { b: { type: ['array', 'null'], items: { enum: ['x', null] } } },
    });
  });

  it.each<[string, Record<string, unknown>]>([
    ['a keyword that is not understood', { pattern: '^x' }],
    ['a type that is not told apart', { type: 'integer' }],
    ['a format that is not known', { format: 'uri' }],
    ['a choice that is not compared', { enum: [{}] }],
    ['a name that every object inherits', { properties: { constructor: { type: 'string' } } }],
    ['no more properties', { additionalProperties: false }],
    ['itself', { items: { $ref: 'a' } }],
    ['a reference to nothing', { $ref: 'c' }],
    ['a reference and more', { $ref: 'b', type: 'string' }],
  ])('is not written if it has %s', (_, schema) => {
    expect(() => write(schema)).toThrow('Failed to write a lean schema');
  });
});
