import { STATUS_CODES } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { array, assert, integer, property, record, string } from 'fast-check';
import { gatewayError, jsonAnswer, serviceError } from './answers.ts';

const AT = Date.UTC(2026, 0, 15, 9, 30);

describe('an error of the service', () => {
  it.each([400, 404, 409, 422, 500, 501])('names the status %i as HTTP does', (status) => {
    expect(serviceError(status, 'It was so', '/v0/websets/w', AT)).toEqual({
      statusCode: status,
      timestamp: '2026-01-15T09:30:00.000Z',
      message: 'It was so',
      error: STATUS_CODES[status],
      path: '/v0/websets/w',
    });
  });

  it('calls a status that it was never seen with an error', () => {
    expect(serviceError(418, 'Tea', '/', AT)).toMatchObject({ statusCode: 418, error: 'Error' });
  });
});

describe('an ETag', () => {
  const source = { now: () => AT, hex: (bytes: number) => '0'.repeat(2 * bytes) };
  const tagOf = (value: object): string | undefined => jsonAnswer(200, value, source).headers['etag'];

  it('has the observed form, with the length in bytes', () => {
    const text = JSON.stringify({ text: 'grüß' });

    expect(Buffer.byteLength(text)).toBe(0x11);
    expect(tagOf({ text: 'grüß' })).toMatch(/^W\/"11-[\w+/]{27}"$/);
  });

  it('is equal for equal bodies, and for no others', () => {
    const value = array(record({ a: string({ unit: 'binary' }), b: integer() }));
    assert(
      property(value, value, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(tagOf(one) === tagOf(other)).toBe(same);
        expect(tagOf(structuredClone(one))).toBe(tagOf(one));
      }),
    );
    const tags = Array.from({ length: 10_000 }, (_, at) => tagOf({ id: 10_000 + at }));
    expect(new Set(tags).size).toBe(tags.length);
  });
});

describe('an error of the gateway', () => {
  it('has a tag only where there is one', () => {
    expect(gatewayError('r', 'No')).toEqual({ requestId: 'r', error: 'No' });
    expect(gatewayError('r', 'No', 'TAG')).toEqual({ requestId: 'r', error: 'No', tag: 'TAG' });
  });
});
