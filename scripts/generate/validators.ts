import { _ } from 'ajv';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import ajvStandalone from 'ajv/dist/standalone/index.js';
import type { CompiledSchema } from '../../src/contract/description/convert-schema.ts';
import { addSchemas, decidingAjv, explainingAjv } from '../../src/contract/description/create-ajv.ts';
import { bundleModule } from './bundle-module.ts';

type Schemas = ReadonlyMap<string, CompiledSchema>;

/** Two builds of the same schemas. `full`: every error with its schema and place. `fits`: whether, and not why. */
export type Build = 'full' | 'fits';

const AJV: Readonly<Record<Build, (schemas: Schemas, options: CodeOptions) => Ajv2020>> = {
  full: (_schemas, options) => explainingAjv(options),
  fits: (schemas, options) => decidingAjv(schemas, options),
};

interface CodeOptions {
  readonly code: { source: true; esm: true; lines: true; formats: ReturnType<typeof _> };
}

const CODE: CodeOptions = { code: { source: true, esm: true, lines: true, formats: _`formats` } };

/** One ES module with a validator for each export: what ajv's standalone code needs (`ucs2length`, our formats) included. */
export function validatorsModule(
  schemas: Schemas,
  exports: Readonly<Record<string, string>>,
  kind: Build,
): Promise<string> {
  const ajv = AJV[kind](schemas, CODE);
  addSchemas(ajv, schemas);
  const code = withRuntime(ajvStandalone.default(ajv, exports));
  return bundleModule(inOneObject(code, exports, kind === 'full' ? 'validators' : 'fits'));
}

/** The contract run looks validators up by id; one object instead of an export for each. */
function inOneObject(code: string, exports: Readonly<Record<string, string>>, name: string): string {
  const names = Object.keys(exports).join(', ');
  return `${code.replace(/^export const/gm, 'const')}\nexport const ${name} = { ${names} };\n`;
}

/** ajv writes `require` even into ES modules; what it would load is imported here instead, and anything else fails. */
function withRuntime(code: string): string {
  return `import { formats } from './scripts/generate/formats.ts';
import { isMultipleOf, ucs2length } from './scripts/generate/runtime.ts';
${code.replaceAll('require("ajv/dist/runtime/ucs2length").default', 'ucs2length')}`;
}
