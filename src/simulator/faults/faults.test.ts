import { describe, expect, it } from '@jest/globals';
import { description } from '../../../generated/operations.js';
import {
  createSimulator,
  type FaultName,
  type FaultParameters,
  faultNames,
  faults,
  type RefusalName,
  type SeenExchange,
  type Simulator,
  scenarios,
} from '../index.ts';
import { addressOf, cancelWithKey, withKey } from '../testing/addresses.test-support.ts';
import { problemsOf } from '../testing/conforms.test-support.ts';
import { stepped } from '../testing/stepped.test-support.ts';
import { isFaultName } from './fault.ts';

/** What a client saw: the response as far as it came, or how it failed. */
interface Seen {
  readonly status?: number;
  readonly type?: string | null;
  readonly body?: string;
  readonly failed?: string;
}

/** Both forms of the simulator have to misbehave alike. */
const forms: readonly ['fetch' | 'socket', (simulator: Simulator, init: RequestInit) => Promise<Seen>][] = [
  ['fetch', (simulator, init) => look(simulator.fetch, `${addressOf(simulator.running)}/cancel`, init)],
  [
    'socket',
    async (simulator, init) => {
      const server = await simulator.listen();
      const seen = await look(fetch, `${addressOf(simulator.running, server.url)}/cancel`, init);
      await server.close();
      return seen;
    },
  ],
];

async function look(fetch: Simulator['fetch'], url: string, init: RequestInit): Promise<Seen> {
  let response: Response | undefined;
  try {
    response = await fetch(url, { ...cancelWithKey, ...init });
    const { status, headers } = response;
    return { status, type: headers.get('content-type'), body: await response.text() };
  } catch (error) {
    const failed = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return response === undefined ? { failed } : { status: response.status, failed };
  }
}

const json = 'application/json; charset=utf-8';
const enrichment = (fields: object): unknown => expect.stringContaining(JSON.stringify(fields).slice(1, -1));
const timeout = 'TimeoutError: The operation was aborted due to timeout';

/** The faults that nothing but the patience of a client ends: 200 ms here. */
const endless: ReadonlySet<FaultName> = new Set(['drip', 'silence', 'stall']);

/** What a client sees of each fault, with parameters that keep the test short. */
const breakages: Readonly<Record<Exclude<FaultName, RefusalName>, readonly [FaultParameters, Seen]>> = {
  delay: [{ ms: 20 }, { status: 200, type: json, body: enrichment({ status: 'pending' }) as string }],
  drip: [{ ms: 50 }, { status: 200, failed: timeout }],
  silence: [{}, { failed: timeout }],
  stall: [{}, { status: 200, failed: timeout }],
  reset: [{}, { failed: 'TypeError: fetch failed' }],
  cut: [{}, { status: 200, failed: 'TypeError: terminated' }],
  truncation: [
    {},
    { status: 200, type: json, body: expect.stringMatching(/^\{"id".*[^}]$/) as unknown as string },
  ],
  'empty-body': [{}, { status: 200, type: json, body: '' }],
  'not-json': [{}, { status: 200, type: json, body: 'OK' }],
  'wrong-content-type': [
    {},
    { status: 200, type: 'text/plain; charset=utf-8', body: enrichment({ status: 'pending' }) as string },
  ],
  'html-page': [
    {},
    {
      status: 502,
      type: 'text/html; charset=UTF-8',
      body: expect.stringMatching(/^<!DOCTYPE/) as unknown as string,
    },
  ],
  'missing-header': [{}, { status: 200, type: null, body: enrichment({ status: 'pending' }) as string }],
  'bad-header': [{}, { status: 429, type: json, body: '{"error":"Rate limit exceeded"}' }],
  redirect: [{}, { status: 307, type: null, body: '' }],
  'undocumented-status': [{}, { status: 418, type: json, body: enrichment({ status: 'pending' }) as string }],
  'gzip-bomb': [
    { bytes: 3_000_000 },
    { status: 200, type: json, body: expect.stringMatching(/^ {2999}/) as unknown as string },
  ],
  'undocumented-field': [{}, { status: 200, type: json, body: enrichment({ priority: 'high' }) as string }],
  'bad-enum': [{}, { status: 200, type: json, body: enrichment({ status: 'cancelled' }) as string }],
  'missing-field': [
    {},
    { status: 200, type: json, body: expect.not.stringContaining('"status"') as unknown as string },
  ],
  'null-field': [{}, { status: 200, type: json, body: enrichment({ description: null }) as string }],
  'bad-date': [
    {},
    { status: 200, type: json, body: enrichment({ updatedAt: '2026-01-15 09:30:00Z' }) as string },
  ],
};

