import { describe, expect, it } from '@jest/globals';
import { isDateTime } from './date-time.ts';

describe('a date-time', () => {
  it.each([
    '2025-11-23T00:39:20.696Z',
    '2025-11-23t00:39:20z',
    '2025-11-23T00:39:20+05:30',
    '2025-11-23T00:39:20.123456789-08:00',
    '2024-02-29T00:00:00Z',
    '2000-02-29T00:00:00Z',
    '1998-12-31T23:59:60Z',
    '1998-12-31T15:59:60.123-08:00',
    '1999-01-01T00:59:60+01:00',
    '0000-01-01T00:00:00Z',
  ])('may be %s', (text) => {
    expect(isDateTime(text)).toBe(true);
  });

  it.each([
    ['a space', '2025-01-01 00:00:00Z'],
    ['a tab', '2025-01-01\t00:00:00Z'],
    ['an offset without colon', '2025-01-01T00:00:00+0530'],
    ['an offset of hours alone', '2025-01-01T00:00:00+05'],
    ['no offset', '2025-01-01T00:00:00'],
    ['30 February', '2025-02-30T00:00:00Z'],
    ['29 February of a common year', '2025-02-29T00:00:00Z'],
    ['29 February 1900', '1900-02-29T00:00:00Z'],
    ['31 April', '2025-04-31T00:00:00Z'],
    ['day 0', '2025-01-00T00:00:00Z'],
    ['month 0', '2025-00-01T00:00:00Z'],
    ['month 13', '2025-13-01T00:00:00Z'],
    ['24:00', '2025-01-01T24:00:00Z'],
    ['minute 60', '2025-01-01T00:60:00Z'],
    ['second 61', '1998-12-31T23:59:61Z'],
    ['a leap second at noon', '1998-12-31T12:00:60Z'],
    ['a leap second that is none in UTC', '1998-12-31T23:59:60+01:00'],
    ['an offset of 24 hours', '2025-01-01T00:00:00+24:00'],
    ['an offset of 60 minutes', '2025-01-01T00:00:00+00:60'],
    ['a comma', '2025-01-01T00:00:00,5Z'],
    ['an empty fraction', '2025-01-01T00:00:00.Z'],
    ['a trailing newline', '2025-01-01T00:00:00Z\n'],
    ['a five-digit year', '12025-01-01T00:00:00Z'],
    ['digits of another script', '２０２５-01-01T00:00:00Z'],
    ['a date', '2025-01-01'],
    ['nothing', ''],
  ])('is not %s', (_, text) => {
    expect(isDateTime(text)).toBe(false);
  });
});
