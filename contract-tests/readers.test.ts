import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import {
  bundledContract,
  type Exchange,
  type Report,
  toNockDefinitions,
  verifyExchanges,
} from 'exa-enrichments/contract';
import { harOf, ndjsonOf, vcrOf } from './support/formats.ts';
import { bodyOf, readAll, recorded, recordedAt, withBody } from './support/recordings.ts';
import type { JsonObject } from './support/schema.ts';

const cancel = recordedAt('cancel.json', 0);
const bearer = recordedAt('cancel.json', 3);
const body = bodyOf(cancel) as JsonObject;

/** One that matches, one that breaks, one that only warns, one that is not described, and all the errors. */
const exchanges: readonly Exchange[] = [
  withBody(bearer, {
    ...body,
    description: 'Où est le siège ? 本社は？ 🏢',
    instructions: 'Two\nlines, "quoted"',
  }),
  withBody(cancel, { ...body, status: 'cancelled', createdAt: '2026-01-15 09:30:00Z' }),
  withBody(cancel, { ...body, somethingNew: { deep: [1, 'x'.repeat(200)] } }),
  { ...cancel, request: { ...cancel.request, url: 'https://api.exa.ai/websets/v0/websets/webset_1/cancel' } },
  ...recorded.filter(({ response }) => response.status !== 200),
];

const formats: readonly (readonly [string, string, string])[] = [
  ['nock', 'recording.json', toNockDefinitions(exchanges)],
  ['VCR', 'recording.yml', vcrOf(exchanges)],
  ['HAR', 'recording.har', harOf(exchanges)],
  ['HAR with bodies in base64', 'base64.har', harOf(exchanges, 'base64')],
  ['NDJSON of HAR entries', 'recording.ndjson', ndjsonOf(exchanges)],
];

const folder = await mkdtemp(join(tmpdir(), 'contract-tests-'));
afterAll(() => rm(folder, { recursive: true }));

describe.each(formats)('the same exchanges, stored as %s', (_, name, text) => {
  const file = join(folder, name);

  it('are read as the same exchanges', async () => {
    await writeFile(file, text);
    const read = await readAll([file]);
    expect(read.map(({ request, response }) => ({ request, response }))).toEqual(
      exchanges.map(({ request, response }) => ({ request, response })),
    );
    expect(read.map(({ recording }) => recording)).toEqual(exchanges.map((_, index) => ({ file, index })));
  });

  it('are judged in the same way', async () => {
    await writeFile(file, text);
    const [judged, expected] = await Promise.all(
      [await readAll([file]), exchanges].map((all) => verifyExchanges(bundledContract, all)),
    );
    expect(withoutPlaces(judged)).toEqual(withoutPlaces(expected));
    expect(judged?.summary.findings).toMatchObject({ error: 2, warning: 2 });
  });
});

function withoutPlaces(report: Report | undefined): object {
  return {
    ...report,
    findings: report?.findings.map(({ recording: _, ...finding }) => finding),
    causes: report?.causes.map(({ recording: _, ...cause }) => cause),
  };
}
