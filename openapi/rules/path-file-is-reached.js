import { readdirSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { record } from './support/record.js';

/**
 * A file of a path that no line of `paths` refers to describes nothing, and nobody is told: whoever wrote it believes that
 * the operation is known. Looked at are the folders that paths are referred to in.
 *
 * @type {import('./types.ts').Rule}
 */
export const pathFileIsReached = () => ({
  Root(root, { report, location }) {
    const folder = dirname(location.source.absoluteRef);
    const references = Object.values(record(record(root)['paths'])).flatMap((item) => {
      const { $ref } = record(item);
      return typeof $ref === 'string' && !/^(?:#|[a-z]+:)/i.test($ref)
        ? [resolve(folder, $ref.replace(/#.*$/, ''))]
        : [];
    });
    for (const directory of new Set(references.map((file) => dirname(file)))) {
      for (const name of yamlFilesOf(directory)) {
        const file = resolve(directory, name);
        if (references.includes(file)) continue;
        const shown = relative(folder, file).replaceAll('\\', '/');
        report({
          message: `No path refers to \`${shown}\`. Give it its line here, or remove the file.`,
          location: location.child('paths').key(),
        });
      }
    }
  },
});

/**
 * A folder that is not there is for others to report.
 *
 * @param {string} directory
 */
function yamlFilesOf(directory) {
  try {
    return readdirSync(directory).filter((name) => /\.(?:ya?ml|json)$/.test(name));
  } catch {
    return [];
  }
}
