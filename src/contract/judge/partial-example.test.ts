import { describe, expect, it } from '@jest/globals';
import { startContractRun } from '../contract-run.ts';
import { compileObject } from '../description/compile.test-support.ts';
import { anExchange } from '../exchange.test-support.ts';

const THING = {
  type: 'object',
  required: ['id', 'in'],
  properties: {
    id: { type: 'string' },
    in: { type: 'object', required: ['a'], properties: { a: { type: 'integer' } } },
  },
};
const EITHER = { oneOf: [THING, { type: 'object', required: ['b'] }] };
const WHOLE = { id: 'x', in: { a: 1 } };

const content = (schema: object): object => ({ content: { 'application/json': { schema } } });

interface Judged {
  readonly isExample?: boolean;
  readonly strict?: boolean;
  readonly schema?: object;
  readonly sent?: unknown;
}

/** What is said of an answer, and how often the rule let something pass. */
async function judge(
  body: unknown,
  { isExample = true, strict = false, schema = THING, sent = WHOLE }: Judged = {},
): Promise<string[]> {
  const responses = { 200: { description: 'ok', ...content(schema) } };
  const contract = await compileObject({
    paths: { '/': { post: { requestBody: content(THING), responses } } },
  });
  const run = startContractRun(contract, { strict });
  const exchange = anExchange({
    url: 'https://a.test/',
    requestHeaders: { 'content-type': 'application/json' },
    requestBody: JSON.stringify(sent),
    body,
  });
  run.add({
    ...exchange,
    response: { ...exchange.response, ...(isExample && { isExample: true as const }) },
  });
  const { findings, lenient } = run.report();
  return [
    ...findings.map(
      ({ severity, target, dataPath, keyword }) => `${severity} ${target} ${dataPath} ${keyword}`,
    ),
    ...lenient.map(({ rule, times }) => `${rule} ${times}`),
  ];
}

describe('an example of an answer', () => {
  it('may lack what is required, at any depth', async () => {
    expect(await judge({ in: {} })).toEqual(['partial-example 2']);
  });

  it.each<[string, Parameters<typeof judge>, string[]]>([
    ['a member that does not fit', [{ ...WHOLE, id: 1 }], ['error response /id type']],
    [
      'one beside those that are not there',
      [{ in: { a: 'x' } }],
      ['error response /in/a type', 'partial-example 1'],
    ],
    ['an answer that was recorded', [{ id: 'x' }, { isExample: false }], ['error response  required']],
    ['strictly', [{ id: 'x' }, { strict: true }], ['error response  required']],
    ['one that is none of several', [{}, { schema: EITHER }], ['error response  oneOf']],
    ['its request', [WHOLE, { sent: { id: 'x' } }], ['error request  required']],
  ])('is still judged: %s', async (_, parts, said) => {
    expect(await judge(...parts)).toEqual(said);
  });
});
