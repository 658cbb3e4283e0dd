import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { files: readonly string[] };
const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map(
  (name) => `docs/${name}`,
);
const pages = [...readdirSync(root), ...docs].filter((name) => name.endsWith('.md')).sort();

/** npm packs these whatever `files` says. */
const ALWAYS = ['README.md', 'LICENSE', 'package.json'];

const isPacked = (file: string): boolean =>
  ALWAYS.includes(file) || manifest.files.some((entry) => file === entry || file.startsWith(`${entry}/`));

/** Where the links of a page lead: code is none. */
function linksOf(page: string): string[] {
  const text = readFileSync(join(root, page), 'utf8')
    .replace(/^```.*?^```$/gms, '')
    .replace(/`[^`\n]*`/g, '``');
  return Array.from(text.matchAll(/\]\(([^)\s]+)\)/g), ([, link = '']) => link).filter(
    (link) => !/^https?:/.test(link),
  );
}

/** As GitHub names them. */
function anchorsOf(page: string): string[] {
  const text = readFileSync(join(root, page), 'utf8').replace(/^```.*?^```$/gms, '');
  return Array.from(text.matchAll(/^#+ (.*)$/gm), ([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
}

describe('the links of', () => {
  it.each(pages)('%s lead somewhere, also in the packed package', (page) => {
    const broken = linksOf(page).filter((link) => {
      const [path = '', anchor] = link.split('#');
      const file = path === '' ? page : posix.join(dirname(page), path).replace(/\/$/, '');
      if (!existsSync(join(root, file))) return true;
      if (isPacked(page) && !isPacked(file)) return true;
      return (
        anchor !== undefined && !statSync(join(root, file)).isDirectory() && !anchorsOf(file).includes(anchor)
      );
    });
    expect(broken).toEqual([]);
  });

  it('those pages are all that there are', () => {
    expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/client.md', 'CONTRIBUTING.md']));
    expect(pages.flatMap(linksOf).length).toBeGreaterThan(40);
  });
});
