import openapiTS, { astToString } from 'openapi-typescript';
import { HEADER } from './header.ts';

/**
 * The types that openapi-fetch consumes. A property with a default stays optional: the API may leave it out, and
 * the default says what that means (`metadata`).
 */
export async function typesModule(bundled: string): Promise<string> {
  const ast = await openapiTS(bundled, { defaultNonNullable: false, immutable: false, alphabetize: false });
  return HEADER + astToString(ast);
}
