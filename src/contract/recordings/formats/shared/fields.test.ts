import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instant } from './fields.ts';

describe('instant', () => {
  it.each([
    '2026-01-02T03:04:05.678Z',
    '2026-01-02T23:59:59.999Z',
    '2026-01-02T24:00:00.000Z',
    '2026-01-02T24:00:00.001Z',
    '2026-01-02T03:60:05.678Z',
    '2026-01-02T03:04:60.678Z',
    '2026-01-02T03:04:05.6x8Z',
    '2026-02-30T03:04:05.678Z',
    '2026-13-02T03:04:05.678Z',
    '0050-01-02T03:04:05.678Z',
    '2026-01-02 03:04:05.678Z',
    '2026-01-02T03:04:05Z',
    '2026-01-02T03:04:05.678+02:00',
    'Sun, 23 Nov 2025 00:39:17 GMT',
    'yesterday',
    '',
  ])('reads %j as Date.parse does', (text) => {
    const time = Date.parse(text);
    expect(instant(text)).toBe(Number.isNaN(time) ? undefined : time);
  });

  it('reads every instant, in any order', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (date) => {
        expect(instant(date.toISOString())).toBe(date.getTime());
      }),
    );
  });

  it.each([[undefined], [null], [5]])('does not read %j', (value) => {
    expect(instant(value)).toBeUndefined();
  });
});
