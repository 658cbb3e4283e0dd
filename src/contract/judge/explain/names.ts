import type { Contract, SchemaId } from '../../contract.ts';
import { show } from '../../printable.ts';
import { alwaysApplied, typesOf } from '../walk/meant.ts';

const WITH_ARTICLE: Readonly<Record<string, string>> = {
  null: 'null',
  boolean: 'a boolean',
  integer: 'an integer',
  number: 'a number',
  string: 'a string',
  array: 'an array',
  object: 'an object',
};

/** What a schema is called: by its own name, or by what it is where it has none but that of the schema that it stands in. */
export function calledBy(id: SchemaId, holder: string, schemas: Contract['schemas']): string {
  const name = schemas[id]?.name ?? id;
  return name === holder ? whatItIs(id, schemas) : name;
}

/** "a string of at most 2 characters", "an object with "a"" */
function whatItIs(id: SchemaId, schemas: Contract['schemas']): string {
  if (schemas[id]?.never) return 'nothing';
  const applied = alwaysApplied(id, schemas).map(({ keywords }) => keywords);
  const [values] = applied.flatMap((keywords) =>
    Object.hasOwn(keywords, 'const') ? [[keywords.const]] : (keywords.enum && [keywords.enum]) || [],
  );
  if (values !== undefined && values.length <= 3) return values.map(show).join(' or ') || 'nothing';
  const types = [...(typesOf(id, schemas) ?? [])].map((type) => WITH_ARTICLE[type] ?? type).join(' or ');
  const said = applied.flatMap(({ format, pattern, minLength, maxLength, required }) => [
    ...(format === undefined ? [] : [`of format ${format}`]),
    ...(pattern === undefined ? [] : [`of pattern ${pattern}`]),
    ...(minLength === undefined ? [] : [`of at least ${minLength} characters`]),
    ...(maxLength === undefined ? [] : [`of at most ${maxLength} characters`]),
    ...(required === undefined || required.length === 0 ? [] : [`with ${required.map(show).join(' and ')}`]),
  ]);
  const items = applied.map((keywords) => keywords.items).find((each) => each !== undefined);
  if (items !== undefined && !schemas[items]?.name.endsWith('[]')) said.push(`of ${schemas[items]?.name}`);
  const what = types === '' ? 'a value' : types;
  return said.length === 0 ? (types === '' ? 'any value' : types) : `${what} ${said.join(', ')}`;
}
