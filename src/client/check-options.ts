import type { ConfigurationError } from './errors/configuration-error.ts';
import type { InvalidArgumentError } from './errors/invalid-argument-error.ts';

/** The least that a number may be, the strings to choose from, or what `typeof` says. */
type Kind = number | readonly string[] | 'function' | 'string' | 'object' | 'boolean or object' | 'any';

const KINDS: Readonly<Record<string, Kind>> = {
  apiKey: 'any',
  auth: ['x-api-key', 'bearer'],
  baseUrl: 'string',
  concurrency: 1,
  fetch: 'function',
  headers: 'object',
  hooks: 'object',
  logger: 'object',
  maxResponseBytes: 1,
  maxRetries: 0,
  onPoll: 'function',
  onProgress: 'function',
  pollInterval: 1,
  signal: 'object',
  timeout: 1,
  totalTimeout: 1,
  userAgent: 'string',
  validation: ['error', 'warn', 'off'],
  wait: 'boolean or object',
};

const LIMITS = 'timeout totalTimeout maxRetries maxResponseBytes validation ';

/** The options that each function takes. */
export const CLIENT_OPTIONS: string = `${LIMITS}apiKey auth baseUrl fetch headers userAgent logger hooks`;
export const CALL_OPTIONS: string = `${LIMITS}signal`;
export const WAIT_OPTIONS = 'pollInterval timeout signal onPoll';
export const MANY_OPTIONS = 'concurrency signal wait onProgress';

/**
 * Refuses options that are not known, or not of their kind. Not known, too: with a misspelt `signal` a call could not
 * be stopped, and with a `baseUrl` that nobody looks at a cancel would go to the wrong server.
 */
export function checkOptions(
  options: unknown,
  names: string,
  ErrorClass: typeof ConfigurationError | typeof InvalidArgumentError,
): void {
  if (options !== undefined && options !== Object(options))
    throw new ErrorClass('the options must be an object.');
  for (const name in options as Record<string, unknown> | undefined) {
    const value = (options as Record<string, unknown>)[name];
    if (!names.split(' ').includes(name))
      throw new ErrorClass(`there is no option \`${name}\` here, only ${names}.`);
    const kind = KINDS[name] as Kind;
    if (value !== undefined && !fits(kind, name, value))
      throw new ErrorClass(`\`${name}\` must be ${inWords(kind)}.`);
  }
}

function fits(kind: Kind, name: string, value: unknown): boolean {
  if (typeof kind === 'number') return typeof value === 'number' && value >= kind;
  if (typeof kind === 'object') return kind.includes(value as string);
  // An AbortController, say, is none: its signal is. `instanceof` would refuse one of another realm.
  if (name === 'signal') {
    const { aborted, addEventListener, removeEventListener } = Object(value) as AbortSignal;
    return (
      `${typeof aborted} ${typeof addEventListener} ${typeof removeEventListener}` ===
      'boolean function function'
    );
  }
  return kind === 'any' || (value !== null && kind.includes(typeof value));
}

function inWords(kind: Kind): string {
  if (typeof kind === 'number') return `a number from ${kind} up`;
  return typeof kind === 'object' ? kind.join(' or ') : `of type ${kind}`;
}
