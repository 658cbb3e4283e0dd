import type { ConfigurationError } from './errors/configuration-error.ts';
import type { InvalidArgumentError } from './errors/invalid-argument-error.ts';

type ErrorClass = typeof ConfigurationError | typeof InvalidArgumentError;
/** What a value has to be, in words, and the test of it. */
type Rule = readonly [words: string, test: (value: unknown) => boolean];

const milliseconds: Rule = [
  'a number of milliseconds above 0',
  (value) => typeof value === 'number' && value > 0,
];
const callback: Rule = ['a function', (value) => typeof value === 'function'];
const object: Rule = ['an object', (value) => typeof value === 'object' && value !== null];
const text: Rule = ['a string', (value) => typeof value === 'string'];
const choice = (...values: unknown[]): Rule => [values.join(' or '), (value) => values.includes(value)];
const count = (least: number): Rule => [
  `a whole number, at least ${least}`,
  (value) => Number.isInteger(value) && (value as number) >= least,
];

const SIGNAL: Readonly<Record<string, Rule>> = {
  signal: [
    'an AbortSignal',
    (value) => typeof (value as AbortSignal | null)?.addEventListener === 'function',
  ],
};

const LIMITS: Readonly<Record<string, Rule>> = {
  timeout: milliseconds,
  totalTimeout: milliseconds,
  maxRetries: count(0),
  maxResponseBytes: count(1),
  validation: choice('error', 'warn', 'off'),
};

/** Which options each function takes. */
export const RULES = {
  client: {
    ...LIMITS,
    apiKey: ['a string or a function', (value) => typeof value === 'string' || callback[1](value)],
    auth: choice('x-api-key', 'bearer'),
    baseUrl: text,
    fetch: callback,
    headers: object,
    userAgent: text,
    logger: object,
    hooks: object,
  },
  call: { ...LIMITS, ...SIGNAL },
  wait: { ...SIGNAL, pollInterval: milliseconds, timeout: milliseconds, onPoll: callback },
  many: { ...SIGNAL, concurrency: count(1), wait: object, onProgress: callback },
} satisfies Readonly<Record<string, Readonly<Record<string, Rule>>>>;

/**
 * Refuses options that are unknown or of the wrong kind. Unknown ones too: a misspelt `signal` would leave a call
 * that can't be stopped, and a `baseUrl` that is not looked at would send a cancel to the wrong server.
 */
export function checkOptions(
  options: unknown,
  rules: Readonly<Record<string, Rule>>,
  ErrorClass: ErrorClass,
): void {
  if (options === undefined) return;
  if (!object[1](options)) throw new ErrorClass('The options must be an object.');
  for (const [name, value] of Object.entries(options as object)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule)
      throw new ErrorClass(
        `There is no option \`${name}\` here; there are ${Object.keys(rules).join(', ')}.`,
      );
    if (value !== undefined && !rule[1](value)) throw new ErrorClass(`\`${name}\` must be ${rule[0]}.`);
  }
}
