import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseHttpDate } from './retry-after.ts';

const NOW = Date.UTC(2026, 10, 23);
const at = (year: number, month: number, day: number, ...time: number[]): number =>
  Date.UTC(year, month - 1, day, ...time);

describe('an HTTP date', () => {
  it.each([
    ['Sun, 06 Nov 1994 08:49:37 GMT', at(1994, 11, 6, 8, 49, 37)],
    ['Sunday, 06-Nov-94 08:49:37 GMT', at(1994, 11, 6, 8, 49, 37)],
    ['Sun Nov  6 08:49:37 1994', at(1994, 11, 6, 8, 49, 37)],
    ['Wednesday, 25-Nov-26 00:00:00 GMT', at(2026, 11, 25)],
    ['Thu Nov 26 23:59:59 2026', at(2026, 11, 26, 23, 59, 59)],
    ['Thu, 29 Feb 2024 00:00:00 GMT', at(2024, 2, 29)],
    ['Sat, 31 Dec 2016 23:59:60 GMT', at(2017, 1, 1)],
    // Two digits: a year not more than 50 ahead, else of the past century.
    ['Tuesday, 24-Nov-76 00:00:00 GMT', at(2076, 11, 24)],
    ['Thursday, 24-Nov-77 00:00:00 GMT', at(1977, 11, 24)],
  ])('%s is understood', (text, want) => {
    expect(parseHttpDate(text, NOW)).toBe(want);
  });

  it.each([
    '',
    'soon',
    '120',
    '2026-11-23T00:00:00Z',
    'Sun, 6 Nov 1994 08:49:37 GMT',
    'Mon, 06 Nov 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 08:49:37 UTC',
    'Sun, 06 Nov 1994 08:49:37 +0000',
    'Sun, 06 Nov 1994 08:49:37',
    'sun, 06 nov 1994 08:49:37 GMT',
    'Sun, 06 Nov 94 08:49:37 GMT',
    'Sun, 06 Nov 1994 24:00:00 GMT',
    'Sun, 06 Nov 1994 08:49:61 GMT',
    'Sun, 06 Nov 1994 8:49:37 GMT',
    'Fri, 30 Feb 2024 00:00:00 GMT',
    'Thu, 29 Feb 2023 00:00:00 GMT',
    ' Sun, 06 Nov 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT',
    'Sun, 06-Nov-94 08:49:37 GMT',
    'Wedday, 25-Nov-26 00:00:00 GMT',
    'Sun Nov 6 08:49:37 1994',
    'Sun Nov  6 08:49:37 1994 GMT',
    'Invalid Date',
    'Nov 2026',
  ])('%j is not one', (text) => {
    expect(parseHttpDate(text, NOW)).toBeUndefined();
  });

  it('is understood in each form, to the second, for any time of four centuries', () => {
    const seconds = fc.integer({ min: at(1800, 1, 1) / 1000, max: at(2199, 12, 31) / 1000 });
    fc.assert(
      fc.property(seconds, (second) => {
        const date = new Date(second * 1000);
        const fixdate = date.toUTCString();
        const [, weekday, day, month, year, time] =
          /^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/.exec(fixdate) ?? [];
        const asctime = `${weekday} ${month} ${day?.replace(/^0/, ' ')} ${time} ${year}`;
        return parseHttpDate(fixdate, NOW) === second * 1000 && parseHttpDate(asctime, NOW) === second * 1000;
      }),
    );
  });
});
