import { type Exchange, headerMap } from 'exa-enrichments/contract';
import { exchangeOf } from '../support/exchange-of.ts';
import { OPERATIONS, type Operation } from '../support/fragment.ts';
import { accepts } from './accepts.ts';
import { replacements } from './replacements.ts';
import { sampleOf } from './sample-of.ts';
import { TEXT_MUTANTS, TEXT_VARIATIONS, type TextChange } from './text-changes.ts';

/** An exchange that differs in one thing from one that the fragment describes. */
export interface HttpChange {
  /** What of the exchange is changed. */
  readonly part: 'status' | 'header' | 'content-type' | 'text' | 'request';
  readonly name: string;
  readonly exchange: Exchange;
  /** As the fragment describes it. */
  readonly original: Exchange;
}

/** What else could stand in the place of the documented type. */
const NO_CONTENT_TYPES: readonly ((documented: string) => string | undefined)[] = [
  () => undefined,
  () => '',
  () => 'text/html',
  () => 'text/plain; charset=utf-8',
  (type) => type.replace('/', '/x-'),
  (type) => type.replace('/', '/problem+'),
  (type) => type.replace('/', '-'),
  (type) => `${type}; charset=utf-16`,
  (type) => `${type}; charset=iso-8859-1`,
];

const CONTENT_TYPES: readonly ((documented: string) => string)[] = [
  (type) => type,
  (type) => `${type}; charset=utf-8`,
  (type) => `${type};charset=UTF-8`,
  (type) => `${type}; charset="utf-8"`,
  (type) => type.toUpperCase(),
];

/** Exchanges that the fragment forbids, for a reason that is not in the schema of a body. */
export const httpMutants: readonly HttpChange[] = OPERATIONS.flatMap((operation) => [
  ...undocumentedStatuses(operation),
  ...headerChanges(operation, false),
  ...contentTypes(operation, NO_CONTENT_TYPES),
  ...texts(operation, TEXT_MUTANTS),
  ...requestMutants(operation),
]);

/** Exchanges that the fragment allows, though they look another way. */
export const httpVariations: readonly HttpChange[] = OPERATIONS.flatMap((operation) => [
  ...documentedStatuses(operation),
  ...headerChanges(operation, true),
  ...contentTypes(operation, CONTENT_TYPES),
  ...texts(operation, TEXT_VARIATIONS),
]);

function base(operation: Operation, status = 200): Exchange {
  return exchangeOf(operation, { status, parameters: { webset: 'webset_1', id: 'wenrich_1' } });
}

/** An exchange that differs from an original in some of its parts. */
function change(
  part: HttpChange['part'],
  { operationId }: Operation,
  name: string,
  original: Exchange,
  edit: { request?: Partial<Exchange['request']>; response?: Partial<Exchange['response']> },
): HttpChange {
  const request = { ...original.request, ...edit.request };
  const response = { ...original.response, ...edit.response };
  return { part, name: `${operationId}: ${name}`, original, exchange: { ...original, request, response } };
}

function undocumentedStatuses(operation: Operation): HttpChange[] {
  const statuses = [201, 202, 206, 226, 304, 405, 410, 418, 501, 599];
  return statuses
    .filter((status) => !(status in operation.responses))
    .map((status) =>
      change('status', operation, `status ${status}`, base(operation), { response: { status } }),
    );
}

function documentedStatuses(operation: Operation): HttpChange[] {
  return Object.keys(operation.responses).map((status) =>
    change('status', operation, `status ${status}`, base(operation, Number(status)), {}),
  );
}

/** Each documented header with each text that its schema has an opinion about. */
function* headerChanges(operation: Operation, allowed: boolean): Generator<HttpChange> {
  for (const [status, { headers = {} }] of Object.entries(operation.responses)) {
    for (const [name, { schema }] of Object.entries(headers)) {
      const texts = new Set(Array.from(replacements(schema), ([, value]) => String(value)));
      texts.add(String(sampleOf(schema)));
      for (const text of texts) {
        // What a header can't carry is no change of it. Whether 1e+300 is a whole number nothing says.
        if (
          !/^[!-~]{1,100}$/.test(text) ||
          /^\d.*e\+/.test(text) ||
          accepts(schema, readAs(schema.type, text)) !== allowed
        )
          continue;
        const original = base(operation, Number(status));
        yield change(
          'header',
          operation,
          `${status} ${name}: ${text}`,
          original,
          withHeader(original, name, text),
        );
      }
    }
  }
}

/** A header holds text; a number is read from it. */
function readAs(type: unknown, text: string): unknown {
  return (type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function contentTypes(
  operation: Operation,
  forms: readonly ((documented: string) => string | undefined)[],
): HttpChange[] {
  const [documented = ''] = Object.keys(operation.responses[200]?.content ?? {});
  const original = base(operation);
  return forms.map((form) => {
    const type = form(documented);
    const name = `content-type ${type ?? 'left out'}`;
    return change('content-type', operation, name, original, withHeader(original, 'content-type', type));
  });
}

function texts(operation: Operation, changes: Readonly<Record<string, TextChange>>): HttpChange[] {
  const original = base(operation);
  return Object.entries(changes).map(([name, edit]) => {
    const body = edit(String(original.response.body));
    return change('text', operation, name, original, { response: { body } });
  });
}

function requestMutants(operation: Operation): HttpChange[] {
  const key = { 'x-api-key': ['<redacted>'] };
  const json = { ...key, 'content-type': ['application/json'] };
  const text = { ...key, 'content-type': ['text/plain'] };
  const requests: Readonly<Record<string, Partial<Exchange['request']>>> = {
    'no key': { headers: headerMap([]) },
    'an unknown scheme': { headers: headerMap([['authorization', 'Basic <redacted>']]) },
    'a body that is not described': { headers: json, body: '{"reason":"none"}' },
    'a body that is a list': { headers: json, body: '[]' },
    'a body that is cut off': { headers: json, body: '{' },
    'a body of another type': { headers: text, body: 'cancel' },
  };
  return Object.entries(requests).map(([name, request]) =>
    change('request', operation, name, base(operation), { request }),
  );
}

function withHeader(
  { response }: Exchange,
  name: string,
  text: string | undefined,
): { response: Partial<Exchange['response']> } {
  const { [name.toLowerCase()]: _, ...others } = response.headers;
  return { response: { headers: text === undefined ? others : { ...others, [name.toLowerCase()]: [text] } } };
}
