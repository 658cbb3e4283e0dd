import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** First line of every generated source. */
export const HEADER = '// Generated from openapi/ by `npm run generate`. Do not edit.\n';

/** The TypeScript type of a piece of plain data, to the letter and read-only. */
function literalType(value: unknown): string {
  if (Array.isArray(value)) return `readonly [${value.map(literalType).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(
      ([key, member]) => `readonly ${JSON.stringify(key)}: ${literalType(member)}`,
    );
    return `{ ${members.join('; ')} }`;
  }
  return JSON.stringify(value);
}

/** A module that exports one piece of plain data. */
export function dataModule(name: string, value: unknown): string {
  return `${HEADER}export const ${name} = ${JSON.stringify(value, null, 2)};\n`;
}

/** Its types, to the letter: a path or status that is not in the fragment does not compile. */
export function dataTypes(name: string, value: unknown): string {
  return `${HEADER}export declare const ${name}: ${literalType(value)};\n`;
}

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
