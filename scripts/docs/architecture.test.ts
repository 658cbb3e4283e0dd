import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(`${root}ARCHITECTURE.md`, 'utf8');

/** The paths of a table: in the walks those of a folder that stands in the head of its first column. */
function pathsOf(section: string): string[] {
  const folder = /^\| file of `([\w/]+)`/m.exec(section)?.[1];
  return section.split('\n').flatMap((line) => {
    if (!line.startsWith('| ') || line.startsWith('| file')) return [];
    const paths = [...line.matchAll(/`([\w.-]+\/[\w./-]*|[\w-]+\.(?:ts|js))`/g)].map(([, path = '']) => path);
    return paths.map((path) =>
      folder === undefined || /^(?:src|openapi|docs|contract-tests)\//.test(path)
        ? path
        : `${folder}/${path}`,
    );
  });
}

describe('ARCHITECTURE.md', () => {
  const sections = page.split(/^## /m).filter((section) => /^(?:The walk|Where do I)/.test(section));

  it.each(sections.map((section) => [section.split('\n')[0], section]))(
    '%s: names files that there are',
    (_, section) => {
      const paths = pathsOf(section as string);
      expect(paths.length).toBeGreaterThan(4);
      expect(paths.filter((path) => !existsSync(root + path))).toEqual([]);
    },
  );
});
