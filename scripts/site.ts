// Builds the site, without network, into reports/site/. Usage: tsx scripts/site.ts [FOLDER]
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Application, Converter, type DocumentReflection, JSX, RendererEvent } from 'typedoc';
import { runRedocly } from './redocly.ts';
import { deadLinks } from './site/dead-links.ts';
import { PAGES, SHORTCUTS } from './site/pages.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = resolve(process.argv[2] ?? join(root, 'reports/site'));

const app = await Application.bootstrap({
  name: 'exa-enrichments',
  includeVersion: true,
  basePath: root,
  readme: join(root, 'README.md'),
  projectDocuments: Object.values(PAGES).flatMap((pages) => pages.map((page) => join(root, page))),
  entryPoints: ['src/index.ts', 'src/contract/index.ts', 'src/simulator/index.ts'].map((file) =>
    join(root, file),
  ),
  tsconfig: join(root, 'scripts/tsconfig.build.json'),
  // `npm run typecheck` sees to that.
  skipErrorChecking: true,
  excludeExternals: true,
  disableSources: true,
  disableGit: true,
  // Addresses that follow names and folders, and not what a thing is: they stay when that changes.
  router: 'structure',
  groupOrder: [...Object.keys(PAGES), 'Modules', '*'],
  sort: ['documents-first', 'kind', 'alphabetical-ignoring-documents'],
  navigation: { includeGroups: true, compactFolders: false },
  highlightLanguages: ['ts', 'js', 'jsx', 'json', 'yaml', 'sh', 'diff', 'html', 'go', 'python', 'ruby'],
  // A type in an exported signature may have a name of its own, whoever asks for it.
  validation: { notExported: false, invalidLink: true, invalidPath: true },
  customCss: join(root, 'scripts/site/site.css'),
});

app.renderer.hooks.on('sidebar.begin', (context) =>
  JSX.createElement(
    'ul',
    { class: 'shortcuts' },
    Object.entries(SHORTCUTS).map(([title, place]) =>
      JSX.createElement('li', {}, JSX.createElement('a', { href: context.relativeURL(place) }, title)),
    ),
  ),
);
const groups = new Map(
  Object.entries(PAGES).flatMap(([group, pages]) => pages.map((page) => [page.replace(/\.md$/, ''), group])),
);
app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, page: DocumentReflection) => {
  page.frontmatter['group'] = groups.get(page.name);
});
// Once every page has its address, which comes of its name.
app.renderer.on(RendererEvent.BEGIN, ({ project }) => {
  for (const page of project.documents ?? []) page.name = titleOf(page);
});

const project = await app.convert();
if (project === undefined) throw new Error('Failed to build the site: TypeDoc could not read the package.');
for (const entry of project.children ?? []) entry.name = entry.name.replace(/^src/, 'exa-enrichments');
app.validate(project);
await app.generateDocs(project, out);

const api = join(out, 'api.html');
const { code, stderr } = await runRedocly(
  ['build-docs', 'enrichments', '--inlineBundle', '--output', api],
  root,
);
if (code !== 0) throw new Error(`Failed to build the API reference: ${stderr}`);
// Redoc's own logo would come from its maker's host; and its links are of a server's root until its script runs.
const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:">`;
const page = readFileSync(api, 'utf8');
writeFileSync(api, page.replace('<head>', `<head>${policy}`).replaceAll('href="/', 'href="#/'));

const dead = deadLinks(out);
for (const link of dead) console.error(`A dead link: ${link}`);
if (dead.length > 0 || app.logger.hasErrors() || app.logger.hasWarnings()) process.exitCode = 1;
else console.log(`Built ${join(out, 'index.html')}`);

function titleOf({ name, content }: DocumentReflection): string {
  const [, title = name] = /^# (.*)$/m.exec(content.map(({ text }) => text).join('')) ?? [];
  return title.replaceAll('`', '');
}
