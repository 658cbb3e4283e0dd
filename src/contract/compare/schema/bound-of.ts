import { keyword, type Schema } from './schema.ts';

/** The value of a bound; undefined where there is none, or one that says nothing. */
export function boundOf(schema: Schema, name: string): unknown {
  const { dialect } = schema;
  const value = keyword(schema, name)[0]?.value;
  if (dialect === '3.0' && /^exclusiveM/.test(name)) {
    return value === true ? keyword(schema, inclusiveOf(name))[0]?.value : undefined;
  }
  if (dialect === '3.0' && /^m(?:in|ax)imum$/.test(name) && isExclusive(schema, name)) return undefined;
  const saysNothing = value === false || (value === 0 && /^min(?:Length|Items|Properties)$/.test(name));
  return saysNothing ? undefined : value;
}

/** OpenAPI 3.0 has a flag beside the bound. */
function isExclusive(schema: Schema, name: string): boolean {
  const flag = `exclusive${name[0]?.toUpperCase()}${name.slice(1)}`;
  return keyword(schema, flag)[0]?.value === true;
}

function inclusiveOf(name: string): string {
  return name.replace('exclusiveM', 'm');
}
