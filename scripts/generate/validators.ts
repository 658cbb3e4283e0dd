import { fileURLToPath } from 'node:url';
import { _ } from 'ajv';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import ajvStandalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { type CompiledSchema, PLACES_KEYWORD } from '../../src/contract/description/convert-schema.ts';
import { addSchemas, decidingAjv, explainingAjv } from '../../src/contract/description/create-ajv.ts';
import { HEADER } from './header.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

type Schemas = ReadonlyMap<string, CompiledSchema>;

/**
 * Three builds of the same schemas. `full`: every error with its schema and place. `lean`: every error without them, each
 * validator an export of its own, for the bundle of everybody who uses the client. `fits`: whether, and not why.
 */
export type Build = 'full' | 'lean' | 'fits';

const AJV: Readonly<Record<Build, (schemas: Schemas, options: CodeOptions) => Ajv2020>> = {
  full: (_schemas, options) => explainingAjv(options),
  lean: (_schemas, options) => explainingAjv({ ...options, verbose: false }),
  fits: (schemas, options) => decidingAjv(schemas, options),
};

interface CodeOptions {
  readonly code: { source: true; esm: true; lines: true; formats: ReturnType<typeof _> };
}

const CODE: CodeOptions = { code: { source: true, esm: true, lines: true, formats: _`formats` } };

/**
 * One ES module with a validator for each export, and no import left in it: what ajv's standalone code needs
 * (`ucs2length`, our formats) is bundled in.
 */
export async function validatorsModule(
  schemas: Schemas,
  exports: Readonly<Record<string, string>>,
  kind: Build,
): Promise<string> {
  const used = kind === 'lean' ? withoutPlaces(schemas) : schemas;
  const ajv = AJV[kind](used, CODE);
  addSchemas(ajv, used);
  const code = withRuntime(ajvStandalone.default(ajv, exports));
  const { outputFiles } = await build({
    stdin: {
      contents: kind === 'lean' ? code : inOneObject(code, exports, kind === 'full' ? 'validators' : 'fits'),
      resolveDir: root,
      sourcefile: 'validators.js',
    },
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    legalComments: 'none',
    treeShaking: true,
  });
  const text = outputFiles[0]?.text ?? '';
  if (/^\s*import\s|\brequire\(/m.test(text))
    throw new Error('an import was left in the generated validators');
  return HEADER + text;
}

/** Places are of use to who has the fragment at hand; in a bundle they would only be weight. */
function withoutPlaces(schemas: Schemas): Schemas {
  const strip = (schema: CompiledSchema): CompiledSchema =>
    JSON.parse(JSON.stringify(schema, (key, value) => (key === PLACES_KEYWORD ? undefined : value)));
  return new Map([...schemas].map(([id, schema]) => [id, strip(schema)]));
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
