import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { COVERAGE_KINDS } from '../coverage/coverage.ts';
import { addFormatsTo } from '../description/schemas/formats.ts';
import { CHECK_IDS } from '../finding.ts';
import type { Report } from '../report.ts';
import { jsonReport } from './json.ts';
import { aRun, aWaiver, DIFFERENCES, HOSTILE_DIFFERENCES, KEY } from './shared/run.test-support.ts';

const PUBLISHED = new URL('../../../docs/report.schema.json', import.meta.url);

interface Schema {
  readonly $defs: {
    readonly check: { readonly enum: readonly string[] };
    readonly coverageKind: { readonly enum: readonly string[] };
  };
}

async function publishedSchema(): Promise<Schema> {
  return JSON.parse(await readFile(PUBLISHED, 'utf8')) as Schema;
}

/** The schema with every object closed: what it does not name must not be there either. */
function closed(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(closed);
  const inside = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  const isOpen = 'properties' in inside && !('additionalProperties' in inside);
  return isOpen && inside['type'] === 'object' ? { ...inside, additionalProperties: false } : inside;
}

function compile(schema: unknown): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true });
  addFormatsTo(ajv);
  return ajv.compile(schema as object);
}

describe('the JSON report', () => {
  it('is what its published schema says, and names nothing else', async () => {
    const isReport = compile(closed(await publishedSchema()));
    const waive = ([first = '']: readonly string[]): ReturnType<typeof aWaiver>[] => [
      aWaiver(first),
      aWaiver('aaaaaaaaaaaaaaaa'),
    ];
    const runs = [
      await aRun([]),
      await aRun(DIFFERENCES, { waive }),
      await aRun([{ status: 418 }, { requestHeaders: {} }, { body: '' }, { headers: {} }]),
      await aRun(HOSTILE_DIFFERENCES),
      // More equal findings, and more kinds of them, than are listed.
      await aRun(Array.from({ length: 60 }, (_, index) => ({ status: 418, index }))),
      await aRun(Array.from({ length: 1_010 }, (_, at) => ({ url: `https://x.test/${at}` }))),
    ];
    for (const { report } of runs) {
      const read: unknown = JSON.parse(jsonReport(report));
      expect(isReport(read) ? [] : isReport.errors).toEqual([]);
      expect(read).toEqual(JSON.parse(JSON.stringify(report)));
    }
  });

  it('has a schema that lists every check and every kind of coverage', async () => {
    const { $defs } = await publishedSchema();
    expect($defs.check.enum).toEqual(CHECK_IDS);
    expect($defs.coverageKind.enum).toEqual(COVERAGE_KINDS);
  });

  it.each<[string, (report: Report) => unknown]>([
    ['lacks its findings', ({ findings: _, ...rest }) => rest],
    ['is of another version', (report) => ({ ...report, version: 1 })],
    [
      'has a finding of an unknown check',
      (report) => ({ ...report, findings: [{ ...report.findings[0], check: 'x' }] }),
    ],
  ])('has a schema that refuses one that %s', async (_, change) => {
    const isReport = compile(await publishedSchema());
    expect(isReport(change((await aRun(DIFFERENCES)).report))).toBe(false);
  });

  it('shows no key', async () => {
    expect(jsonReport((await aRun(HOSTILE_DIFFERENCES)).report)).not.toContain(KEY);
  });
});
