import openapi from 'exa-enrichments/openapi.json' with { type: 'json' };
import { isObject, type JsonObject, type Schema } from './schema.ts';

/** A named example, with nothing else that OpenAPI could say of it. */
export interface Example {
  readonly value: unknown;
}

export interface Content {
  readonly schema: Schema;
  readonly examples?: Readonly<Record<string, Example>>;
}

export interface Header {
  readonly schema: Schema;
  readonly example?: unknown;
}

export interface Response {
  readonly headers?: Readonly<Record<string, Header>>;
  readonly content: Readonly<Record<string, Content>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: Schema;
  readonly examples?: Readonly<Record<string, Example>>;
}

export interface Operation {
  readonly operationId: string;
  /** Upper-case. */
  readonly method: string;
  /** The template, without the server's part. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
  readonly responses: Readonly<Record<string, Response>>;
}

export const SERVER: string = openapi.servers[0]?.url ?? '';

/** The operations of the bundled fragment, as plain data with every `$ref` resolved. */
export const OPERATIONS: readonly Operation[] = Object.entries(openapi.paths).flatMap(([path, item]) =>
  Object.entries(item).map(
    ([method, operation]) =>
      ({ ...(resolved(operation) as object), method: method.toUpperCase(), path }) as Operation,
  ),
);

export function operationOf(method: string, url: string): Operation {
  const path = url.slice(SERVER.length).split('/');
  const found = OPERATIONS.find((operation) => {
    const template = operation.path.split('/');
    const fits = template.every((segment, at) => segment.startsWith('{') || segment === path[at]);
    return operation.method === method && template.length === path.length && fits;
  });
  if (found === undefined) throw new Error(`no operation for ${method} ${url}`);
  return found;
}

function resolved(value: unknown, within: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.map((item) => resolved(item, within));
  if (!isObject(value)) return value;
  const pointer = value['$ref'];
  if (typeof pointer !== 'string') {
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, resolved(member, within)]),
    );
  }
  if (within.includes(pointer)) throw new Error(`${pointer} refers to itself`);
  return resolved(valueAt(pointer), [...within, pointer]);
}

function valueAt(pointer: string): unknown {
  return pointer
    .slice(2)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, name) => (value as JsonObject)[name], openapi);
}
