import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { bundledContract, readProvenance, verifyExchanges } from 'exa-enrichments/contract';
import { nameOf, RECORDINGS, recorded } from './support/recordings.ts';

const INDEX = 'index.yaml';
const files = (await readdir(RECORDINGS)).filter((name) => name !== INDEX).sort();
const texts = await Promise.all(files.map((name) => readFile(join(RECORDINGS, name), 'utf8')));

describe('the recordings', () => {
  it('are each in the index, with where they come from, and nothing else is', async () => {
    const provenance = await readProvenance(RECORDINGS);
    expect([...provenance.keys()].sort()).toEqual(files.map((name) => join(RECORDINGS, name)));
  });

  it('match the contract, and show all of it', async () => {
    const { summary, findings, coverage } = await verifyExchanges(bundledContract, recorded);
    expect(findings).toEqual([]);
    expect(summary).toMatchObject({ exchanges: recorded.length, verified: recorded.length, undocumented: 0 });
    expect(coverage.missing).toEqual([]);
    expect(coverage.eligible).toBeGreaterThan(90);
  });

  it.each(recorded.map((exchange) => [nameOf(exchange), exchange] as const))(
    'hold no key: %s',
    (_, exchange) => {
      const {
        'x-api-key': key,
        authorization,
        'content-type': _contentType,
        ...others
      } = exchange.request.headers;
      expect([
        [undefined, undefined],
        [['<redacted>'], undefined],
        [undefined, ['Bearer <redacted>']],
      ]).toContainEqual([key, authorization]);
      expect(others).toEqual({});
    },
  );

  it.each(files.map((name, at) => [name, texts[at]]))('hold no text that looks like a key: %s', (_, text) => {
    expect(text).not.toMatch(
      /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|\b(?:sk|exa)[-_]\w{16,}/i,
    );
    expect(text).not.toMatch(/cookie/i);
  });
});
