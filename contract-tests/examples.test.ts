import { describe, expect, it } from '@jest/globals';
import { exchangeOf, type Parts } from './support/exchange-of.ts';
import './support/extend-expect.ts';
import { type Content, type Example, OPERATIONS, type Operation } from './support/fragment.ts';

const STRICT = { failOn: 'warning' } as const;

/** A place that has examples, and how an exchange looks that uses one. */
interface Place {
  readonly place: string;
  readonly operation: Operation;
  readonly examples: Readonly<Record<string, Example>>;
  partsWith(value: unknown): Parts;
}

const places = OPERATIONS.flatMap((operation) => [
  ...parametersOf(operation),
  ...requestBodiesOf(operation),
  ...responsesOf(operation),
]);

const examples = places.flatMap(({ examples, ...rest }) =>
  Object.entries(examples).map(([name, { value }]) => ({ ...rest, name, value })),
);

describe('the examples of the fragment', () => {
  it.each(examples)('are valid: $place, $name', ({ operation, partsWith, value }) => {
    expect(exchangeOf(operation, partsWith(value))).toMatchContract(STRICT);
  });

  it.each(places)('are there: $place', ({ examples }) => {
    expect(Object.keys(examples)).not.toEqual([]);
  });

  it('are those of every operation, for each published status', () => {
    const statuses = [200, 400, 401, 402, 403, 404, 409, 422, 429, 500, 502, 503, 504];
    for (const { operationId, responses } of OPERATIONS) {
      expect([operationId, Object.keys(responses).map(Number)]).toEqual([operationId, statuses]);
    }
  });
});

describe('an example that was wrong', () => {
  const cancel = OPERATIONS.find(({ requestBody }) => requestBody !== undefined) as Operation;

  it.each<[string, Parts]>([
    ['a parameter', { parameters: { webset: '' } }],
    ['a request body', { requestBody: { force: true } }],
    ['a response body', { body: { id: 'wenrich_1' } }],
    ['an error body', { status: 404, body: { message: 'not found' } }],
    ['a response body with a member too many', { status: 429, body: { error: 'Too many', extra: 1 } }],
    ['a response header', { status: 429, headers: { 'Retry-After': 'soon' } }],
  ])('would be seen: %s', (_, parts) => {
    expect(exchangeOf(cancel, parts)).not.toMatchContract(STRICT);
  });
});

function parametersOf(operation: Operation): Place[] {
  return operation.parameters.map(({ name, examples = {} }) => ({
    place: `${operation.operationId} parameter ${name}`,
    operation,
    examples,
    partsWith: (value) => ({ parameters: { [name]: value } }),
  }));
}

function requestBodiesOf(operation: Operation): Place[] {
  return Object.values(operation.requestBody?.content ?? {}).map(({ examples = {} }) => ({
    place: `${operation.operationId} request body`,
    operation,
    examples,
    partsWith: (requestBody) => ({ requestBody }),
  }));
}

function responsesOf(operation: Operation): Place[] {
  return Object.entries(operation.responses).flatMap(([code, { content, headers = {} }]) => {
    const status = Number(code);
    const body = {
      place: `${operation.operationId} ${code} body`,
      operation,
      examples: Object.assign({}, ...Object.values(content).map(examplesOf)) as Place['examples'],
      partsWith: (value: unknown) => ({ status, body: value }),
    };
    const fields = Object.entries(headers).map(([name, { example }]) => ({
      place: `${operation.operationId} ${code} header ${name}`,
      operation,
      examples: example === undefined ? {} : { example: { value: example } },
      partsWith: (value: unknown) => ({ status, headers: { [name]: value } }),
    }));
    return [body, ...fields];
  });
}

function examplesOf({ examples = {} }: Content): Place['examples'] {
  return examples;
}
