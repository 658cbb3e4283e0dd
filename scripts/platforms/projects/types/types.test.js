// Whether the types arrive: by the compiler of $TYPESCRIPT, in a program that uses every entry point.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const compiler = process.env.TYPESCRIPT;
const bin = fileURLToPath(new URL(`node_modules/${compiler}/bin/tsc`, import.meta.url));
const knowsRequire = compiler !== 'typescript-5.4';

const PROGRAM = `
import { createClient, isNotFoundError } from 'exa-enrichments';
import { bundledContract, prettyReport, readRecordings, verifyExchanges } from 'exa-enrichments/contract';
import type { components, paths } from 'exa-enrichments/schema';
import { createSimulator } from 'exa-enrichments/simulator';

type IsAny<T> = 0 extends 1 & T ? true : false;
export const typed: IsAny<components['schemas']['WebsetEnrichment']> | IsAny<paths> = false;

export async function main(): Promise<string> {
  const simulator = createSimulator();
  const exa = createClient({ apiKey: 'any', fetch: simulator.fetch });
  const status: 'pending' | 'canceled' | 'completed' = (await exa.cancel(simulator.running)).status;
  // @ts-expect-error an id is a text
  exa.get({ webset: 1, enrichment: 'wenrich_1' }).catch((error) => isNotFoundError(error));
  return status + prettyReport(await verifyExchanges(bundledContract, readRecordings(['recordings'])), { color: false });
}
`;

/** Compiles the program in a folder of its own, and resolves with what the compiler had to say. */
async function compile(name, type, options) {
  await mkdir(name, { recursive: true });
  await writeFile(`${name}/package.json`, JSON.stringify({ type }));
  await writeFile(`${name}/main.ts`, PROGRAM);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    target: 'es2022',
    lib: ['es2023'],
    types: ['node'],
    ...options,
  };
  await writeFile(`${name}/tsconfig.json`, JSON.stringify({ compilerOptions, files: ['main.ts'] }));
  return new Promise((resolve) =>
    execFile(process.execPath, [bin, '--project', name, '--pretty', 'false'], (_, stdout, stderr) =>
      resolve((stdout + stderr).trim()),
    ),
  );
}

for (const module of ['node16', 'nodenext'])
  test(`${module}, modules`, async () =>
    assert.equal(await compile(`${module}-modules`, 'module', { module }), ''));

test('bundler', async () => {
  const options = { module: 'esnext', moduleResolution: 'bundler' };
  assert.equal(await compile('bundler', 'module', options), '');
});

test(`nodenext, CommonJS${knowsRequire ? '' : ': refused, since this compiler knows no require of a module'}`, async () => {
  const said = await compile('nodenext-commonjs', 'commonjs', { module: 'nodenext' });
  if (knowsRequire) assert.equal(said, '');
  else assert.match(said, /TS1479/);
});

test('node16, CommonJS: refused, since Node 16 could not require a module', async () => {
  assert.match(await compile('node16-commonjs', 'commonjs', { module: 'node16' }), /TS1479/);
});
