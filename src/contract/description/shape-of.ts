import type { Shape } from '../contract.ts';

import type { SchemaParts } from './convert-schema.ts';

/** What a schema says about the form of a value, from its keywords and the ids of its parts. */
export function shapeOf(
  name: string,
  spec: string,
  schema: Readonly<Record<string, unknown>>,
  parts: SchemaParts,
): Shape {
  const types = typesOf(schema);
  const all = [...list(parts['$ref']), ...list(parts['allOf'])];
  const some = ['anyOf', 'oneOf', 'if', 'then', 'else'].flatMap((keyword) => list(parts[keyword]));
  const enumeration = Object.hasOwn(schema, 'const') ? [schema['const']] : schema['enum'];
  const additional = schema['additionalProperties'] === true ? true : parts['additionalProperties'];
  const properties = parts['properties'] as Shape['properties'];
  const patternProperties = parts['patternProperties'] as Shape['patternProperties'];
  return {
    name,
    spec,
    ...(types && { types }),
    ...(properties && { properties }),
    ...(patternProperties && { patternProperties }),
    ...((additional === true || typeof additional === 'string') && { additional }),
    ...(typeof parts['items'] === 'string' && { items: parts['items'] }),
    ...(Array.isArray(parts['prefixItems']) && { prefixItems: parts['prefixItems'] as string[] }),
    ...(Array.isArray(enumeration) && { enum: enumeration }),
    ...(all.length > 0 && { all }),
    ...(some.length > 0 && { some }),
  };
}

function list(part: SchemaParts[string] | undefined): readonly string[] {
  if (part === undefined) return [];
  return typeof part === 'string' ? [part] : (part as readonly string[]);
}

function typesOf(schema: Readonly<Record<string, unknown>>): readonly string[] | undefined {
  const type = schema['type'];
  if (typeof type === 'string') return [type];
  return Array.isArray(type) ? type : undefined;
}
