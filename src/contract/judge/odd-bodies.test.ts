import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bundledContract } from '../bundled-contract.ts';
import type { Contract } from '../contract.ts';
import { startContractRun, verifyExchange } from '../contract-run.ts';
import { describing, findingsOf, toldOf } from '../description/compile.test-support.ts';
import { anExchange, ENRICHMENT } from '../exchange.test-support.ts';
import { mutated } from './walk/arbitrary-body.test-support.ts';

const TEXT = JSON.stringify(ENRICHMENT);

function told(body: unknown): string[] {
  const findings = verifyExchange(bundledContract, anExchange({ body }));
  return findings.map(({ severity, check, dataPath }) => `${severity} ${check} ${dataPath}`);
}

describe('a body that can not be decoded', () => {
  const judged = (status: number, url: string, isUnsupported?: true): string[] => {
    const exchange = anExchange({ body: '{}', status });
    const bodyFault = { reason: 'it is not gzip', ...(isUnsupported && { isUnsupported }) };
    return verifyExchange(bundledContract, {
      ...exchange,
      request: { ...exchange.request, url: url || exchange.request.url },
      response: { ...exchange.response, body: undefined, bodyFault },
    })
      .filter(({ check }) => check === 'malformed-body')
      .map(({ severity, message }) => `${severity} ${message}`);
  };
  const MESSAGE = 'The body can not be decoded, and was therefore not judged: it is not gzip.';

  it('is an error where one is documented', () => {
    expect(judged(200, '')).toEqual([`error ${MESSAGE}`]);
  });

  it('is information where nothing is documented, and where its coding is one that is not read', () => {
    expect(judged(299, '')).toEqual([`info ${MESSAGE}`]);
    expect(judged(200, 'https://api.exa.ai/elsewhere')).toEqual([`info ${MESSAGE}`]);
    expect(judged(200, '', true)).toEqual([`info ${MESSAGE}`]);
  });
});

describe('a body that is odd, but JSON', () => {
  it.each<[string, unknown, string[]]>([
    ['indented', JSON.stringify(ENRICHMENT, null, 2), []],
    ['with white space around it', `\n ${TEXT}\t\r\n`, []],
    ['with its keys in another order', Object.fromEntries(Object.entries(ENRICHMENT).reverse()), []],
    [
      'with letters written as escapes',
      TEXT.replace('"id"', '"\\u0069d"').replace('pending', '\\u0070ending'),
      [],
    ],
    ['as bytes', new TextEncoder().encode(TEXT), []],
    ['with the description as ten million characters', { ...ENRICHMENT, description: 'ü'.repeat(1e7) }, []],
    ['with a colon in a text', { ...ENRICHMENT, description: '{"a":1,"a":2}' }, []],
    ['with text beyond the basic plane', { ...ENRICHMENT, title: '🂣👩‍👩‍👧', metadata: { 𐀀: '😀' } }, []],
    ['with NUL and DEL', { ...ENRICHMENT, title: '\u0000\u007f' }, []],
    ['with half a surrogate pair', { ...ENRICHMENT, title: '\ud800' }, ['info malformed-body /title']],
    [
      'with half a pair for a key',
      { ...ENRICHMENT, metadata: { '\udc00': 'a' } },
      ['info malformed-body /metadata/\udc00'],
    ],
    [
      'with __proto__ for a key',
      TEXT.replace('{', '{"__proto__":{"status":"x"},'),
      ['warning undocumented-property /__proto__'],
    ],
    ['with __proto__ for a key of a map', TEXT.replace('"metadata":{}', '"metadata":{"__proto__":"a"}'), []],
    [
      'with __proto__ where its value is wrong',
      TEXT.replace('"metadata":{}', '"metadata":{"__proto__":1}'),
      ['error response-schema-conformance /metadata/__proto__'],
    ],
    [
      'with constructor and toString',
      { ...ENRICHMENT, constructor: 1, toString: 2 },
      ['warning undocumented-property /constructor', 'warning undocumented-property /toString'],
    ],
    [
      'with a hundred thousand keys',
      { ...ENRICHMENT, metadata: Object.fromEntries(Array.from({ length: 1e5 }, (_, at) => [`k${at}`, ''])) },
      [],
    ],
  ])('%s', (_, body, expected) => {
    expect(told(body)).toEqual(expected);
  });

  it('has a number that a double can not hold', () => {
    const error = { statusCode: 404, timestamp: '2025-01-01T00:00:00Z', message: '', error: '', path: '' };
    const body = JSON.stringify(error).replace('404', '404.00000000000000000001');
    const findings = verifyExchange(bundledContract, anExchange({ status: 404, body }));
    expect(findings).toEqual([]);
    const huge = verifyExchange(
      bundledContract,
      anExchange({ status: 404, body: body.replace(/404[.0-9]+/, '1e999') }),
    );
    expect(huge.map(({ check, dataPath }) => `${check} ${dataPath}`)).toEqual([
      'malformed-body /statusCode',
      'response-schema-conformance ',
    ]);
  });
});

describe('a body that nests', () => {
  let contract: Contract;
  beforeAll(async () => {
    const tree = {
      type: 'object',
      properties: { next: { $ref: '#/components/schemas/Tree' }, leaf: { type: 'string' } },
    };
    contract = await describing({ $ref: '#/components/schemas/Tree' }, { Tree: tree });
  });
  const nested = (levels: number, end: string): string =>
    '{"next":'.repeat(levels) + end + '}'.repeat(levels);

  it('is judged down to its last level', () => {
    expect(toldOf(contract, nested(500, '{"leaf":"a"}'))).toEqual([]);
    expect(toldOf(contract, nested(500, '{"leaf":1}'))).toEqual([
      `response-schema-conformance ${'/next'.repeat(500)}/leaf`,
    ]);
  });

  it.each([
    ['as its schema does', nested(100_000, '{}')],
    ['and breaks its schema', nested(100_000, '{"leaf":1}')],
    ['where nothing is documented', `{"other":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['in arrays', '['.repeat(100_000) + ']'.repeat(100_000)],
  ])('a hundred thousand levels deep, %s, is told as that, and as nothing else', (_, body) => {
    expect(findingsOf(contract, body)).toMatchObject([
      { check: 'malformed-body', message: 'The body nests more than 512 levels deep.' },
    ]);
  });
});

describe('a run that has seen many bodies', () => {
  it('says of each what one that has seen none says', () => {
    const run = startContractRun(bundledContract);
    const enrichment = fc.record({
      id: fc.string(),
      title: fc.option(fc.string()),
      status: fc.constantFrom('pending', 'canceled'),
    });
    const body = fc.oneof(
      enrichment.map((parts) => JSON.stringify({ ...ENRICHMENT, ...parts })),
      enrichment.chain((parts) => mutated({ ...ENRICHMENT, ...parts })).map((value) => JSON.stringify(value)),
      fc
        .tuple(fc.nat(TEXT.length), fc.constantFrom('', '"', '\\', ',', '1', '\n', 'é'))
        .map(([at, other]) => TEXT.slice(0, at) + other + TEXT.slice(at + 1)),
    );
    for (let warmUp = 0; warmUp < 50; warmUp++)
      run.add(anExchange({ body: { ...ENRICHMENT, id: `w${warmUp}` } }));
    fc.assert(
      fc.property(body, (text) => {
        const exchange = anExchange({ body: text });
        const fresh = startContractRun(bundledContract).add(exchange);
        expect(run.add(exchange)).toEqual(fresh);
      }),
      { numRuns: 500 },
    );
  });
});
