import { DescriptionError } from '../limitations.ts';
import { child, type Node } from '../load/description.ts';

export type OpenapiVersion = '3.0' | '3.1' | '3.2';

/** The version of a description, given by its root. Throws DescriptionError, which says what it is instead. */
export function versionOf(root: Node): OpenapiVersion {
  const openapi = child(root, 'openapi')?.value;
  // YAML without quotes has a number there, in which `3.0` is 3.
  const version = openapi === 3 ? '3.0' : String(openapi);
  const known = /^3\.[0-2](?=\.\d+|$)/.exec(version)?.[0];
  if (known !== undefined) return known as OpenapiVersion;
  const other = `is of OpenAPI ${version}, which is not known here: 3.0, 3.1 and 3.2 are`;
  throw new DescriptionError(root.source.file, openapi === undefined ? otherDocument(root.value) : other);
}

/** What people give for a description, by a key at its top, and what to do about it. */
const OTHERS: readonly (readonly [key: string, what: string])[] = [
  [
    'swagger',
    'is Swagger 2.0, and not OpenAPI 3: convert it with `npx swagger2openapi --resolve --yaml --outfile openapi.yaml FILE`',
  ],
  ['asyncapi', 'is an AsyncAPI description, which has messages and no HTTP operations'],
  ['arazzo', 'is an Arazzo description of workflows: give the OpenAPI description that it names'],
  ['overlay', 'is an OpenAPI overlay: give the description that it was applied to'],
  ...['log', 'http_interactions', 'interactions', 'recordedAt'].map(
    (key) => [key, 'is a recording, and no description: name it without --api'] as const,
  ),
];

function otherDocument(value: unknown): string {
  if (value === null || value === undefined) return 'is empty';
  if (Array.isArray(value)) {
    const isNock = value.some((item) => typeof item === 'object' && item !== null && 'scope' in item);
    return isNock ? 'is a recording, and no description: name it without --api' : noDescription('a list');
  }
  if (typeof value !== 'object') return noDescription('a text');
  const other = OTHERS.find(([key]) => Object.hasOwn(value, key));
  const keys = Object.keys(value).slice(0, 3).join(', ');
  return other?.[1] ?? noDescription(keys === '' ? 'an empty map' : `a map of ${keys}`);
}

function noDescription(found: string): string {
  return `is no OpenAPI description: it has no \`openapi\` at its top, but is ${found}`;
}
