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
  const some = [...list(parts['anyOf']), ...list(parts['oneOf'])];
  const enumeration = Object.hasOwn(schema, 'const') ? [schema['const']] : schema['enum'];
  const additional = additionalOf(schema, parts);
  const properties = parts['properties'] as Shape['properties'];
  const patternProperties = parts['patternProperties'] as Shape['patternProperties'];
  const dependent = parts['dependentSchemas'] as Shape['dependent'];
  const conditional = conditionalOf(parts);
  const size = sizeOf(schema, parts);
  return {
    name,
    spec,
    ...(types && { types }),
    ...(properties && { properties }),
    ...(patternProperties && { patternProperties }),
    ...(additional !== undefined && { additional }),
    ...(typeof parts['items'] === 'string' && { items: parts['items'] }),
    ...(Array.isArray(parts['prefixItems']) && { prefixItems: parts['prefixItems'] as string[] }),
    ...(Array.isArray(enumeration) && { enum: enumeration }),
    ...(all.length > 0 && { all }),
    ...(some.length > 0 && { some }),
    ...(conditional && { conditional }),
    ...(dependent && { dependent }),
    ...(size && { size }),
    ...(schema['deprecated'] === true && { deprecated: true }),
  };
}

/** `unevaluatedProperties` says of the remaining properties what `additionalProperties` would. */
function additionalOf(schema: Readonly<Record<string, unknown>>, parts: SchemaParts): Shape['additional'] {
  for (const keyword of ['additionalProperties', 'unevaluatedProperties']) {
    if (schema[keyword] === true) return true;
    const part = parts[keyword];
    if (typeof part === 'string') return part;
  }
  return undefined;
}

function conditionalOf(parts: SchemaParts): Shape['conditional'] {
  const { if: test, then: whenTrue, else: whenFalse } = parts;
  if (typeof test !== 'string') return undefined;
  return {
    test,
    ...(typeof whenTrue === 'string' && { whenTrue }),
    ...(typeof whenFalse === 'string' && { whenFalse }),
  };
}

/** Only of arrays and maps: an object with named properties is not counted as empty or not. */
function sizeOf(schema: Readonly<Record<string, unknown>>, parts: SchemaParts): Shape['size'] {
  const isArray = parts['items'] !== undefined || parts['prefixItems'] !== undefined;
  const isMap = parts['properties'] === undefined && parts['additionalProperties'] !== undefined;
  if (!isArray && !isMap) return undefined;
  const least = schema[isArray ? 'minItems' : 'minProperties'];
  const most = schema[isArray ? 'maxItems' : 'maxProperties'];
  if (typeof least === 'number' && least > 0) return 'never-empty';
  return most === 0 ? 'always-empty' : undefined;
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
