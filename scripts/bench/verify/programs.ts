import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const redocly = join(
  dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')),
  'bin/cli.js',
);

/** The arguments with which node verifies a recording with our command, as it is shipped. */
export function verify(file: string, ...options: readonly string[]): readonly string[] {
  return [join(root, 'dist/cli/bin.js'), 'verify', file, '--format', 'json', ...options];
}

/** The same for `redocly drift`. It counts no coverage, for it was not asked to: ours does always. */
export function drift(file: string): readonly string[] {
  return [redocly, 'drift', file, '--api', join(root, 'generated/openapi.json'), '--format', 'json'];
}

/** Node, which does nothing. */
export const NOTHING: readonly string[] = ['--eval', ''];

/** JSON.parse of a whole file. */
export function parseWhole(file: string): readonly string[] {
  return ['--eval', `JSON.parse(require('node:fs').readFileSync(${JSON.stringify(file)}, 'utf8'))`];
}

/** The shortest program that reads a file line by line in constant memory, and parses each line: about as fast as any. */
export function parseLines(file: string): readonly string[] {
  const program = `
    import { createReadStream } from 'node:fs';
    let rest = '';
    for await (const text of createReadStream(${JSON.stringify(file)}, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
      const lines = (rest + text).split('\\n');
      rest = lines.pop();
      for (const line of lines) JSON.parse(line);
    }`;
  return ['--input-type=module', '--eval', program];
}
