import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { HEADER } from './header.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Generated code and what it imports, by paths from the root, as one ES module with no import left in it. */
export async function bundleModule(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, sourcefile: 'validators.js' },
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
