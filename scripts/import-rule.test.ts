import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

// Takes a second, but the machine may be busy.
jest.setTimeout(60_000);

interface Cruise {
  readonly summary: {
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
  };
}

const CONFIG = resolve('.dependency-cruiser.js');
const COMMAND = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** The files that the cases import, so that only the rule in question has something to say. */
const THERE = [
  'src/index.ts',
  'src/client/client.ts',
  'src/client/client.test.ts',
  'src/contract/contract.ts',
  'src/contract/judge/checks/old-check.ts',
  'src/contract/recordings/formats/format.ts',
  'src/contract/recordings/formats/old-format.ts',
  'src/contract/reporters/old-reporter.ts',
  'src/contract/reporters/html/page.ts',
  'src/contract/reporters/shared/text.ts',
  'src/secrets/strike-out.ts',
  'src/simulator/simulator.ts',
  'src/cli/main.ts',
  'scripts/redocly.ts',
  'generated/validators.js',
  'generated/schema.d.ts',
  'dist/index.js',
  'dist/contract/index.js',
];

const PACKAGES = ['openapi-fetch', 'yaml', 'ajv', 'ajv-formats', 'jest-like'];

/** Rule, importing file, what it imports. */
const FORBIDDEN: readonly (readonly [rule: string, file: string, imported: string])[] = [
  ['secrets-are-a-leaf', 'src/secrets/a.ts', 'node:buffer'],
  ['secrets-are-a-leaf', 'src/secrets/b.ts', 'yaml'],
  ['secrets-are-a-leaf', 'src/secrets/c.ts', '../contract/contract.ts'],
  ['secrets-are-a-leaf', 'src/secrets/d.ts', '../../generated/validators.js'],
  ['tests-of-secrets-stay-within', 'src/secrets/a.test.ts', '../contract/contract.ts'],
  ['client-is-lean', 'src/client/a.ts', 'node:buffer'],
  ['client-is-lean', 'src/client/b.ts', 'yaml'],
  ['client-is-lean', 'src/client/errors/c.ts', '../../contract/contract.ts'],
  ['client-is-lean', 'src/client/d.ts', '../simulator/simulator.ts'],
  ['contract-stands-alone', 'src/contract/a.ts', '../client/client.ts'],
  ['contract-stands-alone', 'src/contract/b.ts', '../simulator/simulator.ts'],
  ['contract-stands-alone', 'src/contract/judge/checks/new-check.ts', '../../../client/client.ts'],
  ['contract-stands-alone', 'src/contract/c.ts', 'openapi-fetch'],
  ['simulator-stands-alone', 'src/simulator/a.ts', '../contract/contract.ts'],
  ['simulator-stands-alone', 'src/simulator/faults/b.ts', '../../client/client.ts'],
  ['simulator-stands-alone', 'src/simulator/c.ts', 'yaml'],
  ['entry-point-is-the-client', 'src/extra.ts', './contract/contract.ts'],
  ['client-tests-stay-within', 'src/client/a.test.ts', '../simulator/simulator.ts'],
  ['unit-tests-of-the-judge-stay-within', 'src/contract/a.test.ts', '../client/client.ts'],
  ['unit-tests-of-the-judge-stay-within', 'src/contract/b.test.ts', 'exa-enrichments'],
  ['unit-tests-of-the-judge-stay-within', 'src/contract/c.test.ts', '../../dist/index.js'],
  ['client-tests-stay-within', 'src/client/b.test.ts', 'exa-enrichments/contract'],
  ['simulator-tests-stay-within', 'src/simulator/b.test.ts', 'exa-enrichments'],
  ['simulator-tests-stay-within', 'src/simulator/a.test.ts', '../client/client.ts'],
  ['plugs-are-strangers', 'src/contract/judge/checks/new-check-2.ts', './old-check.ts'],
  ['plugs-are-strangers', 'src/contract/recordings/formats/new-format.ts', './old-format.ts'],
  ['plugs-are-strangers', 'src/contract/reporters/new-reporter.ts', './old-reporter.ts'],
  ['plugs-are-strangers', 'src/contract/reporters/new-reporter-2.ts', './html/page.ts'],
  ['plugs-are-strangers', 'src/contract/reporters/html/parts.ts', '../old-reporter.ts'],
  ['plugs-are-strangers', 'src/contract/reporters/shared/parts.ts', '../old-reporter.ts'],
  ['plugs-are-strangers', 'src/contract/reporters/new-reporter-3.ts', '../judge/checks/old-check.ts'],
  ['generated-imports-nothing', 'generated/a.js', 'ajv'],
  ['generated-imports-nothing', 'generated/b.js', './validators.js'],
  ['generated-types-stay-within', 'generated/c.d.ts', '../src/contract/contract.ts'],
  ['nobody-imports-the-command', 'contract-tests/a.test.ts', '../src/cli/main.ts'],
  ['nobody-imports-the-command', 'scripts/a.ts', '../src/cli/main.ts'],
  ['nobody-imports-scripts', 'src/cli/a.ts', '../../scripts/redocly.ts'],
  ['nobody-imports-scripts', 'contract-tests/b.test.ts', '../scripts/redocly.ts'],
  ['contract-tests-use-the-package', 'contract-tests/c.test.ts', '../src/contract/contract.ts'],
  ['contract-tests-use-the-package', 'contract-tests/d.test.ts', '../dist/index.js'],
  ['contract-tests-use-the-package', 'contract-tests/deep/e.ts', '../../generated/validators.js'],
  ['tests-are-not-imported', 'src/client/e.ts', './client.test.ts'],
  ['shipped-code-declares-its-dependencies', 'src/cli/b.ts', 'jest-like'],
  ['no-cycles', 'scripts/round.ts', './trip.ts'],
  ['everything-resolves', 'scripts/b.ts', './nowhere.ts'],
];

