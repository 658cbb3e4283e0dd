import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * `npm run release:version`: raises the version as the changesets say, wherever it stands, and gives what is unreleased in
 * the CHANGELOG its heading. Commits nothing.
 */
const repository = fileURLToPath(new URL('..', import.meta.url));
const versionNow = (): string => JSON.parse(readFileSync(`${repository}package.json`, 'utf8')).version;
const run = (...command: readonly [string, ...string[]]): void => {
  execFileSync(command[0], command.slice(1), { cwd: repository, stdio: 'inherit' });
};

const before = versionNow();
run('npx', '--no', '--', 'changeset', 'version');
const version = versionNow();
if (version === before)
  throw new Error('Failed to raise the version: no changeset says how. Run `npx changeset`.');

const today = new Date().toISOString().slice(0, 10);
replaceIn('CHANGELOG.md', '## [Unreleased]', `## [Unreleased]\n\n## [${version}] - ${today}`);
for (const file of ['src/client/version.ts', 'docs/ci/gitlab.yml', 'docs/ci/github.yml'])
  replaceIn(file, before, version);
run('npm', 'run', 'lock');

function replaceIn(name: string, old: string, text: string): void {
  const path = `${repository}${name}`;
  const content = readFileSync(path, 'utf8');
  if (!content.includes(old)) throw new Error(`Failed to write ${version} into ${name}: ${old} is not there`);
  writeFileSync(path, content.replace(old, text));
}
