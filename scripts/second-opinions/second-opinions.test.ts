import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cases, driftOpinions, type Opinion, recordCases, verifyOpinions } from './opinions.ts';

const folder = mkdtempSync(join(tmpdir(), 'exa-second-opinions-'));
const page = readFileSync(new URL('../../docs/second-opinions.md', import.meta.url), 'utf8');
/** Traffic, what verify says, what drift says, why they differ. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.slice(2, -2).split(' | '));

let trafficOf: readonly string[];
let verify: readonly Opinion[];
let drift: readonly Opinion[];

beforeAll(async () => {
  const recorded = await recordCases();
  const har = join(folder, 'traffic.har');
  writeFileSync(har, recorded.har);
  trafficOf = recorded.trafficOf;
  verify = await verifyOpinions(har);
  drift = await driftOpinions(har);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

/** What a judge says of some traffic, without what is for information only. */
function saidOf(traffic: string, opinions: readonly Opinion[]): string {
  const said = opinions
    .filter(({ index, severity }) => trafficOf[index] === traffic && severity !== 'info')
    .map(({ by, severity }) => `\`${by}\` (${severity})`);
  return [...new Set(said)].join(', ') || '–';
}

describe('docs/second-opinions.md', () => {
  it.each(cases.map(({ traffic }) => traffic))('tells truly what both say of: %s', (traffic) => {
    const row = rows.find(([name]) => name === traffic);

    expect(row).toEqual([traffic, saidOf(traffic, verify), saidOf(traffic, drift), expect.anything()]);
  });

  it.each(cases.map(({ traffic }) => traffic))(
    'gives a reason where they differ, and only there: %s',
    (traffic) => {
      const [, ours = '', theirs = '', reason = ''] = rows.find(([name]) => name === traffic) ?? [];
      const severities = [ours, theirs].map((said) => /\((.*)\)/.exec(said)?.[1]);

      expect(reason === '–').toBe(severities[0] === severities[1]);
    },
  );

  it('tells what drift says of every request with a key, and nothing else for information', () => {
    const told = new Set(drift.filter(({ severity }) => severity === 'info').map(({ message }) => message));

    expect([...told]).toEqual(['Undocumented header in traffic: "x-api-key"']);
    expect(page).toContain([...told].join());
    expect(verify.filter(({ severity }) => severity === 'info')).toEqual([]);
  });
});
