import type { Exchange } from 'exa-enrichments/contract';
import { operationOf } from '../support/fragment.ts';
import { bodyOf, nameOf, recorded } from '../support/recordings.ts';
import type { Schema } from '../support/schema.ts';
import type { Change } from './changes.ts';
import { mutantsOf, variationsOf } from './mutations.ts';

/** Those of a call whose answer the client judges: what a body was sent with goes through `raw`, which judges nothing. */
const called = recorded.filter(({ request }) => request.body === undefined);

/** A recorded exchange with all that can be changed in its response body. */
export interface Sample {
  readonly name: string;
  readonly exchange: Exchange;
  readonly schema: Schema;
  readonly body: unknown;
  readonly mutants: readonly Change[];
  readonly variations: readonly Change[];
}

/** One for each form of body: others of the same form would only be changed in the same ways again. */
export const samples: readonly Sample[] = [
  ...new Map(called.map((exchange) => [formOf(exchange), exchange])).values(),
].map((exchange) => {
  const schema = schemaOf(exchange);
  const body = bodyOf(exchange);
  return {
    name: nameOf(exchange),
    exchange,
    schema,
    body,
    mutants: [...mutantsOf(schema, body)],
    variations: [...variationsOf(schema, body)],
  };
});

function schemaOf({ request, response }: Exchange): Schema {
  const documented = operationOf(request.method, request.url).responses[response.status];
  const schema = documented?.content['application/json']?.schema;
  if (schema === undefined) throw new Error(`${request.method} ${response.status} is not documented`);
  return schema;
}

/** Which members, of which type. Each call of the client is given enrichments of its own; errors are of no one call. */
function formOf(exchange: Exchange): string {
  const call = exchange.response.status === 200 ? exchange.request.method : 'any';
  return JSON.stringify([call, schemaOf(exchange), typeOf(bodyOf(exchange))]);
}

function typeOf(value: unknown): unknown {
  if (value === null) return null;
  if (typeof value !== 'object') return typeof value;
  return Array.isArray(value) ? [] : Object.entries(value).map(([name, member]) => [name, typeOf(member)]);
}
