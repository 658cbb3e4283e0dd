import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ConnectionError } from './errors.ts';
import { plainCause } from './http/connection-failure.ts';
import { redact, redactError } from './redact.ts';
import { KEY } from './testing/enrichments.test-support.ts';

const everything = (value: unknown): string =>
  `${inspect(value, { depth: 99, showHidden: true })} ${JSON.stringify(value)}`;

describe('what is redacted', () => {
  it.each([
    { value: `Bearer ${KEY}!`, want: 'Bearer [redacted]!' },
    { value: { a: [{ [KEY]: KEY }] }, want: { a: [{ '[redacted]': '[redacted]' }] } },
    { value: `?key=${encodeURIComponent(KEY)}`, want: '?key=[redacted]' },
    { value: `?key=${encodeURIComponent(KEY).toLowerCase()}`, want: '?key=[redacted]' },
    { value: `"${JSON.stringify(KEY).slice(1, -1).replace('/', '\\/')}"`, want: '"[redacted]"' },
    {
      value: [...KEY].map((one) => `\\u00${one.charCodeAt(0).toString(16)}`).join(''),
      want: '[redacted]',
    },
    { value: btoa(`:${KEY}`), want: 'O[redacted]==' },
    { value: `{"key":${JSON.stringify(KEY)}}`, want: '{"key":"[redacted]"}' },
    {
      value: { n: 1, no: null, yes: true, nothing: undefined },
      want: { n: 1, no: null, yes: true, nothing: undefined },
    },
    { value: 'exa-s3cret', want: 'exa-s3cret' },
  ])('$value becomes $want', ({ value, want }) => {
    expect(redact(value, KEY)).toEqual(want);
  });

  it('is every trace of the key, in data of any form', () => {
    const printable = fc.string({
      unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
      minLength: 12,
    });
    fc.assert(
      fc.property(printable, fc.jsonValue(), (key, data) => {
        const redacted = redact({ data, [key]: [`<${key}>`, { deep: key }] }, key);
        return !everything(redacted).includes(key);
      }),
    );
  });

  it('is cut short where it is nested too deeply to be printed', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(JSON.stringify(redact(deep, KEY))).toContain('nested too deeply');
  });

  it('keeps a property called __proto__ a property', () => {
    const redacted = redact(JSON.parse('{"__proto__": {"polluted": true}}'), KEY);
    expect(Object.getPrototypeOf(redacted)).toBe(Object.prototype);
    expect(JSON.stringify(redacted)).toBe('{"__proto__":{"polluted":true}}');
  });
});

describe('a key of one letter', () => {
  it.each(['c', 'o', 'n', 'e'])('%j changes no word, and is struck out where it stands alone', (key) => {
    const error = redactError(new ConnectionError(`connection ${key}`, { requestId: key }), key);
    expect(error).toMatchObject({ code: 'connection', attempts: 0, requestId: '[redacted]' });
    expect(error.message).toBe('connection [redacted]');
  });
});

describe('an error that would give the key away', () => {
  it('is redacted in message, stack, fields and causes', () => {
    const root = Object.assign(new Error(`bad header ${KEY}`), {
      code: 'E',
      header: KEY,
      request: { key: KEY },
    });
    const error = new ConnectionError(`no answer: ${KEY}`, {
      cause: plainCause(new TypeError('fetch failed', { cause: root })),
    });
    expect(everything(redactError(error, KEY))).not.toContain('s3cret');
    expect(error.message).toBe('no answer: [redacted]');
    expect(root.message).toContain(KEY);
  });

  it('keeps the names, codes and plain fields of its causes', () => {
    const root = Object.assign(new Error('refused'), { code: 'ECONNREFUSED', port: 443, socket: {} });
    const copy = plainCause(new TypeError('fetch failed', { cause: root }));
    expect(copy).toMatchObject({
      name: 'TypeError',
      message: 'fetch failed',
      cause: { message: 'refused', code: 'ECONNREFUSED', port: 443 },
    });
    expect(copy.cause).not.toHaveProperty('socket');
  });

  it.each([['text'], [undefined], [null], [42], [{ odd: true }]])(
    'is made of anything that was thrown: %p',
    (thrown) => {
      expect(plainCause(thrown)).toBeInstanceOf(Error);
    },
  );

  it('does not follow a circle of causes for ever', () => {
    const circle = new Error('a');
    circle.cause = circle;
    expect(inspect(plainCause(circle))).toContain('a');
  });
});
