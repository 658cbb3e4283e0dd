import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/**
 * The links of a folder of HTML pages that lead nowhere in it, each as `PAGE -> LINK`: no such file, or no such anchor in it.
 * Links to other hosts are not followed.
 */
export function deadLinks(folder: string): string[] {
  const pages = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.html'))
      .map((name) => [join(folder, name), readFileSync(join(folder, name), 'utf8')]),
  );
  const anchors = new Map([...pages].map(([page, html]) => [page, new Set(attributes(html, 'id'))]));
  return [...pages].flatMap(([page, html]) =>
    [...new Set([...attributes(html, 'href'), ...attributes(html, 'src')])]
      .filter((link) => !isAlive(page, link, anchors))
      .map((link) => `${relative(folder, page)} -> ${link}`),
  );
}

function isAlive(page: string, link: string, anchors: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  if (/^(?:[a-z]+:|\/\/)/.test(link)) return true;
  const [path = '', anchor = ''] = link.split('#').map(decodeURIComponent);
  const file = path === '' ? page : resolve(dirname(page), path);
  if (!existsSync(file) || !statSync(file).isFile()) return false;
  // A place within the API reference, which is one page and finds it by script.
  if (anchor.startsWith('/')) return true;
  return anchor === '' || !file.endsWith('.html') || (anchors.get(file)?.has(anchor) ?? false);
}

/** Of the markup; what stands in a script, or in it as text, is no attribute. */
function attributes(html: string, name: string): string[] {
  const markup = html.replace(/<script\b[^>]*>.*?<\/script>/gs, '');
  return Array.from(markup.matchAll(/<[a-z][^<>]*>/gi), ([tag]) =>
    new RegExp(`\\s${name}="([^"]*)"`).exec(tag),
  ).flatMap((found) => found?.[1]?.replaceAll('&amp;', '&') ?? []);
}
