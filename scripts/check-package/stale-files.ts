import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The compiler never deletes: what was built from a file that is gone would be shipped.
 *
 * @throws Error that names the files of `dist/` with no source.
 */
export async function noStaleFiles(repository: string): Promise<void> {
  const built = await readdir(join(repository, 'dist'), { recursive: true });
  const modules = built.filter((file) => file.endsWith('.d.ts'));
  const gone: string[] = [];
  for (const file of modules) {
    const source = join(repository, 'src', file.replace(/\.d\.ts$/, '.ts'));
    await access(source).catch(() => gone.push(join('dist', file)));
  }
  if (gone.length > 0)
    throw new Error(`Run \`npm run clean && npm run build\`: no source for ${gone.join(', ')}`);
}
