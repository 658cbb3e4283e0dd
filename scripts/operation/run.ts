import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { copyFile, cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm run test:operation`: in a copy of the repository an operation is added to the fragment, by a file and its line.
 * Nothing else may have to change, and everything that goes by the fragment has to know it.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const LIMIT = 300_000;

interface Ran {
  readonly code: number;
  readonly output: string;
}

const copy = await mkdtemp(join(tmpdir(), 'operation-'));
try {
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0');
  for (const file of tracked.filter((each) => each !== ''))
    await cp(join(root, file), join(copy, file), { recursive: true });
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');

  const file = 'websets-enrichments-create.yaml';
  await copyFile(join(root, 'scripts/operation', file), join(copy, 'openapi/paths', file));
  const unreached = await run('lint:openapi');
  assert.notEqual(unreached.code, 0, unreached.output);
  assert.match(unreached.output, /No path refers to `paths\/websets-enrichments-create\.yaml`/);
  step('a file that no path refers to is refused');

  const fragment = join(copy, 'openapi/openapi.yaml');
  const text = await readFile(fragment, 'utf8');
  const line = `  /v0/websets/{webset}/enrichments:\n    $ref: paths/${file}\n`;
  await writeFile(
    fragment,
    text.replace(/^paths:\n/m, (paths) => paths + line),
  );
  const generated = await succeeds('generate');
  assert.match(
    generated,
    /operation added: websets-enrichments-create, POST \/v0\/websets\/\{webset\}\/enrichments/,
  );
  step('what was generated is said in a line');

  for (const script of ['lint:openapi', 'check:generated', 'build', 'typecheck', 'lint']) {
    await succeeds(script);
    step(`npm run ${script}`);
  }
  await copyFile(join(root, 'scripts/operation/probe.mjs'), join(copy, 'probe.mjs'));
  const probe = await execute(process.execPath, ['probe.mjs']);
  assert.equal(probe.code, 0, probe.output);
  step('raw, verify and coverage know it');
} finally {
  await rm(copy, { recursive: true, force: true });
}

function step(what: string): void {
  console.log(`ok  ${what}`);
}

async function succeeds(script: string): Promise<string> {
  const { code, output } = await run(script);
  assert.equal(code, 0, `npm run ${script}:\n${output}`);
  return output;
}

function run(script: string): Promise<Ran> {
  return execute(join(dirname(process.execPath), 'npm'), ['run', '--silent', script]);
}

function execute(command: string, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      command,
      [...args],
      { cwd: copy, timeout: LIMIT, maxBuffer: 50_000_000 },
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : 1, output: stdout + stderr });
      },
    );
  });
}
