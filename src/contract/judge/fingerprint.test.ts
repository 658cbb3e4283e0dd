import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyExchange } from '../contract-run.ts';
import { describing, findingsOf } from '../description/compile.test-support.ts';
import { compileDescription } from '../description/compile.ts';
import { anExchange } from '../exchange.test-support.ts';

const ENTRY = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string' }, n: { type: 'integer' } },
};

async function fingerprints(schema: unknown, body: unknown): Promise<string[]> {
  return findingsOf(await describing(schema), body).map(({ fingerprint }) => fingerprint);
}

describe('the fingerprint of a finding', () => {
  it.each<[string, unknown, unknown]>([
    ['a map', { additionalProperties: ENTRY }, (key: string) => ({ [key]: { id: 'i', n: 'a' } })],
    ['a map of what lacks something', { additionalProperties: ENTRY }, (key: string) => ({ [key]: {} })],
    [
      'a map of what has more',
      { additionalProperties: ENTRY },
      (key: string) => ({ [key]: { id: 'i', more: 1 } }),
    ],
    ['a map of numbers', { additionalProperties: { type: 'integer' } }, (key: string) => ({ [key]: 'a' })],
    ['names of a pattern', { patternProperties: { '/': ENTRY } }, (key: string) => ({ [`${key}/`]: {} })],
    [
      'a map of maps in a list',
      { items: { properties: { m: { additionalProperties: { additionalProperties: ENTRY } } } } },
      (key: string) => [{ m: { [key]: { [key]: { id: 1 } } } }],
    ],
    ['what was not evaluated', { unevaluatedProperties: ENTRY }, (key: string) => ({ [key]: { id: 1 } })],
  ])('holds no key of %s', async (_, schema, body) => {
    const bodyOf = body as (key: string) => unknown;
    const [one, ...others] = await fingerprints(schema, bodyOf('k1'));
    expect(one).toMatch(/^[\da-f]{16}$/);
    expect(others).toEqual([]);
    for (const key of ['other', '7', 'a b']) expect(await fingerprints(schema, bodyOf(key))).toEqual([one]);
  });

  it('still tells what differs within a map', async () => {
    const found = await fingerprints({ additionalProperties: ENTRY }, { k: { id: 1, n: 'a' }, l: {}, m: 1 });
    expect(new Set(found).size).toBe(4);
  });

  const ref = { $ref: '#/components/schemas/Text' };

  it.each<[string, unknown, unknown, unknown]>([
    ['of what names are digits', { properties: { '01': ref, '02': ref } }, { '01': 1 }, { '02': 1 }],
    ['of places in a tuple', { prefixItems: [ref, ref] }, [1], ['a', 1]],
    ['of missing properties', { required: ['a', 'b'] }, { a: 1 }, { b: 1 }],
    ['of the types that came', { properties: { a: ref } }, { a: 1 }, { a: {} }],
    [
      'of what is wrong in an alternative',
      { anyOf: [ENTRY, { type: 'null' }] },
      { n: 1 },
      { id: 'i', n: 'a' },
    ],
    ['of keywords', { properties: { a: { minLength: 2, pattern: '^a' } } }, { a: 'a' }, { a: 'bb' }],
  ])('tells apart faults %s', async (_, schema, one, other) => {
    const of = async (body: unknown): Promise<string[]> =>
      findingsOf(await describing(schema, { Text: { type: 'string' } }), body)
        .filter(({ check }) => check !== 'undocumented-property')
        .map(({ fingerprint }) => fingerprint);
    const [first, second] = [await of(one), await of(other)];
    expect([first.length, second.length]).toEqual([1, 1]);
    expect(first).not.toEqual(second);
  });

  it('of an object with two faults is not that of one with others', async () => {
    const schema = { anyOf: [{ required: ['a'], properties: { a: ref, b: ref, c: ref } }, { type: 'null' }] };
    const contract = await describing(schema, { Text: { type: 'string' } });
    const of = (body: unknown): string[] => findingsOf(contract, body).map(({ fingerprint }) => fingerprint);
    const waived = new Set(of({ a: 1, b: 2, c: 'c' }));
    expect(waived.size).toBe(2);
    expect(of({ a: 'a', b: 2, c: 3 }).filter((each) => !waived.has(each))).toHaveLength(1);
    expect(of({ b: 2 }).filter((each) => !waived.has(each))).toHaveLength(1);
  });

  // A waiver names it: these are written down, and stay as they are.
  it.each<[string, unknown, unknown, string[]]>([
    ['a property', ENTRY, { id: 1 }, ['2bd3f9092ee4941f']],
    ['a missing property', ENTRY, {}, ['3690b07733d0542a']],
    ['an undocumented property', ENTRY, { id: 'i', more: 1 }, ['0f2ae303fac45506']],
    ['an item', { items: ENTRY }, [{ id: 'i' }, { id: 1 }], ['e579a4a54d68240b']],
    ['a closed object', { additionalProperties: false }, { a: 1 }, ['56a9f47194649728']],
    [
      'a property called additionalProperties',
      { properties: { additionalProperties: ENTRY } },
      { additionalProperties: { id: 1 } },
      ['fec036f1cb672e31'],
    ],
  ])('stays what it was for %s', async (_, schema, body, expected) => {
    expect(await fingerprints(schema, body)).toEqual(expected);
  });
});

describe('from whatever folder it was read', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fingerprint-'));
    await mkdir(join(folder, 'api'));
    const content = { 'application/json': { schema: { $ref: './thing.json' } } };
    const get = { responses: { 200: { description: 'ok', content } } };
    const description = { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: { '/x': { get } } };
    await writeFile(join(folder, 'api', 'api.json'), JSON.stringify(description));
    await writeFile(join(folder, 'api', 'thing.json'), JSON.stringify({ type: 'object', required: ['id'] }));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('a description has one digest, and what is found against it one fingerprint', async () => {
    const read = async (relativeTo: string): Promise<object> => {
      const file = join(folder, 'api', 'api.json');
      const contract = await compileDescription(file, { relativeTo });
      const [finding] = verifyExchange(
        contract,
        anExchange({ method: 'GET', url: 'https://x.test/x', status: 200, body: {} }),
      );
      expect(finding?.spec?.file).toMatch(/thing\.json$/);
      return { sha256: contract.sha256, fingerprint: finding?.fingerprint };
    };
    const within = await read(join(folder, 'api'));
    expect(await read(folder)).toEqual(within);
    expect(await read(join(folder, 'elsewhere', 'deep'))).toEqual(within);
  });

  it('a file beside whoever reads it is named by its way from the description, too', async () => {
    const before = process.cwd();
    try {
      const digests = [];
      for (const at of ['api', '.', 'api/parts']) {
        await mkdir(join(folder, 'api/parts'), { recursive: true });
        await writeFile(join(folder, 'api/parts/part.json'), '{"type":"object"}');
        const text = await readFile(join(folder, 'api/api.json'), 'utf8');
        await writeFile(join(folder, 'api/split.json'), text.replace('./thing.json', './parts/part.json'));
        process.chdir(join(folder, at));
        digests.push((await compileDescription(join(folder, 'api/split.json'))).sha256);
      }
      expect(new Set(digests).size).toBe(1);
    } finally {
      process.chdir(before);
    }
  });
});
