import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { VERSION as before } from '../src/client/version.ts';

/**
 * The second half of `npm run release:version`, after changesets have raised the version in package.json: writes it wherever
 * else it stands, and gives what is unreleased in the CHANGELOG its heading. Commits nothing.
 */
const repository = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${repository}package.json`, 'utf8')) as {
  readonly version: string;
};
if (version === before)
  throw new Error('Failed to raise the version: no changeset says how. Run `npx changeset`.');

const today = new Date().toISOString().slice(0, 10);
replaceIn('CHANGELOG.md', '## [Unreleased]', `## [Unreleased]\n\n## [${version}] - ${today}`);
for (const file of ['src/client/version.ts', 'docs/ci/gitlab.yml', 'docs/ci/github.yml', 'docs/ci.md'])
  replaceIn(file, before, version);
execFileSync('npm', ['run', 'lock'], { cwd: repository, stdio: 'inherit' });

function replaceIn(name: string, old: string, text: string): void {
  const path = `${repository}${name}`;
  const content = readFileSync(path, 'utf8');
  if (!content.includes(old)) throw new Error(`Failed to write ${version} into ${name}: ${old} is not there`);
  writeFileSync(path, content.replaceAll(old, text));
}
