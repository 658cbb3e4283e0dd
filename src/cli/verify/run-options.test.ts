import { describe, expect, it } from '@jest/globals';
import { ageLimitOf, workersOf } from './run-options.ts';

describe('the options about how much there is', () => {
  it.each([
    ['90', { source: undefined, days: 90, severity: 'warning' }],
    ['0d', { source: undefined, days: 0, severity: 'warning' }],
    ['live=90d', { source: 'live', days: 90, severity: 'warning' }],
    ['simulator=7:error', { source: 'simulator', days: 7, severity: 'error' }],
  ])('--max-age %s', (text, limit) => {
    expect(ageLimitOf(text)).toEqual(limit);
  });

  it.each(['', 'live', 'live=', '-1', '1.5', '90:info', 'wire=90', '1 year'])(
    '--max-age %j is refused',
    (text) => {
      expect(() => ageLimitOf(text)).toThrow('--max-age must be as 90, live=90 or live=90:error');
    },
  );

  it.each(['0', '65', '-1', '1.5', 'two', ''])('--workers %j is refused', (text) => {
    expect(workersOf('64')).toBe(64);
    expect(() => workersOf(text)).toThrow('--workers must be a number from 1 to 64');
  });
});
