import { describe, expect, it } from '@jest/globals';
import { duration, rate, wholeNumber } from './arguments.ts';
import { UsageError } from './usage-error.ts';

describe('a duration', () => {
  it.each([
    ['1500ms', 1500],
    ['30s', 30_000],
    ['5m', 300_000],
    ['1.5h', 5_400_000],
  ])('%s is %i ms', (text, ms) => {
    expect(duration('timeout', text)).toBe(ms);
  });

  it.each([
    '',
    '30',
    '-5s',
    '0s',
    '5 m',
    '5m30s',
    '1e3s',
    'Infinitys',
    '5min',
    '0.1ms',
    '9e99h',
    '99999999999999h',
  ])('is not %j', (text) => {
    expect(() => duration('timeout', text)).toThrow(UsageError);
  });
});

describe('a rate', () => {
  it.each([
    ['10', 10],
    ['0.5', 0.5],
    ['unlimited', 'unlimited'],
  ])('is read from %j', (text, value) => {
    expect(rate('requests-per-second', text)).toBe(value);
  });

  it.each(['', '0', '0.0', '-1', '1e3', 'Infinity', '9'.repeat(400), 'Unlimited', '10/s'])(
    'is not %j',
    (text) => {
      expect(() => rate('requests-per-second', text)).toThrow(
        '--requests-per-second must be a number above 0, or unlimited, not ',
      );
    },
  );
});

describe('a whole number', () => {
  it.each(['', '0', '101', '1.5', '-1', '1e1', '0x10', ' 5'])('from 1 to 100 is not %j', (text) => {
    expect(() => wholeNumber('concurrency', text, { least: 1, most: 100 })).toThrow(
      `--concurrency must be a whole number from 1 to 100, not ${JSON.stringify(text)}`,
    );
  });

  it('is read from its digits', () => {
    expect(wholeNumber('port', '08080', { least: 0, most: 65_535 })).toBe(8080);
  });
});
