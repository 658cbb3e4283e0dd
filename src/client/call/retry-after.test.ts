import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseRetryAfter } from './retry-after.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const dateIn = (ms: number): string => new Date(NOW + ms).toUTCString();
const parse = (headers: Record<string, string>): number | undefined =>
  parseRetryAfter(new Headers(headers), NOW);

describe('what a server asks to wait', () => {
  it.each([
    { headers: {}, want: undefined },
    { headers: { 'retry-after': '0' }, want: 0 },
    { headers: { 'retry-after': '2' }, want: 2000 },
    { headers: { 'retry-after': '007' }, want: 7000 },
    { headers: { 'retry-after': dateIn(5000) }, want: 5000 },
    { headers: { 'retry-after': dateIn(-5000) }, want: 0 },
    { headers: { 'retry-after': 'Monday, 23-Nov-26 12:00:09 GMT' }, want: 9000 },
    { headers: { 'retry-after': 'Mon Nov 23 12:00:09 2026' }, want: 9000 },
    { headers: { 'retry-after-ms': '1500', 'retry-after': '9' }, want: 1500 },
    { headers: { 'retry-after-ms': '12.5' }, want: 13 },
    { headers: { 'retry-after-ms': 'soon', 'retry-after': '9' }, want: 9000 },
    { headers: { 'retry-after-ms': '-1', 'retry-after': '9' }, want: 9000 },
    { headers: { 'retry-after': '9'.repeat(400) }, want: Number.MAX_SAFE_INTEGER },
    // Garbage asks for nothing.
    { headers: { 'retry-after': '' }, want: undefined },
    { headers: { 'retry-after': '-1' }, want: undefined },
    { headers: { 'retry-after': '1.5' }, want: 1500 },
    { headers: { 'retry-after': '1e3' }, want: undefined },
    { headers: { 'retry-after': '0x10' }, want: undefined },
    { headers: { 'retry-after': '5, 5' }, want: undefined },
    { headers: { 'retry-after': 'soon' }, want: undefined },
    { headers: { 'retry-after': 'Infinity' }, want: undefined },
  ])('$headers is $want ms', ({ headers, want }) => {
    expect(parse(headers as unknown as Record<string, string>)).toBe(want);
  });

  it('is not cut short by a clock that runs fast here', () => {
    // The server means ten seconds; by our clock its date is long past.
    expect(parse({ 'retry-after': dateIn(-290_000), date: dateIn(-300_000) })).toBe(10_000);
  });

  it('is not cut short by a server whose own clock runs fast', () => {
    expect(parse({ 'retry-after': dateIn(10_000), date: dateIn(300_000) })).toBe(10_000);
  });

  it('is never less than what was asked, whatever the form', () => {
    const seconds = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(seconds, fc.integer({ min: -1_000_000, max: 1_000_000 }), (asked, skew) => {
        const number = parse({ 'retry-after': `${asked}` });
        const date = parse({ 'retry-after': dateIn(skew + asked * 1000), date: dateIn(skew) });
        const precise = parse({ 'retry-after-ms': `${asked}.25` });
        return number === asked * 1000 && (date ?? -1) >= asked * 1000 && (precise ?? -1) >= asked;
      }),
    );
  });

  it('is nothing or a finite time from 0 up, for any header', () => {
    // Only what a header can hold: the platform refuses the rest.
    const value = fc.string({
      unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    });
    fc.assert(
      fc.property(value, value, value, (ms, after, date) => {
        const wait = parse({ 'retry-after-ms': ms, 'retry-after': after, date });
        return wait === undefined || (Number.isSafeInteger(wait) && wait >= 0);
      }),
    );
  });
});
