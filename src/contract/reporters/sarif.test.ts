import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv, type ValidateFunction } from 'ajv';
import { addFormatsTo } from '../description/schemas/formats.ts';
import { sarifReport } from './sarif.ts';
import { aRun, aWaiver, DIFFERENCES, HOSTILE_DIFFERENCES, KEY, type Run } from './shared/run.test-support.ts';

const PACKAGED_SCHEMA = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';

let isSarif: ValidateFunction;

beforeAll(async () => {
  const path = createRequire(import.meta.url).resolve(PACKAGED_SCHEMA);
  // Draft 4, of which it uses nothing that later drafts read otherwise; one of its patterns needs the old regular expressions.
  const { id: _, $schema: __, ...schema } = JSON.parse(await readFile(path, 'utf8'));
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormatsTo(ajv);
  isSarif = ajv.compile(schema);
});

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly Result[];
    },
  ];
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [{ readonly physicalLocation: Location }];
  readonly relatedLocations: readonly [{ readonly physicalLocation: Location }];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions: readonly unknown[];
  readonly occurrenceCount: number;
}

interface Location {
  readonly artifactLocation: { readonly uri: string };
  readonly region?: { readonly startLine: number; readonly snippet?: { readonly text: string } };
}

/** Reads the log back, and holds it against the schema. */
function read({ report, context }: Run): { results: readonly Result[]; rules: readonly { id: string }[] } {
  const log = JSON.parse(sarifReport(report, context)) as Log;
  expect(isSarif(log) ? [] : isSarif.errors).toEqual([]);
  return { results: log.runs[0].results, rules: log.runs[0].tool.driver.rules };
}

describe('the SARIF log', () => {
  it('is held against a schema that refuses others', () => {
    expect(isSarif({ version: '2.1.0', runs: [{}] })).toBe(false);
  });

  it('places a result in the description and relates it to the recording, once for equal findings', async () => {
    const run = await aRun(DIFFERENCES);
    const { results, rules } = read(run);
    expect(results.map(({ ruleId, level }) => `${level} ${ruleId}`)).toEqual([
      'error response-schema-conformance',
      'warning undocumented-property',
      'warning undocumented-operation',
    ]);
    const [first] = results;
    expect(rules[first?.ruleIndex ?? -1]?.id).toBe(first?.ruleId);
    expect(first?.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'openapi/components/schemas/WebsetEnrichmentStatus.yaml' },
      region: { snippet: { text: 'enum: [pending, canceled, completed]' } },
    });
    expect(first?.relatedLocations[0].physicalLocation.artifactLocation.uri).toBe('one.json');
    expect(first?.partialFingerprints).toEqual({
      'exaEnrichments/v1': run.report.findings[0]?.fingerprint,
    });
    expect(first).toMatchObject({ occurrenceCount: 2, suppressions: [] });
    expect(first?.message.text).toContain(
      'Did you mean "canceled"?\nreceived: "cancelled", "stopped"\ndocumented: ',
    );
  });

  it('keeps what was waived, suppressed with its reason', async () => {
    const { results } = read(await aRun(DIFFERENCES, { waive: ([first = '']) => [aWaiver(first)] }));
    expect(results.map(({ suppressions }) => suppressions.length)).toEqual([0, 0, 1]);
    expect(results[2]?.suppressions).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification: 'Waived by ada until 2027-01-31: The fix is promised for spring.',
      },
    ]);
  });

  it('places in the recording what has no place in a description of the reader’s own', async () => {
    const { report, context } = await aRun(DIFFERENCES);
    const descriptionFolder = 'node_modules/exa-enrichments';
    const { results } = read({ report, context: { ...context, descriptionFolder } });
    expect(results.map(({ locations }) => locations[0].physicalLocation.artifactLocation.uri)).toEqual([
      'one.json',
      'two.json',
      'two.json',
    ]);
  });

  it('is valid whatever was recorded, and shows no key', async () => {
    const run = await aRun(HOSTILE_DIFFERENCES);
    const { results } = read(run);
    const uris = results.map(
      ({ relatedLocations }) => relatedLocations[0].physicalLocation.artifactLocation.uri,
    );
    expect(uris[0]).toMatch(/^[\w.~%/-]+$/);
    expect(sarifReport(run.report, run.context)).not.toContain(KEY);
  });
});