const ALLOWED: readonly (readonly [file: string, imported: string])[] = [
  ['src/secrets/ok.ts', './strike-out.ts'],
  ['src/secrets/ok.test.ts', 'node:crypto'],
  ['src/client/ok-3.ts', '../secrets/strike-out.ts'],
  ['src/contract/ok-4.ts', '../secrets/strike-out.ts'],
  ['src/simulator/ok-2.ts', '../secrets/strike-out.ts'],
  ['src/cli/ok-2.ts', '../secrets/strike-out.ts'],
  ['src/client/ok.ts', '../../generated/validators.js'],
  ['src/client/ok-2.ts', 'openapi-fetch'],
  ['src/client/ok.test.ts', 'node:http'],
  ['src/client/ok-2.test.ts', 'jest-like'],
  ['src/contract/ok.ts', 'node:fs'],
  ['src/contract/ok-2.ts', 'yaml'],
  ['src/contract/ok-3.ts', './judge/checks/old-check.ts'],
  ['src/contract/judge/checks/ok.ts', '../../contract.ts'],
  ['src/contract/recordings/formats/ok.ts', './format.ts'],
  ['src/contract/judge/checks/ok.test.ts', './old-check.ts'],
  ['src/contract/reporters/html.ts', './html/page.ts'],
  ['src/contract/reporters/ok.ts', './shared/text.ts'],
  ['src/simulator/ok.ts', 'node:http'],
  ['src/simulator/ok.test.ts', '../contract/contract.ts'],
  ['src/cli/ok.ts', '../simulator/simulator.ts'],
  ['generated/ok.d.ts', './schema.js'],
  ['openapi/rules/ok.test.ts', '../../scripts/redocly.ts'],
  ['contract-tests/ok.test.ts', 'exa-enrichments'],
  ['contract-tests/ok-2.test.ts', 'exa-enrichments/contract'],
  ['contract-tests/ok-3.test.ts', 'exa-enrichments/schema'],
];

let folder: string;
let rules: readonly string[];
let violations: readonly string[];

function put(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** One tree and one run for all cases: each case has a file of its own. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-rule-'));
  const dependencies = Object.fromEntries(PACKAGES.slice(0, -1).map((name) => [name, '1.0.0']));
  const exports = {
    '.': './dist/index.js',
    './contract': './dist/contract/index.js',
    './schema': { types: './generated/schema.d.ts' },
  };
  const manifest = { name: 'exa-enrichments', type: 'module', exports, dependencies };
  put('package.json', JSON.stringify({ ...manifest, devDependencies: { 'jest-like': '1.0.0' } }));
  for (const name of PACKAGES) {
    put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    put(`node_modules/${name}/index.js`, '');
  }
  for (const file of THERE) put(file, 'export {};');
  put('scripts/trip.ts', "import './round.ts';");
  for (const [, file, imported] of FORBIDDEN) put(file, `import '${imported}';`);
  for (const [file, imported] of ALLOWED) put(file, `import '${imported}';`);
  const { summary } = cruise();
  rules = summary.ruleSetUsed.forbidden.map(({ name }) => name);
  violations = summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function cruise(): Cruise {
  const args = [COMMAND, '--config', CONFIG, '--output-type', 'json', '.'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (stdout === '') throw new Error(`dependency-cruiser said nothing: ${stderr}`);
  return JSON.parse(stdout) as Cruise;
}

describe('the import rule', () => {
  it.each(FORBIDDEN)('%s: %s may not import %s', (rule, file) => {
    expect(violations).toContain(`${rule}: ${file}`);
  });

  it.each(ALLOWED)('%s may import %s', (file) => {
    expect(violations.filter((violation) => violation.endsWith(`: ${file}`))).toEqual([]);
  });

  it('has no rule without a case', () => {
    const cases = new Set(FORBIDDEN.map(([rule]) => rule));
    expect(rules.filter((name) => !cases.has(name))).toEqual([]);
    expect(rules).not.toHaveLength(0);
  });
});
