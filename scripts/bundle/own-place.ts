import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Modules that look for a file look from their own place. Once bundled they stand in another: their `import.meta.url` is
 * made to name the place that they had, which holds for all that stands in a folder right below `dist`.
 */
export function ownPlace(source: string): Plugin {
  return {
    name: 'own-place',
    setup: (build) => {
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        const place = relative(source, path).replaceAll('\\', '/');
        if (!text.includes('import.meta.url') || place.startsWith('..')) return undefined;
        const own = JSON.stringify(`../${place.replace(/\.ts$/, '.js')}`);
        return {
          contents: text.replaceAll('import.meta.url', `new URL(${own}, import.meta.url).href`),
          loader: 'ts',
        };
      });
    },
  };
}
