import { describe, expect, it } from '@jest/globals';
import { duration, rate, readArguments, wholeNumber } from './arguments.ts';
import { UsageError } from './cli-errors.ts';
import { run } from './terminal.test-support.ts';

const OPTIONS = {
  file: { type: 'string' },
  all: { type: 'boolean' },
  host: { type: 'string', multiple: true },
} as const;

describe('an option that stands once', () => {
  it.each([
    [['--file', 'a', '--file', 'b'], '--file'],
    [['--file=a', '--file=a'], '--file'],
    [['--all', 'x', '--all'], '--all'],
    [['--host', 'a', '--file', '-1', '--host', 'b', '--file', '-2'], '--file'],
  ])('is not taken twice: %j', (args, name) => {
    expect(() => readArguments(args, OPTIONS)).toThrow(
      new UsageError(`${name} is given twice: give it once`),
    );
  });

  it('may stand once more after all options have ended, for then it is none', () => {
    const { values, positionals } = readArguments(
      ['--file', 'a', '--host', 'a', '--host', 'b', '--', '--file'],
      OPTIONS,
    );
    expect({ ...values, positionals }).toEqual({ file: 'a', host: ['a', 'b'], positionals: ['--file'] });
  });
});

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

const SECRET = '5ecret-0f-a-person';

describe('a key given as an argument', () => {
  it.each([
    [['cancel', 'w', 'e', '--api-key', SECRET]],
    [['cancel', 'w', 'e', `--api-key=${SECRET}`]],
    [['get', 'w', 'e', '--key', SECRET]],
    [['get', 'w', 'e', `-k${SECRET}`]],
    [['get', 'w', 'e', `--x-api-key=${SECRET}`]],
    [['get', 'w', 'e', `--EXA_API_KEY=${SECRET}`]],
    [[`--api-key=${SECRET}`, 'cancel', 'w', 'e']],
    [['verify', '.', '--token', SECRET]],
  ])('is refused without being repeated: %j', async (args) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('a key is not taken as an argument');
    expect(err).toContain('--api-key-file FILE');
    expect(err).not.toContain(SECRET);
  });

  it.each([
    [['get', 'w', '--api-key-file', '/no/such/file', 'e']],
    [['get', '--api-key-file', '/no/such/file', '--', '--key', 'e']],
  ])('is not what %j is', async (args) => {
    const { err } = await run(args);
    expect(err).toContain('/no/such/file: does not exist');
  });
});
