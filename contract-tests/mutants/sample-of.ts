import type { Schema } from '../support/schema.ts';

/** A value that the schema accepts, with something in it: not null, an item in each list, a member in each object. */
export function sampleOf(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum.find((value) => value !== null);
  if (schema.format !== undefined) return '2026-01-15T09:30:00.000Z';
  if (schema.anyOf?.[0] !== undefined) return sampleOf(schema.anyOf[0]);
  switch ([schema.type ?? 'string'].flat().find((type) => type !== 'null')) {
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'array':
      return [schema.items === undefined ? 'text' : sampleOf(schema.items)];
    case 'object':
      return sampleObject(schema);
    default:
      return 'text';
  }
}

function sampleObject({ properties = {}, required = [], additionalProperties }: Schema): unknown {
  const members = Object.entries(properties).filter(([name]) => required.includes(name));
  const sample = Object.fromEntries(members.map(([name, member]) => [name, sampleOf(member)]));
  return additionalProperties === undefined ? sample : { ...sample, key: sampleOf(additionalProperties) };
}
