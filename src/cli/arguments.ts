import { type ParseArgsConfig, parseArgs } from 'node:util';
import { messageOf, UsageError } from './cli-errors.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<T extends Options> = ReturnType<
  typeof parseArgs<{ options: T; allowPositionals: true; strict: true }>
>;

/** `util.parseArgs`, with its complaints as usage errors of one line. */
export function readArguments<T extends Options>(args: readonly string[], options: T): Parsed<T> {
  const given = withNegatives(args, options);
  try {
    const parsed = parseArgs({ args: given, options, allowPositionals: true, strict: true });
    refuseTwice(given, options);
    return parsed;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const message = messageOf(error);
    const ambiguous = /^Option '(?:-\w, )?(--[\w-]+).*' argument is ambiguous/.exec(message)?.[1];
    if (ambiguous !== undefined)
      throw new UsageError(
        `${ambiguous} needs a value; one that starts with a dash is written ${ambiguous}=VALUE`,
      );
    const word = /^Unknown option '(.*?)'/s.exec(message)?.[1];
    if (word !== undefined) {
      const known = [...Object.keys(options), 'help'].map((name) => `--${name}`);
      throw new UsageError(`unknown option ${JSON.stringify(word)}`, { typo: { word, known } });
    }
    throw new UsageError(message.split('\n')[0] ?? message);
  }
}

/** Of an option that stands once the first value would be dropped in silence. @throws UsageError */
function refuseTwice(args: readonly string[], options: Options): void {
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, tokens: true });
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option' || options[token.name]?.multiple === true) continue;
    if (seen.has(token.name)) throw new UsageError(`--${token.name} is given twice: give it once`);
    seen.add(token.name);
  }
}

/** A negative number after an option is its value, which is then refused for what it is. */
function withNegatives(args: readonly string[], options: Options): string[] {
  const end = args.indexOf('--');
  const joined: string[] = [];
  for (const [index, argument] of args.entries()) {
    const before = joined.at(-1) ?? '';
    const takesValue = before.startsWith('--') && options[before.slice(2)]?.type === 'string';
    const isBeforeEnd = end === -1 || index < end;
    if (takesValue && isBeforeEnd && /^-\.?\d/.test(argument))
      joined[joined.length - 1] = `${before}=${argument}`;
    else joined.push(argument);
  }
  return joined;
}

/** More words than these are for the help to list. */
const MOST_LISTED = 8;

/** One of several words, or a usage error that names the one that was meant. */
export function oneOf<T extends string>(option: string, value: string, words: readonly T[]): T {
  const word = words.find((candidate) => candidate === value);
  if (word !== undefined) return word;
  const given = JSON.stringify(value);
  const message =
    words.length > MOST_LISTED
      ? `unknown --${option} ${given}`
      : `--${option} must be one of ${words.join(', ')}, not ${given}`;
  throw new UsageError(message, { typo: { word: value, known: words } });
}

/** A percentage from 0 to 100. */
export function percentage(option: string, value: string): number {
  const number = Number(value.replace(/%$/, ''));
  if (value.trim() === '' || !(number >= 0 && number <= 100)) {
    throw new UsageError(`--${option} must be a percentage from 0 to 100, not ${JSON.stringify(value)}`);
  }
  return number;
}

/** A whole number in digits, from `least` to `most`. */
export function wholeNumber(
  option: string,
  value: string,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(
    `--${option} must be a whole number from ${least} to ${most}, not ${JSON.stringify(value)}`,
  );
}

/** A number above 0 in digits, or the word for no limit at all. */
export function rate(option: string, value: string): number | 'unlimited' {
  if (value === 'unlimited') return value;
  const number = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
  if (number > 0 && Number.isFinite(number)) return number;
  throw new UsageError(`--${option} must be a number above 0, or unlimited, not ${JSON.stringify(value)}`);
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** A duration such as `1500ms`, `30s`, `5m` or `1.5h`, in milliseconds. The unit is never guessed. */
export function duration(option: string, value: string): number {
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(value) ?? [];
  const ms = Math.round(Number(digits) * (UNITS[unit] ?? Number.NaN));
  if (ms > 0 && Number.isSafeInteger(ms)) return ms;
  throw new UsageError(
    `--${option} must be a time such as 1500ms, 30s, 5m or 1h, not ${JSON.stringify(value)}`,
  );
}

/** What people call the option that there is not, with the key behind `=`, glued to it, or as the next argument. */
const KEY_OPTION = /^(?:--?(?:(?:exa|x)[-_])*(?:api[-_]?)?(?:key|token|secret|bearer)(?:=|$)|-k)/i;

/** Every process of the machine can read the arguments of the others, and shells keep them. */
export function refuseKeyArguments(args: readonly string[]): void {
  if (!beforeTerminator(args).some((argument) => KEY_OPTION.test(argument))) return;
  throw new UsageError(
    'a key is not taken as an argument, where other processes and the history of the shell have it. Set EXA_API_KEY, or pass --api-key-file FILE; if the key was a real one, replace it',
  );
}

/** The arguments in which options can be. */
export function beforeTerminator(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  return end === -1 ? args : args.slice(0, end);
}
