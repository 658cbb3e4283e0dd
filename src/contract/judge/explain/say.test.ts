import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Contract } from '../../contract.ts';
import { verifyExchange } from '../../contract-run.ts';
import { describing } from '../../description/compile.test-support.ts';
import { compileDescription } from '../../description/compile.ts';
import { anExchange } from '../../exchange.test-support.ts';
import { headerMap } from '../../exchange.ts';
import type { Finding } from '../../finding.ts';
import { inFolder } from '../../recordings/source.test-support.ts';

const DESCRIPTION = `openapi: 3.1.0
info: {title: t, version: '1'}
servers: [{url: 'https://api.example.test'}]
paths:
  /e:
    get:
      operationId: e
      responses:
        '200':
          description: ok
          headers: {X-List: {schema: {type: array, items: {type: integer}}}}
          content:
            application/json:
              schema:
                type: object
                properties:
                  unique: {type: array, uniqueItems: true}
                  not: {not: {type: string}}
                  some: {type: array, contains: {type: integer}}
                  few: {type: array, contains: {$ref: '#/components/schemas/Number'}, minContains: 2, maxContains: 3}
                  named: {type: object, propertyNames: {pattern: '^[a-z]+$'}}
                  referred: {type: object, propertyNames: {$ref: '#/components/schemas/Name'}}
                  either:
                    oneOf:
                      - {type: object, required: [k], properties: {k: {const: a}, pw: {type: string, writeOnly: true}}}
                      - {type: object, required: [k, z], properties: {k: {const: b}, z: {type: string}}}
components:
  schemas:
    Number: {type: integer, minimum: 3}
    Name: {type: string, maxLength: 3, pattern: '^[a-z]+$'}
`;

let contract: Contract;
beforeAll(() =>
  inFolder({ 'api.yaml': DESCRIPTION }, async (folder) => {
    contract = await compileDescription(`${folder}/api.yaml`);
  }),
);

const findings = (body: unknown, headers: Readonly<Record<string, string>> = {}): Finding[] =>
  verifyExchange(contract, {
    request: { method: 'GET', url: 'https://api.example.test/e', headers: headerMap([]), body: undefined },
    response: {
      status: 200,
      headers: headerMap(Object.entries({ 'content-type': 'application/json', ...headers })),
      body: JSON.stringify(body),
    },
    recording: { file: 'a.json', index: 0 },
  });

describe('a value that breaks', () => {
  it.each<[string, unknown, string, string, string, string]>([
    [
      'uniqueItems',
      { unique: [1, 2, 1] },
      '/unique',
      'has equal items, and each must differ',
      'items 0 and 2 are equal',
      'no two items are equal',
    ],
    ['not', { not: 'x' }, '/not', 'is what it must not be', '"x"', 'not: {"type":"string"}'],
    [
      'contains',
      { some: ['x'] },
      '/some',
      'must have at least 1 item of the documented kind',
      '["x"]',
      'contains: {"type":"integer"}',
    ],
    [
      'minContains',
      { few: [1, 5] },
      '/few',
      'must have 2 to 3 items of the documented kind',
      '[1,5]',
      'contains: ',
    ],
    [
      'maxContains',
      { few: [4, 5, 6, 7] },
      '/few',
      'must have 2 to 3 items of the documented kind',
      '[4,5,6,7]',
      'contains: ',
    ],
    [
      'propertyNames',
      { named: { A1: 1 } },
      '/named',
      'has a property whose name is not as documented',
      '"A1"',
      'propertyNames: {"pattern":"^[a-z]+$"}',
    ],
    [
      'propertyNames by reference',
      { referred: { ABCD: 1 } },
      '/referred',
      'has a property whose name is not as documented',
      '"ABCD"',
      'propertyNames: ',
    ],
    [
      'writeOnly in an alternative',
      { either: { k: 'a', pw: 'x' } },
      '/either/pw',
      'is writeOnly, and does not belong in a response',
      '"x"',
      'writeOnly',
    ],
  ])('%s is told once, at its place, and in words', (_, body, dataPath, text, received, documented) => {
    expect(findings(body)).toEqual([
      expect.objectContaining({
        dataPath,
        message: `${dataPath} ${text}.`,
        received,
        documented: expect.stringContaining(documented),
      }),
    ]);
  });

  it('is told in words, whatever keyword it breaks', async () => {
    const nothing = { type: 'array', prefixItems: [{}], items: false };
    const broken: readonly [object, unknown][] = [
      [{ type: ['integer', 'null'] }, 'x'],
      [{ enum: ['free', 'paid', 3] }, 'x'],
      [{ const: 'a' }, 'x'],
      [{ format: 'date-time' }, 'x'],
      [{ pattern: '^a' }, 'x'],
      [{ maxLength: 2 }, 'abc'],
      [{ minLength: 2 }, 'a'],
      [{ minimum: 2 }, 1],
      [{ maximum: 2 }, 3],
      [{ exclusiveMinimum: 2 }, 2],
      [{ exclusiveMaximum: 2 }, 2],
      [{ multipleOf: 2 }, 3],
      [{ minItems: 1 }, []],
      [{ maxItems: 2 }, [1, 2, 3]],
      [{ minProperties: 2 }, { a: 1 }],
      [{ maxProperties: 1 }, { a: 1, b: 2 }],
      [{ patternProperties: { '^a': {} }, additionalProperties: false }, { b: 1 }],
      [{ properties: { a: {} }, unevaluatedProperties: false }, { b: 1 }],
      [nothing, [1, 2]],
      [{ prefixItems: [{}, {}], unevaluatedItems: false }, [1, 2, 3]],
      [{ properties: { a: false } }, { a: 1 }],
    ];
    const lines = broken.map(async ([schema, v]) => {
      const asked = { method: 'GET', url: 'https://x.test/things/1', requestHeaders: {}, body: { v } };
      const [finding] = verifyExchange(await describing({ properties: { v: schema } }), anExchange(asked));
      return `${finding?.message} ${finding?.received} | ${finding?.documented}`;
    });
    expect(await Promise.all(lines)).toMatchSnapshot();
  });

  it.each([
    [{ unique: [1, 2, 1] }, { unique: [1, 2, 3, 3] }],
    [{ named: { A1: 1 } }, { named: { B2: 1 } }],
    [{ some: ['x'] }, { some: [] }],
  ])('has the same fingerprint whatever was received: %j, %j', (one, other) => {
    const [first, second] = [one, other].map((body) => findings(body).map(({ fingerprint }) => fingerprint));
    expect(first).toEqual(second);
  });

  it('is told with the name of the header that holds it, with one fingerprint for all items', () => {
    const [first, second] = ['1,a', 'a,2'].map((value) => findings({}, { 'x-list': value })[0]);
    expect(first?.message).toBe('The response header x-list /1 must be integer, not string.');
    expect(first?.fingerprint).toBe(second?.fingerprint);
  });

  it('is found in time where there are very many', () => {
    const named = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`A${index}`, 1]));
    const started = performance.now();
    expect(findings({ named }).length).toBeGreaterThan(1);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
