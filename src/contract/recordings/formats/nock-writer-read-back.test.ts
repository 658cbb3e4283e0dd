import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Body, type Exchange, headerMap } from '../../exchange.ts';
import { readAll } from '../source.test-support.ts';
import { readNock, toNockDefinitions } from './nock.ts';
import { awkwardBodies } from './nock-writer.test-support.ts';

/** Only what can come off the wire: bytes that are text are text, and an empty request body is none. */
const body: fc.Arbitrary<Body> = fc.oneof(
  fc.json(),
  fc.json({ maxDepth: 3 }).map((json) => JSON.stringify(JSON.parse(json), null, 1)),
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.uint8Array({ minLength: 1 }).map((bytes) => Uint8Array.of(0xff, ...bytes)),
  fc.constantFrom(...awkwardBodies.map(([, awkward]) => awkward).filter((awkward) => awkward !== '')),
);

const keptHeaders = fc
  .dictionary(
    fc.constantFrom('content-type', 'date', 'etag', 'retry-after', 'vary', 'x-request-id'),
    fc.array(fc.string(), { minLength: 1, maxLength: 3 }),
  )
  .map((headers) =>
    headerMap(
      Object.entries(headers).flatMap(([name, values]) => values.map((value) => [name, value] as const)),
    ),
  );

const anyExchange: fc.Arbitrary<Exchange> = fc.record({
  request: fc.record({
    method: fc.constantFrom('GET', 'POST', 'DELETE'),
    url: fc
      .tuple(
        fc.constantFrom('https://a.test', 'http://127.0.0.1:8080', 'http://[::1]'),
        fc.webPath(),
        fc.webQueryParameters(),
      )
      .map(([origin, path, query]) => `${origin}/${path.replace(/^\//, '')}?${query}`),
    headers: fc.constantFrom(
      headerMap([]),
      headerMap([['x-api-key', '<redacted>']]),
      headerMap([['authorization', 'Bearer <redacted>']]),
      headerMap([['content-type', 'application/json']]),
    ),
    body: fc.oneof(fc.constant(undefined), body),
  }),
  response: fc.oneof(
    fc.record({
      status: fc.integer({ min: 206, max: 303 }),
      headers: keptHeaders,
      body: fc.oneof(body, fc.constantFrom('', undefined)),
    }),
    fc.record({ status: fc.constantFrom(204, 304), headers: keptHeaders, body: fc.constant(undefined) }),
  ),
  recording: fc.constant({ file: 'test.rec', index: 0 }),
  recordedAt: fc.integer({ min: 0, max: 4e12 }),
});

describe('a written recording', () => {
  it('is read back to the same exchange', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyExchange, { minLength: 1, maxLength: 3 }), async (exchanges) => {
        const numbered = exchanges.map((exchange, index) => ({
          ...exchange,
          recording: { file: 'test.rec', index },
          recorded: true as const,
        }));
        expect(await readAll(readNock, toNockDefinitions(numbered))).toEqual(numbered);
      }),
      { numRuns: 300 },
    );
  });
});
