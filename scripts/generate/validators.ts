import { fileURLToPath } from 'node:url';
import { _ } from 'ajv';
import ajvStandalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { createAjv } from '../../src/contract/description/compile.ts';
import type { CompiledSchema } from '../../src/contract/description/schemas.ts';
import { HEADER } from './header.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface ValidatorsOptions {
  /** Lean: no places, no schemas in the errors, for the bundle of everybody who uses the client. */
  readonly lean: boolean;
}

/**
 * One ES module with a validator for each export, and no import left in it: what ajv's standalone code needs
 * (`ucs2length`, our formats) is bundled in.
 */
export async function validatorsModule(
  schemas: ReadonlyMap<string, CompiledSchema>,
  exports: Readonly<Record<string, string>>,
  { lean }: ValidatorsOptions,
): Promise<string> {
  const ajv = createAjv(schemas, {
    verbose: !lean,
    code: { source: true, esm: true, lines: true, formats: _`formats` },
  });
  const code = withRuntime(ajvStandalone.default(ajv, exports));
  const { outputFiles } = await build({
    stdin: {
      contents: lean ? code : inOneObject(code, exports),
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
  });
  const text = outputFiles[0]?.text ?? '';
  if (/^\s*import\s|\brequire\(/m.test(text))
    throw new Error('an import was left in the generated validators');
  return HEADER + text;
}

/** The contract run looks validators up by id; one object instead of an export for each. */
function inOneObject(code: string, exports: Readonly<Record<string, string>>): string {
  const names = Object.keys(exports).join(', ');
  return `${code.replace(/^export const/gm, 'const')}\nexport const validators = { ${names} };\n`;
}

/** ajv writes `require` even into ES modules; what it would load is imported here instead, and anything else fails. */
function withRuntime(code: string): string {
  return `import { formats } from './scripts/generate/formats.ts';
import { ucs2length } from './scripts/generate/runtime.ts';
${code.replaceAll('require("ajv/dist/runtime/ucs2length").default', 'ucs2length')}`;
}
