import type { ExaError } from './errors/exa-error.ts';

/** Deeper than any answer of the API; a hostile one must not exhaust the stack, here or in whoever prints it. */
const MAX_DEPTH = 50;

/** A copy of plain data in which no string, nor name, holds the key. Errors in it are left alone. */
export function redact<T>(value: T, key = ''): T {
  if (key === '') return value;
  // As it is, and as it would be written in JSON and in a URL.
  const spellings = [key, JSON.stringify(key).slice(1, -1), encodeURIComponent(key)];
  const text = (part: string): string =>
    spellings.reduce((result, spelling) => result.replaceAll(spelling, '[redacted]'), part);
  const copy = (part: unknown, depth: number): unknown => {
    if (typeof part === 'string') return text(part);
    if (typeof part !== 'object' || part === null || part instanceof Error) return part;
    if (depth > MAX_DEPTH) return '[nested too deeply]';
    if (Array.isArray(part)) return part.map((item) => copy(item, depth + 1));
    return Object.fromEntries(
      Object.entries(part).map(([name, item]) => [text(name), copy(item, depth + 1)]),
    );
  };
  return copy(value, 0) as T;
}

/** Takes the key out of an error and its causes, in place: a server may echo it, and a `fetch` may quote it. */
export function redactError<E extends Error>(error: E, key: string): E {
  const { message, stack, cause } = error;
  Object.assign(error, redact({ ...error }, key));
  error.message = redact(message, key);
  if (stack) error.stack = redact(stack, key);
  // The reason of an abort, or what a getter threw, is the caller's own object: not ours to change.
  const isOurs = !/^(aborted|invalid-argument)$/.test((error as unknown as ExaError).code);
  if (cause instanceof Error && isOurs) redactError(cause, key);
  return error;
}
