import { child } from '../../description/load/description.ts';
import type { Schema } from './schema.ts';
import { valuesOf } from './values-of.ts';

/** The types that a schema lets in, null among them; undefined where it names none. */
export function typesOf(schema: Schema): readonly string[] | undefined {
  if (schema.layers.some(({ value }) => value === false)) return [];
  let types: readonly string[] | undefined;
  for (const layer of schema.layers) {
    const own = child(layer, 'type')?.value;
    if (typeof own !== 'string' && !Array.isArray(own)) continue;
    const named = [own].flat().map(String);
    // OpenAPI 3.0.3: `nullable` speaks of the `type` beside it.
    if (schema.dialect === '3.0' && child(layer, 'nullable')?.value === true) named.push('null');
    types = types === undefined ? named : types.filter((type) => named.includes(type));
  }
  if (types === undefined) return undefined;
  const withNull = schema.orNull && !types.includes('null') ? [...types, 'null'] : types;
  const values = valuesOf(schema);
  return values === undefined || values.includes(null) || schema.orNull
    ? withNull
    : withNull.filter((type) => type !== 'null');
}
