import { afterEach, describe, expect, it } from '@jest/globals';
import { anything, assert, constantFrom, date, property, record, string } from 'fast-check';
import nock from 'nock';
import { validateWebsetEnrichment } from '../../../generated/client-validators.js';
import { description } from '../../../generated/operations.js';
import { validators } from '../../../generated/validators.js';
import {
  aBareError,
  aGatewayError,
  anEnrichment,
  aServiceError,
  aStructuredError,
  aWebset,
  isSimulatorOptionError,
  nockDefinitions,
  type WebsetEnrichment,
} from '../index.ts';
import { addressOf, cancelWithKey, withKey } from '../testing/addresses.test-support.ts';

describe('an enrichment that is built', () => {
  it.each<[string, Partial<WebsetEnrichment>, Partial<WebsetEnrichment>]>([
    ['runs, and has no title yet', {}, { status: 'pending', title: null, instructions: null }],
    ['has the observed title once it is canceled', { status: 'canceled' }, { title: '[Deprecated]' }],
    [
      'was canceled 7.8 s after its creation',
      { status: 'canceled' },
      { updatedAt: '2026-01-15T09:30:07.800Z' },
    ],
    ['has a title once it is completed', { status: 'completed' }, { title: 'Where is the head office' }],
    [
      'has options if that is its format',
      { format: 'options' },
      { options: [{ label: 'small' }, { label: 'large' }] },
    ],
    [
      'has the format of its options',
      { options: [{ label: 'a' }] },
      { format: 'options', options: [{ label: 'a' }] },
    ],
    [
      'keeps what it is given',
      { id: 'e', websetId: 'w', format: null },
      { id: 'e', websetId: 'w', format: null },
    ],
    [
      'is not updated before it is created',
      { createdAt: '2027-01-01T00:00:00Z' },
      { updatedAt: '2027-01-01T00:00:00.450Z' },
    ],
    [
      'is not created after it is updated',
      { updatedAt: '2025-01-01T00:00:00Z', status: 'canceled' },
      { createdAt: '2024-12-31T23:59:52.200Z', updatedAt: '2025-01-01T00:00:00Z' },
    ],
    [
      'is updated at once where later there are no dates',
      { createdAt: '9999-12-31T23:59:59.999Z', status: 'canceled' },
      { updatedAt: '9999-12-31T23:59:59.999Z' },
    ],
    [
      'is updated at once where no date is later in this time zone',
      { createdAt: '9999-12-31T23:59:59-01:00' },
      { updatedAt: '9999-12-31T23:59:59-01:00' },
    ],
    [
      'is created when it is updated where before there are no dates',
      { updatedAt: '0000-01-01T00:00:00Z' },
      { createdAt: '0000-01-01T00:00:00Z' },
    ],
    [
      'is created in the leap second that it is updated in',
      { updatedAt: '2016-12-31T23:59:60Z' },
      { createdAt: '2016-12-31T23:59:60Z' },
    ],
  ])('%s', (_, given, want) => {
    expect(anEnrichment(given)).toMatchObject(want);
  });

  it('is valid for every status and format', () => {
    for (const status of ['pending', 'canceled', 'completed'] as const) {
      for (const format of ['text', 'date', 'number', 'options', 'email', 'phone', 'url', null] as const) {
        expect(validateWebsetEnrichment(anEnrichment({ status, format }))).toBe(true);
      }
    }
  });

  it('has dates in their order, whichever one is given', () => {
    const when = date({
      min: new Date('0000-01-01T00:00:00.000Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    }).map((date) => date.toISOString());
    const status = constantFrom('pending', 'canceled', 'completed');
    assert(
      property(constantFrom('createdAt', 'updatedAt'), when, status, (name, date, status) => {
        const built = anEnrichment({ [name]: date, status });
        expect(built[name]).toBe(date);
        expect(Date.parse(built.updatedAt)).toBeGreaterThanOrEqual(Date.parse(built.createdAt));
      }),
    );
  });

  it('is valid or refused, whatever it is given', () => {
    const field = constantFrom(...(Object.keys(anEnrichment()) as (keyof WebsetEnrichment)[]));
    let refused = 0;
    assert(
      property(field, anything(), (name, value) => {
        try {
          expect(validateWebsetEnrichment(anEnrichment({ [name]: value }))).toBe(true);
        } catch (error) {
          if (!isSimulatorOptionError(error)) throw error;
          refused += 1;
        }
      }),
    );
    expect(refused).toBeGreaterThan(0);
  });

  it('shares nothing with what it was given, or with another', () => {
    const metadata = { a: 'b' };
    const options = [{ label: 'x' }];
    const built = anEnrichment({ metadata, options });
    metadata.a = 'changed';
    options[0] = { label: 'changed' };
    expect(built).toMatchObject({ metadata: { a: 'b' }, options: [{ label: 'x' }] });
    expect(anEnrichment().metadata).not.toBe(anEnrichment().metadata);
  });

  it.each([null, 5, 'pending', [], () => {}])('is refused in one line from %p', (given) => {
    expect(() => anEnrichment(given as never)).toThrow(
      /^anEnrichment takes an object with fields of an enrichment, not [^\n]+$/,
    );
  });

  it.each<[string, object]>([
    ['/status must be equal to one of the allowed values', { status: 'cancelled' }],
    ['/createdAt must match format "date-time"', { createdAt: 'yesterday' }],
    ['/metadata/a must NOT have more than 1000 characters', { metadata: { a: 'x'.repeat(1_001) } }],
    ['/description must be string', { description: 7 }],
  ])('is refused with the reason: %s', (reason, given) => {
    expect(() => anEnrichment(given)).toThrow(`this is no valid enrichment: ${reason}`);
  });
});

describe('bodies of errors that are built', () => {
  const [operation] = description.operations;
  const validate = validators[operation.responses['404'].content['application/json'].schema];

  it.each([
    ['gateway', aGatewayError()],
    ['gateway with a tag', aGatewayError({ tag: 'NO_MORE_CREDITS' })],
    ['service', aServiceError()],
    ['bare', aBareError()],
    ['structured', aStructuredError()],
  ])('are valid: %s', (_, body) => {
    expect(validate?.(body)).toBe(true);
  });

  it('keep what they are given', () => {
    expect(aServiceError({ message: 'Webset not found' })).toMatchObject({
      statusCode: 404,
      message: 'Webset not found',
    });
    expect(aWebset({ enrichments: [anEnrichment()] }).enrichments).toHaveLength(1);
  });
});

describe('definitions for nock', () => {
  afterEach(() => {
    nock.cleanAll();
    nock.restore();
  });

  it('are plain data that nock plays back: a cancel, and reads until the enrichment has ended', async () => {
    if (!nock.isActive()) nock.activate();
    const reference = { webset: 'a/b', enrichment: 'e' };
    nock.define(JSON.parse(JSON.stringify(nockDefinitions(reference))));
    const address = addressOf(reference);
    const statuses = [];
    for (const init of [cancelWithKey, withKey, withKey, withKey]) {
      const response = await fetch(init === cancelWithKey ? `${address}/cancel` : address, init);
      statuses.push(((await response.json()) as WebsetEnrichment).status);
    }

    expect(statuses).toEqual(['pending', 'pending', 'pending', 'canceled']);
    expect(nock.isDone()).toBe(true);
  });

  it.each([
    ['async-cancel', {}, [200, 200, 200, 200]],
    ['never-confirms', { reads: 2 }, [200, 200, 200]],
    ['never-confirms', { reads: 0 }, [200]],
    ['not-found', {}, [404, 404]],
    ['instant', {}, [200, 200]],
    ['async-cancel', { every: 500 }, Array(13).fill(200)],
  ] as const)('of the scenario %s with %j have the statuses %j', (scenario, more, want) => {
    const definitions = nockDefinitions({ webset: 'w', enrichment: 'e', scenario, ...more });

    expect(definitions.map(({ status }) => status)).toEqual(want);
  });

  it.each([
    [undefined, 'what nockDefinitions takes must be an object'],
    [null, 'what nockDefinitions takes must be an object'],
    [{}, 'webset must be text, not undefined'],
    [{ webset: 'w' }, 'enrichment must be text, not undefined'],
    [{ webset: 'w', enrichment: '' }, 'enrichment must be text, not ""'],
    [{ webset: 'w', enrichment: 5 }, 'enrichment must be text, not 5'],
    [{ webset: '\ud800', enrichment: 'e' }, 'no URL can address "\\ud800"'],
    [
      { webset: 'w', enrichment: 'e', faults: ['reset'] },
      'nockDefinitions has no "faults"; it takes webset, enrichment,',
    ],
    [{ webset: 'w', enrichment: 'e', script: ['reset'] }, 'nockDefinitions has no "script"; it takes'],
    [{ webset: 'w', enrichment: 'e', origin: 'api.exa.ai' }, 'origin must be a scheme and a host'],
    [{ webset: 'w', enrichment: 'e', origin: 'https://api.exa.ai/websets' }, 'origin must be'],
  ])('are refused in one line for %j', (options, message) => {
    expect(() => nockDefinitions(options as never)).toThrow(message);
  });

  it('are the same whenever they are made', async () => {
    const reference = { webset: 'w', enrichment: 'e' };
    const before = nockDefinitions(reference);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(nockDefinitions(reference)).toEqual(before);
    expect(before[0]?.response).toMatchObject({ createdAt: '2026-01-15T09:30:00.000Z' });
  });

  it('are refused for ids that no URL can address, and for bad numbers', () => {
    expect(() => nockDefinitions({ webset: 'w', enrichment: '..' })).toThrow('no URL can address ".."');
    expect(() => nockDefinitions({ webset: 'w', enrichment: 'e', reads: -1 })).toThrow(
      'reads must be a whole number',
    );
  });

  it('have ids of any other form', () => {
    const id = string({ minLength: 1, unit: 'binary' }).filter((text) => text !== '.' && text !== '..');
    assert(
      property(record({ webset: id, enrichment: id }), (reference) => {
        expect(nockDefinitions({ ...reference, reads: 0 })).toMatchObject([
          { status: 200, response: { id: reference.enrichment, websetId: reference.webset } },
        ]);
      }),
    );
  });
});
