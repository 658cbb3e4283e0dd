import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ConfigurationError,
  ConnectionError,
  InvalidArgumentError,
  RedirectError,
  ResponseParseError,
  ResponseTooLargeError,
  ResponseValidationError,
} from '../errors.ts';
import { createStatusError } from '../http/status-error.ts';
import type { StatusError } from '../status-errors.ts';
import { delayAfter, isPassing, isWorthWaiting } from './retry-policy.ts';
import { abortedError, timeoutError } from './time-limits.ts';

const status = (code: number, headers: Record<string, string> = {}): StatusError =>
  createStatusError({ status: code, headers: new Headers(headers), body: new Uint8Array() }, 0, '');

describe('another attempt', () => {
  it.each([
    status(408),
    status(429),
    status(500),
    status(502),
    status(503),
    status(504),
    ...[520, 521, 522, 523, 524, 525, 526, 527, 529, 530].map((code) => status(code)),
    new ConnectionError('x'),
    timeoutError('headers', 1),
    timeoutError('body', 1),
  ])('is made after %s', (error) => {
    expect(isPassing(error)).toBe(true);
  });

  it.each([
    ...[400, 401, 402, 403, 404, 405, 409, 410, 418, 422, 425, 451, 501, 505, 528, 531, 599].map((code) =>
      status(code),
    ),
    new ConnectionError('x', { passing: false }),
    timeoutError('total', 1),
    timeoutError('key', 1),
    abortedError(undefined),
    new InvalidArgumentError('x'),
    new ConfigurationError('x'),
    new RedirectError('x', { status: 302 }),
    new ResponseParseError('x', { status: 200, reason: 'html', body: '' }),
    new ResponseValidationError('x', { status: 200, issues: [], body: null }),
    new ResponseTooLargeError('x', { status: 503, maxBytes: 1 }),
  ])('is not made after %s', (error) => {
    expect(isPassing(error)).toBe(false);
  });
});

describe('the wait before another attempt', () => {
  it.each([
    { retries: 0, random: 0, want: 500 },
    { retries: 1, random: 0, want: 1000 },
    { retries: 2, random: 0, want: 2000 },
    { retries: 4, random: 0, want: 8000 },
    { retries: 5, random: 0, want: 8000 },
    { retries: 2000, random: 0, want: 8000 },
    { retries: 0, random: 0.5, want: 437.5 },
    { retries: 3, random: 1 - Number.EPSILON, want: 3000 },
  ])('is $want ms after $retries retries with the dice at $random', ({ retries, random, want }) => {
    expect(delayAfter(status(500), retries, random)).toBeCloseTo(want, 6);
  });

  it('is what the server asked for, without any jitter', () => {
    expect(delayAfter(status(429, { 'retry-after': '7' }), 0, 0.9)).toBe(7000);
    expect(delayAfter(status(503, { 'retry-after': '0' }), 3, 0.9)).toBe(0);
  });

  it('is never less than asked, and else within a quarter below the backoff, for any header', () => {
    const anything = fc.string({
      unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    });
    const header = fc.oneof(fc.nat(1e6).map(String), anything);
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(header, fc.nat(50), random, (value, retries, dice) => {
        const error = status(429, { 'retry-after': value });
        const delay = delayAfter(error, retries, dice);
        const asked = error.retryAfterMs;
        if (asked !== undefined) return delay === asked;
        const backoff = Math.min(500 * 2 ** retries, 8000);
        return delay <= backoff && delay >= backoff * 0.75;
      }),
    );
  });

  it.each([
    { delay: 60_000, remaining: 60_001, want: true },
    { delay: 60_001, remaining: 1e9, want: false },
    { delay: 500, remaining: 500, want: false },
    { delay: 0, remaining: 1, want: true },
    { delay: 0, remaining: 0, want: false },
  ])('of $delay ms with $remaining ms left is waited for: $want', ({ delay, remaining, want }) => {
    expect(isWorthWaiting(delay, remaining)).toBe(want);
  });
});
