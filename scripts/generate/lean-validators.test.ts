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
import { bundledContract } from '../../src/contract/bundled-contract.ts';
import type { ContractData, Keywords, Schema } from '../../src/contract/contract.ts';
import { faultFinder } from '../../src/contract/judge/walk/faults.ts';
import { leanSchema } from './lean-validators.ts';

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

const { schemas } = bundledContract;
const id = Object.keys(schemas).find((each) => schemas[each]?.name === 'WebsetEnrichment') as string;
const { faults } = faultFinder(bundledContract);

/** What both make of a value that JSON can hold: they have to tell the same faults. */
function expectAgreement(of: unknown): boolean {
  const value: unknown = JSON.parse(JSON.stringify(of) ?? 'null');
  const isValid = bundledContract.validators[id]?.(value);
  const expected = faults(id, value).map(({ path, keyword }) => `${path} ${keyword}`);
  expect(validateWebsetEnrichment(value)).toBe(isValid);
  const errors = validateWebsetEnrichment.errors ?? [];
  const mistyped = new Set(
    errors.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath),
  );
  // That a value of another type is none of an enum either says nothing more: the contract run leaves it out.
  const isEcho = (keyword: string): boolean => ['enum', 'const', 'format', 'pattern'].includes(keyword);
  const told = errors
    .filter(({ instancePath, keyword }) => !(isEcho(keyword) && mistyped.has(instancePath)))
    .map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
  expect(told.sort()).toEqual(expected.sort());
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
      }),
      { numRuns: 1000 },
    );
  });

  it('tells what the full one tells, of anything', () => {
    assert(property(value, (other) => void expectAgreement(other)));
  });
});

describe('a lean schema', () => {
  const schemasOf = (keywords: Readonly<Record<string, Keywords>>): ContractData['schemas'] =>
    Object.fromEntries(
      Object.entries(keywords).map(([name, said]): [string, Schema] => [
        name,
        { name, spec: '', own: true, keywords: said, places: {} },
      ]),
    );
  const write = (a: Keywords): unknown =>
    leanSchema('a', { ...schemasOf({ a, b: { type: ['string'] } }), no: { ...NOTHING, never: true } });
  const NOTHING: Schema = { name: '', spec: '', keywords: {}, places: {} };

  it('has what it refers to in its place, and nothing of no use', () => {
    const schemas = schemasOf({
      a: { type: ['object'], properties: { b: 'b' } },
      b: { type: ['array', 'null'], items: 'c' },
      c: { enum: ['x', null] },
    });
    expect(leanSchema('a', schemas)).toEqual({
      type: 'object',
      properties: { b: { type: ['array', 'null'], items: { enum: ['x', null] } } },
    });
  });

  it.each<[string, Keywords]>([
    ['a keyword that is not understood', { pattern: '^x' }],
    ['a type that is not told apart', { type: ['integer'] }],
    ['a format that is not known', { format: 'uri' }],
    ['a choice that is not compared', { enum: [{}] }],
    ['a name that every object inherits', { properties: { constructor: 'b' } }],
    ['no more properties', { additionalProperties: 'no' }],
    ['itself', { items: 'a' }],
    ['a reference to nothing', { $ref: 'none' }],
    ['a reference and more', { $ref: 'b', type: ['string'] }],
  ])('is not written if it has %s', (_, schema) => {
    expect(() => write(schema)).toThrow('Failed to write a lean schema');
  });
});
