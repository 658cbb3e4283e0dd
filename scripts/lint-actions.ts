import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { validate } from '@actions/languageservice';
import { globSync } from 'tinyglobby';
import { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * `npm run lint:actions`: workflows and the action, by the parser of GitHub's own editors: keys, events, expressions and
 * contexts. What it does not look at, `github-actions.test.ts` does.
 */
const repository = fileURLToPath(new URL('..', import.meta.url));
const files = globSync(['.github/workflows/*.yml', 'docs/ci/github.yml', 'action.yml'], {
  cwd: repository,
  dot: true,
});
let faults = 0;
for (const file of files) {
  const text = readFileSync(`${repository}${file}`, 'utf8');
  const { href } = pathToFileURL(`${repository}${file}`);
  for (const { message, range } of await validate(TextDocument.create(href, 'yaml', 1, text))) {
    faults += 1;
    console.error(`${file}:${range.start.line + 1}:${range.start.character + 1} ${message}`);
  }
}
console.log(`${files.length} files, ${faults} faults`);
process.exitCode = faults > 0 || files.length === 0 ? 1 : 0;
