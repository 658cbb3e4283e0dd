import { readFileSync } from 'node:fs';
import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { random, SHAPED_KEYS } from '../../secrets/known-keys.test-support.ts';
import { bundledContract } from '../bundled-contract.ts';
import { verifyExchanges } from '../contract-run.ts';
import type { Exchange } from '../exchange.ts';
import { declaredCredentials } from '../judge/declared-credentials.ts';
import { readRecordingText } from '../recordings/index.ts';
import { recordedCredentials } from '../run/findings/recorded-credentials.ts';
import { ENCODED_FORMATS, PLAIN_FORMATS, type Sample } from './recordings.test-support.ts';
import { scrubRecording } from './scrub-recording.ts';

// Each of two hundred runs is judged twice, and the machine may be busy.
jest.setTimeout(120_000);

const PATH = 'https://api.exa.ai/websets/v0/websets/webset_1/enrichments/wenrich_1';
const [recorded] = JSON.parse(readFileSync('contract-tests/recordings/read-back.json', 'utf8')) as [
  { response: Record<string, unknown> },
];
const members = Object.keys(recorded.response);

const secret = fc.constantFrom(random(24), random(40), 'sh0rt-1', ...SHAPED_KEYS.map(([, key]) => key));
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });

/** An exchange that drifts or does not, with credentials in some of the places where they can be. */
const sample: fc.Arbitrary<Sample> = fc
  .record({
    key: maybe(secret),
    bearer: maybe(secret),
    cookie: maybe(secret),
    given: maybe(secret),
    query: maybe(secret),
    token: maybe(secret),
    echoed: maybe(secret),
    without: maybe(fc.constantFrom(...members)),
    odd: maybe(fc.constantFrom(...members)),
    status: fc.constantFrom(200, 200, 401, 404, 418, 500),
    type: fc.constantFrom('application/json', 'text/html'),
  })
  .map(({ key, bearer, cookie, given, query, token, echoed, without, odd, status, type }) => {
    const body: Record<string, unknown> = { ...recorded.response };
    if (without !== undefined) delete body[without];
    if (odd !== undefined) body[odd] = 7;
    if (token !== undefined) body['access_token'] = token;
    if (echoed !== undefined) body['description'] = `It's "${echoed}", and 'more'`;
    return {
      url: query === undefined ? PATH : `${PATH}?api_key=${query}&odd=1`,
      requestHeaders: defined({
        'X-Api-Key': key,
        Authorization: bearer && `Bearer ${bearer}`,
        Cookie: cookie && `lang=en; sid=${cookie}`,
      }),
      headers: defined({ 'Content-Type': type, 'Set-Cookie': given && `session=${given}; Path=/` }),
      status,
      body: JSON.stringify(body),
    };
  });

function defined(headers: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

async function read(text: string): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = [];
  for await (const batch of readRecordingText('a', text)) exchanges.push(...batch);
  return exchanges;
}

/** What is found, but for keys. */
async function findingsOf(exchanges: readonly Exchange[]): Promise<readonly string[]> {
  const { findings } = await verifyExchanges(bundledContract, exchanges);
  return findings.map(({ check, severity, fingerprint }) => `${severity} ${check} ${fingerprint}`);
}

const formats = [...Object.entries(PLAIN_FORMATS), ...Object.entries(ENCODED_FORMATS)];

describe('a recording that was scrubbed', () => {
  it('has the findings that it had, but for those of keys, and is not changed any more', async () => {
    const keysIn = recordedCredentials(declaredCredentials(bundledContract), true, 0);
    await fc.assert(
      fc.asyncProperty(sample, fc.constantFrom(...formats), async (exchange, [, write]) => {
        const text = write(exchange);
        const { recording } = await scrubRecording(text, { file: 'a' });
        const [before, after] = [await read(text), await read(recording)];
        expect(await findingsOf(after)).toEqual(await findingsOf(before));
        expect(after.flatMap((each) => keysIn(each).findings)).toEqual([]);
        expect((await scrubRecording(recording, { file: 'a' })).recording).toBe(recording);
      }),
      { numRuns: 200 },
    );
  });
});
