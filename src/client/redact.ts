import { createRedactor } from '../secrets/strike-out.ts';
import { ExaError } from './errors.ts';

/** Deeper than any answer of the API; a hostile one must not exhaust the stack, here or in whoever prints it. */
const MAX_DEPTH = 50;

/** A copy of plain data in which no string, nor name, holds the key. Errors in it are left alone. */
export function redact<T>(value: T, key = ''): T {
  if (key === '') return value;
  const text = redactorOf(key);
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

let last: { readonly key: string; readonly redactor: (text: string) => string } | undefined;

/** Of the key that was asked for last: nearly always there is but one. */
function redactorOf(key: string): (text: string) => string {
  if (last?.key !== key) last = { key, redactor: createRedactor([key]) };
  return last.redactor;
}

/** Fields of our own errors that hold one of a few words: no key, however short, is struck out of them. */
const WORDS = /^(code|phase|reason|shape)$/;

/** Takes the key out of an error and its causes, in place: a server may echo it, and a `fetch` may quote it. */
export function redactError<E extends Error>(error: E, key: string): E {
  const { message, stack, cause } = error;
  const isOurs = error instanceof ExaError;
  for (const [name, value] of Object.entries(error)) {
    if (isOurs && WORDS.test(name)) continue;
    if (!isOurs) delete error[name as keyof E];
    Object.assign(error, { [isOurs ? name : redact(name, key)]: redact(value, key) });
  }
  error.message = redact(message, key);
  if (stack) error.stack = redact(stack, key);
  // The reason of an abort, or what a getter threw, is the caller's own object: not ours to change.
  const isCallers = isOurs && (error.code === 'aborted' || error.code === 'invalid-argument');
  if (cause instanceof Error && !isCallers) redactError(cause, key);
  return error;
}
