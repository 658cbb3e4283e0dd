import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { dropBanner, runRedocly } from './redocly.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
let copy: string;

/** Replaces the one place of the copy where the text stands, so that a changed fragment fails the test loudly. */
function change(file: string, from: string, to: string): void {
  const path = join(copy, 'openapi', file);
  const parts = readFileSync(path, 'utf8').split(from);
  if (parts.length !== 2)
    throw new Error(`Failed to break ${file}: ${parts.length - 1} places say "${from}".`);
  writeFileSync(path, parts.join(to));
}

const ENRICHMENT = 'components/schemas/WebsetEnrichment.yaml';

describe('lint of the fragment', () => {
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'exa-redocly-'));
    cpSync(join(root, 'openapi'), join(copy, 'openapi'), { recursive: true });
    cpSync(join(root, 'redocly.yaml'), join(copy, 'redocly.yaml'));
  });

  afterEach(() => rmSync(copy, { recursive: true }));

  it('passes, and says so on stderr without the banner of Node 20', async () => {
    const { code, stdout, stderr } = await runRedocly(['lint'], copy);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toMatch(/^validating openapi\/openapi\.yaml/);
    expect(stderr).toContain('Your API descriptions are valid');
  });

  it.each([
    {
      what: 'a type that does not exist',
      file: ENRICHMENT,
      from: '  object:\n    type: string',
      to: '  object:\n    type: text',
      rule: 'struct',
    },
    {
      what: 'a required property that is not there',
      file: ENRICHMENT,
      from: '  - websetId\n',
      to: '  - webset\n',
      rule: 'no-required-schema-properties-undefined',
    },
    {
      what: 'an example that the schema refuses',
      file: 'components/examples/EnrichmentPending.yaml',
      from: 'status: pending',
      to: 'status: running',
      rule: 'no-invalid-media-type-examples',
    },
    {
      what: 'a reference that leads nowhere',
      file: 'paths/websets-enrichments-get.yaml',
      from: 'responses/Conflict.yaml',
      to: 'responses/Clash.yaml',
      rule: 'no-unresolved-refs',
    },
    {
      what: 'a header without a description',
      file: 'components/headers/ETag.yaml',
      from: 'description: |',
      to: 'x-note: |',
      rule: 'rule/header-has-description',
    },
    {
      what: 'an example of unknown origin',
      file: 'components/examples/CancelEmpty.yaml',
      from: 'summary: The empty object (observed)\n',
      to: '',
      rule: 'rule/example-has-summary',
    },
    {
      what: 'a break of a rule of our own',
      file: 'components/parameters/Webset.yaml',
      from: '  minLength: 1\n',
      to: '',
      rule: 'exa/path-parameter-is-non-empty',
    },
    {
      what: 'a workflow that promises what no step gives',
      file: 'workflows/cancel-and-confirm.arazzo.yaml',
      from: '$steps.confirm.outputs.status',
      to: '$steps.confirm.outputs.end',
      rule: 'outputs-defined',
    },
    {
      what: 'broken YAML',
      file: ENRICHMENT,
      from: 'required:\n',
      to: 'required: [\n',
      rule: 'no-unresolved-refs',
    },
  ])('fails for $what, with file, line and column', async ({ file, from, to, rule }) => {
    change(file, from, to);
    const { code, stdout } = await runRedocly(['lint', '--format', 'github-actions'], copy);
    expect(code).toBe(1);
    expect(stdout).toMatch(new RegExp(`title=${rule},file=openapi/[^,]+\\.yaml,line=\\d+,col=\\d+`));
  });

  it('names the line and column of the break itself', async () => {
    change('components/schemas/WebsetEnrichmentStatus.yaml', 'canceled, completed]', 'Canceled, completed]');
    const { stdout } = await runRedocly(['lint', '--format', 'github-actions'], copy);
    const text = readFileSync(join(copy, 'openapi/components/schemas/WebsetEnrichmentStatus.yaml'), 'utf8');
    const line = text.slice(0, text.indexOf('Canceled')).split('\n').length;
    const col = (text.split('\n')[line - 1] ?? '').indexOf('Canceled') + 1;
    expect(stdout).toContain(
      `title=exa/enum-is-lower-case,file=openapi/components/schemas/WebsetEnrichmentStatus.yaml,line=${line},col=${col},`,
    );
  });
});

describe('dropBanner', () => {
  const box = (text: string): string =>
    `\n    ╔════╗\n    ║    ║\n    ║  ${text}  ║\n    ║    ║\n    ╚════╝\n\n`;
  const banner = box('Deprecation warning: Node.js 20 support is ending');

  it.each([
    { what: 'drops the banner', given: `${banner}validating a.yaml...\n`, want: 'validating a.yaml...\n' },
    { what: 'keeps what comes without one', given: 'validating a.yaml...\n', want: 'validating a.yaml...\n' },
    { what: 'keeps another box', given: `${banner}${box('Something else')}`, want: box('Something else') },
    { what: 'keeps one that is not first', given: `first\n${banner}`, want: `first\n${banner}` },
    { what: 'keeps nothing', given: '', want: '' },
  ])('$what', ({ given, want }) => {
    expect(dropBanner(given)).toBe(want);
  });
});
