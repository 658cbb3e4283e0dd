import { _ } from 'ajv';
import ajvStandalone from 'ajv/dist/standalone/index.js';
import type { ContractData } from '../../src/contract/contract.ts';
import { addSchemas, createAjv } from '../../src/contract/description/schemas/for-ajv.ts';
import { bundleModule, HEADER } from './modules.ts';

/** Types of the contract run's validators: by schema id, whether a value fits. */
export const VALIDATORS_TYPES: string = `${HEADER}export declare const validators: Readonly<Record<string, (value: unknown) => boolean>>;
`;

/** Types of the lean validators: every error, in ajv's words, without its place. */
export const CLIENT_VALIDATORS_TYPES: string = `${HEADER}import type { components } from './schema.js';

export interface ValidationError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message: string;
}
export interface Validator<T> {
  (value: unknown): value is T;
  errors?: readonly ValidationError[];
}
`;

export function clientValidatorsTypes(exports: Readonly<Record<string, string>>): string {
  return Object.keys(exports)
    .map((name) => {
      const type = `components['schemas']['${name.replace(/^validate/, '')}']`;
      return `export declare const ${name}: Validator<${type}>;\n`;
    })
    .join('');
}

const CODE = { source: true, esm: true, lines: true, formats: _`formats` };

/** An ES module of the validators by schema id: what ajv's standalone code needs (`ucs2length`, our formats) included. */
export function validatorsModule(schemas: ContractData['schemas']): Promise<string> {
  const ajv = createAjv(schemas, { code: CODE });
  addSchemas(ajv, schemas);
  const ids = Object.keys(schemas).filter((id) => schemas[id]?.own);
  const code = withRuntime(ajvStandalone.default(ajv, Object.fromEntries(ids.map((id) => [id, id]))));
  // The contract run looks validators up by id; one object instead of an export for each.
  return bundleModule(
    `${code.replace(/^export const/gm, 'const')}\nexport const validators = { ${ids.join(', ')} };\n`,
  );
}

/** ajv writes `require` even into ES modules; what it would load is imported here instead, and anything else fails. */
function withRuntime(code: string): string {
  return `import { equalItems, formats, isMultipleOf, ucs2length } from './scripts/generate/runtime.ts';
${code.replaceAll('require("ajv/dist/runtime/ucs2length").default', 'ucs2length')}`;
}
