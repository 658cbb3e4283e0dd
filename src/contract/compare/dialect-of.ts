import { child, type Description, fail } from '../description/load/description.ts';
import type { Dialect } from './schema/schema.ts';

/** Throws DescriptionError for what is no OpenAPI of a version that is understood. */
export function dialectOf({ root }: Description): Dialect {
  const version = child(root, 'openapi')?.value;
  const known = typeof version === 'string' ? /^3\.[012](?=\.|$)/.exec(version)?.[0] : undefined;
  if (known === undefined) return fail(root, 'is no OpenAPI 3.0, 3.1 or 3.2 description');
  if (typeof child(root, 'paths')?.value !== 'object') return fail(root, 'has no paths');
  return known === '3.0' ? '3.0' : '3.1';
}