/** Every error of the API is a fault, of the same name as the scenario in which all requests meet it. */
const refusals = Object.entries(scenarios).flatMap(([name, { refusal }]) =>
  refusal === undefined || !isFaultName(name) ? [] : [{ name, refusal }],
);

const cases: readonly (readonly [FaultName, FaultParameters, Seen])[] = [
  ...Object.entries(breakages).flatMap(([name, [parameters, seen]]) =>
    isFaultName(name) ? [[name, parameters, seen] as const] : [],
  ),
  ...refusals.map(({ name, refusal: { status, message } }): (typeof cases)[number] => {
    const body: unknown = expect.stringContaining(JSON.stringify(message));
    return [name, {}, { status, type: json, body: body as string }];
  }),
];

describe.each(forms)('over %s', (_, ask) => {
  it.each(cases)('the fault %s is seen by a client as what it is', async (fault, parameters, want) => {
    const simulator = createSimulator({ clock: 'real', script: [{ fault, ...parameters }] });
    const seen = await ask(simulator, {
      signal: AbortSignal.timeout(endless.has(fault) ? 200 : 10_000),
      redirect: 'manual',
    });

    expect(seen).toEqual(want);
    expect(simulator.requests[0]?.fault).toBe(fault);
  });
});

describe('the table of faults', () => {
  it('has every fault under its own name, with what it does', () => {
    expect(Object.keys(faults)).toEqual([...faultNames]);
    expect(cases.map(([name]) => name).toSorted()).toEqual([...faultNames].toSorted());
    for (const name of faultNames)
      expect(faults[name]).toMatchObject({ name, does: expect.stringMatching(/^[A-Z].*\.$/) });
  });

  it.each(faultNames.filter((name) => faults[name].foundBy === 'response-schema-conformance'))(
    'says of %s that the schema finds it, and it does',
    async (fault) => {
      const seen: SeenExchange[] = [];
      const simulator = stepped({ script: [fault], onExchange: (exchange) => seen.push(exchange) });
      await simulator.fetch(addressOf(simulator.running), withKey);

      expect(seen.flatMap(problemsOf)).not.toEqual([]);
    },
  );
});

describe('an undocumented status', () => {
  it('is one that the fragment has for neither operation', () => {
    const documented = new Set(description.operations.flatMap(({ responses }) => Object.keys(responses)));
    for (let status = 200; status < 600; status++) {
      const script = [{ fault: 'undocumented-status', status }] as const;
      if (documented.has(String(status))) expect(() => stepped({ script })).toThrow('would break no answer');
      else expect(() => stepped({ script })).not.toThrow();
    }
  });
});

describe('a fault', () => {
  it('that has nothing to break leaves the answer as it is, and is not in the log', async () => {
    const simulator = stepped({
      scenario: 'not-found',
      script: ['bad-enum', { fault: 'missing-header', header: 'retry-after' }],
    });
    const statuses = [];
    for (let count = 0; count < 2; count++) {
      statuses.push((await simulator.fetch(addressOf(simulator.running), withKey)).status);
    }

    expect(statuses).toEqual([404, 404]);
    expect(simulator.requests.map(({ fault }) => fault)).toEqual([undefined, undefined]);
  });

  it('can take a header from an error', async () => {
    const simulator = stepped({
      scenario: 'rate-limited',
      script: [{ fault: 'missing-header', header: 'Retry-After' }],
    });
    const response = await simulator.fetch(addressOf(simulator.running), withKey);

    expect([response.status, response.headers.get('retry-after')]).toEqual([429, null]);
  });

  it('that makes a status without a body sends none', async () => {
    const simulator = stepped({ script: [{ fault: 'undocumented-status', status: 204 }] });
    const response = await simulator.fetch(addressOf(simulator.running), withKey);

    expect([response.status, await response.text()]).toEqual([204, '']);
  });

  it('of 256 MiB costs no memory as long as nobody keeps it', async () => {
    const simulator = stepped({ script: ['gzip-bomb'] });
    const response = await simulator.fetch(addressOf(simulator.running), withKey);
    let bytes = 0;
    for await (const chunk of response.body ?? []) bytes += (chunk as Uint8Array).length;

    expect(bytes).toBe(256 * 2 ** 20);
  });
});
