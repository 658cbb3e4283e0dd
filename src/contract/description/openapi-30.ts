import { child, type Node } from './description.ts';

/** Whether a description, given by its root, is of OpenAPI 3.0 and not of 3.1. */
export function isOpenapi30(root: Node): boolean {
  const openapi = child(root, 'openapi')?.value;
  return typeof openapi === 'string' && openapi.startsWith('3.0');
}

/**
 * OpenAPI 3.0 schemas said in the words of JSON Schema 2020-12: `nullable`, and the boolean forms of
 * `exclusiveMinimum` and `exclusiveMaximum`. Siblings of a `$ref` mean nothing in 3.0.
 * Source: OpenAPI 3.0.4, "Schema Object"; the 3.1 migration guide; the OpenAPI Initiative's proposal "Clarify Semantics of
 * nullable in OpenAPI 3.0".
 */
export function upgradeSchema(schema: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (typeof schema['$ref'] === 'string') return { $ref: schema['$ref'] };
  const { nullable, exclusiveMinimum, exclusiveMaximum, ...rest } = schema;
  const upgraded: Record<string, unknown> = rest;
  // It adds to `type` and to nothing else: an `enum` that does not name null still refuses it.
  if (nullable === true && typeof upgraded['type'] === 'string')
    upgraded['type'] = [upgraded['type'], 'null'];
  moveBound(upgraded, 'minimum', 'exclusiveMinimum', exclusiveMinimum);
  moveBound(upgraded, 'maximum', 'exclusiveMaximum', exclusiveMaximum);
  return upgraded;
}

function moveBound(schema: Record<string, unknown>, bound: string, exclusive: string, flag: unknown): void {
  if (flag === true) {
    schema[exclusive] = schema[bound];
    delete schema[bound];
  } else if (typeof flag === 'number') schema[exclusive] = flag;
}
