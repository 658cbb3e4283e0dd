import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

type Want = readonly [line: number, column: number, message: string];

const closes = (keyword: string): string =>
  `\`${keyword}\` closes the schema. Drop it, or give the reason in \`x-closed\`.`;
const notLower = (literal: string): string =>
  `The literal \`${literal}\` is not lower-case, as those of the API are.`;
const nullable =
  "`nullable` means nothing in OpenAPI 3.1. Write the type as an array: `type: [string, 'null']`.";
const union = (keyword: string): string =>
  `\`${keyword}\` with null as a member says what a type array says: \`type: [string, 'null']\`.`;
const mayBeEmpty = (name: string): string =>
  `The path parameter \`${name}\` may be empty. Give its schema \`type: string\` and \`minLength: 1\`.`;
const undescribed = (name: string): string =>
  `The property \`${name}\` has no description. Say what it means.`;
const noExample = 'The response shows no example. Add `examples` with at least one.';

const RULES: Readonly<Record<string, readonly Want[]>> = {
  'closed-schema-is-on-purpose': [
    [9, 7, closes('additionalProperties: false')],
    [12, 7, closes('unevaluatedProperties: false')],
    [15, 7, closes('maxProperties: 0')],
    [19, 7, closes('additionalProperties: {not: {}}')],
    [22, 7, closes('unevaluatedProperties: {not: {}}')],
    [26, 7, closes('propertyNames')],
    [29, 7, closes('propertyNames: false')],
    [32, 7, closes('patternProperties')],
  ],
  'enum-is-lower-case': [
    [9, 23, notLower('Canceled')],
    [9, 44, notLower('DONE')],
    [12, 14, notLower('websetEnrichment')],
  ],
  'nullable-is-type-array': [
    [13, 11, nullable],
    [17, 11, nullable],
    [20, 11, union('oneOf')],
    [25, 11, union('anyOf')],
    [28, 11, union('oneOf')],
  ],
  'operation-declares-errors': [
    [8, 7, 'The operation declares no 401, 404, 429, 5xx. Add them to its responses.'],
    [17, 7, 'The operation declares no 429. Add it to its responses.'],
    [25, 5, 'The operation declares no 401, 404, 429, 5xx. Add them to its responses.'],
  ],
  'path-file-is-reached': [
    [3, 1, 'No path refers to `reached/forgotten.yaml`. Give it its line here, or remove the file.'],
    [3, 1, 'No path refers to `reached/forgotten.yml`. Give it its line here, or remove the file.'],
  ],
  'path-parameter-is-non-empty': [
    [11, 7, mayBeEmpty('a')],
    [17, 7, mayBeEmpty('b')],
    [24, 7, mayBeEmpty('c')],
    [30, 7, mayBeEmpty('d')],
    [37, 7, mayBeEmpty('e')],
    [44, 7, mayBeEmpty('f')],
    [52, 9, mayBeEmpty('g')],
    [59, 7, mayBeEmpty('h')],
    [65, 7, mayBeEmpty('i')],
  ],
  'property-has-description': [
    [10, 9, undescribed('bare')],
    [12, 9, undescribed('blank')],
    [15, 9, undescribed('referred')],
    [21, 13, undescribed('inner')],
    [23, 9, undescribed('anything')],
    [25, 9, undescribed('^x-')],
  ],
  'response-has-example': [
    [10, 9, noExample],
    [17, 9, noExample],
    [20, 9, noExample],
    [25, 9, noExample],
  ],
};

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const command = createRequire(import.meta.url)
  .resolve('@redocly/cli/package.json')
  .replace(/package\.json$/, 'bin/cli.js');

interface Reported {
  readonly rule: string;
  readonly file: string;
  readonly want: Want;
}

/** One start of the real command for all fixtures: a start costs more than all of them. */
function lintFixtures(): { readonly reported: readonly Reported[]; readonly stderr: string } {
  const fixtures = readdirSync(`${here}fixtures`).filter((name) =>
    /\.(failing|passing|odd)\.yaml$/.test(name),
  );
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [command, 'lint', '--config', 'redocly.yaml', '--format', 'github-actions', ...fixtures],
    {
      cwd: `${here}fixtures`,
      encoding: 'utf8',
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    },
  );
  const lines = stdout.matchAll(/^::error title=(.+?),file=(.+?),line=(\d+),col=(\d+).*?::(.*)$/gm);
  const reported = Array.from(lines, ([, rule = '', file = '', line, column, message = '']): Reported => {
    return { rule, file, want: [Number(line), Number(column), message] };
  });
  return { reported: reported.toSorted((a, b) => a.want[0] - b.want[0] || a.want[1] - b.want[1]), stderr };
}

const { reported, stderr } = lintFixtures();
const of = (file: string): readonly Reported[] => reported.filter((each) => each.file === file);

describe.each(Object.entries(RULES))('%s', (rule, wants) => {
  it('reports each break of it, with line and column', () => {
    const want = wants.map((each) => ({ rule: `exa/${rule}`, file: `${rule}.failing.yaml`, want: each }));
    expect(of(`${rule}.failing.yaml`)).toEqual(want);
  });

  it('is silent where it is kept', () => {
    expect(stderr).toContain(`${rule}.passing.yaml: validated`);
    expect(of(`${rule}.passing.yaml`)).toEqual([]);
  });
});

describe('the rules', () => {
  it('survive a description of odd shape, which is for others to report', () => {
    expect(stderr).toContain('shapes.odd.yaml: validated');
  });

  it.each(Object.keys(RULES))('%s is a file, an export, a plugin rule and a heading of one name', (rule) => {
    const name = rule.replace(/-./g, (dash) => dash.charAt(1).toUpperCase());
    expect(readFileSync(`${here}${rule}.js`, 'utf8')).toContain(`export const ${name} = `);
    expect(readFileSync(`${here}plugin.js`, 'utf8')).toContain(`'${rule}': ${name},`);
    expect(readFileSync(`${here}README.md`, 'utf8')).toContain(`\n## ${rule}\n`);
  });

  it('are all in this table, and all on for the fragment', () => {
    const files = readdirSync(here).filter((name) => name.endsWith('.js') && name !== 'plugin.js');
    const { rules } = parse(readFileSync(`${root}redocly.yaml`, 'utf8'));
    expect(files.toSorted()).toEqual(Object.keys(RULES).map((rule) => `${rule}.js`));
    for (const rule of Object.keys(RULES)) expect(rules).toHaveProperty([`exa/${rule}`], 'error');
  });
});
