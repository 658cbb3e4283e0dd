import { type ParseArgsConfig, parseArgs } from 'node:util';
import { messageOf } from './message-of.ts';
import { UsageError } from './usage-error.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<T extends Options> = ReturnType<
  typeof parseArgs<{ options: T; allowPositionals: true; strict: true }>
>;

/** `util.parseArgs`, with its complaints as usage errors of one line. */
export function readArguments<T extends Options>(args: readonly string[], options: T): Parsed<T> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = messageOf(error);
    throw new UsageError(
      (message.split('\n')[0] ?? message).replace(/\. To specify a positional argument.*$/s, '.'),
    );
  }
}

/** One of several words, or a usage error that lists them. */
export function oneOf<T extends string>(option: string, value: string, words: readonly T[]): T {
  const word = words.find((candidate) => candidate === value);
  if (word === undefined)
    throw new UsageError(`--${option} must be one of ${words.join(', ')}, not ${JSON.stringify(value)}`);
  return word;
}

/** A percentage from 0 to 100. */
export function percentage(option: string, value: string): number {
  const number = Number(value.replace(/%$/, ''));
  if (value.trim() === '' || !(number >= 0 && number <= 100)) {
    throw new UsageError(`--${option} must be a percentage from 0 to 100, not ${JSON.stringify(value)}`);
  }
  return number;
}
