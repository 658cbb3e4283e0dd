import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { readContract } from '../../src/contract/description/compile.ts';
import { loadDescription } from '../../src/contract/description/load/load-description.ts';
import { bundleFragment } from './bundle.ts';
import { leanValidatorsModule, operationIds, successSchemas } from './lean-validators.ts';
import { dataModule, dataTypes, HEADER } from './modules.ts';
import {
  CLIENT_VALIDATORS_TYPES,
  clientValidatorsTypes,
  VALIDATORS_TYPES,
  validatorsModule,
} from './validators.ts';

/**
 * The types that openapi-fetch consumes. A property with a default stays optional: the API may leave it out, and
 * the default says what that means (`metadata`).
 */
async function typesModule(bundled: string): Promise<string> {
  const ast = await openapiTS(bundled, { defaultNonNullable: false, immutable: false, alphabetize: false });
  return HEADER + astToString(ast);
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Everything that stands in `generated/`, by file name: a pure function of `openapi/`. */
export async function generateAll(fragment = 'openapi/openapi.yaml'): Promise<Map<string, string>> {
  const data = readContract(await loadDescription(`${root}${fragment}`, { relativeTo: root }));
  const lean = successSchemas(data);
  const { schemas, ...rest } = data;
  const [bundle, validators, client] = await Promise.all([
    bundleFragment(fragment),
    validatorsModule(schemas),
    leanValidatorsModule(schemas, lean),
  ]);
  return new Map([
    ['openapi.json', bundle.json],
    ['openapi.yaml', bundle.yaml],
    ['schema.d.ts', await typesModule(bundle.json)],
    ['operations.js', dataModule('description', rest)],
    ['operations.d.ts', dataTypes('description', rest)],
    ['client-operations.js', dataModule('operations', operationIds(data))],
    ['client-operations.d.ts', dataTypes('operations', operationIds(data))],
    ['schemas.js', dataModule('schemas', schemas)],
    ['schemas.d.ts', dataTypes('schemas', schemas)],
    ['validators.js', validators],
    ['validators.d.ts', VALIDATORS_TYPES],
    ['client-validators.js', client],
    ['client-validators.d.ts', CLIENT_VALIDATORS_TYPES + clientValidatorsTypes(lean)],
  ]);
}
