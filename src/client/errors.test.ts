import { readFile } from 'node:fs/promises';
import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import * as errors from './errors.ts';
import { AbortedError, ExaError, isExaError, TimeoutError } from './errors.ts';
import * as statusErrors from './status-errors.ts';
import { isStatusError } from './status-errors.ts';

const modules = { ...errors, ...statusErrors };

/** Every error class, with what its constructor needs, and its guard. */
const CLASSES = Object.entries(modules)
  .filter(([name]) => /^[A-Z]\w*Error$/.test(name))
  .map(([name, ErrorClass]) => ({
    name,
    ErrorClass: ErrorClass as unknown as new (message: string, details?: object) => ExaError,
    guard: (modules as unknown as Record<string, (error: unknown) => boolean>)[`is${name}`] as (
      error: unknown,
    ) => boolean,
  }));

/** The same class from another copy of the package: nothing in common with ours but the registered symbol. */
function fromAnotherCopy(error: ExaError): Error {
  const symbol = Symbol.for('exa-enrichments.error');
  const family = (error as unknown as Record<symbol, unknown>)[symbol];
  return Object.defineProperty(Object.assign(new Error(error.message), { name: error.name }), symbol, {
    value: family,
  });
}

describe('every error class', () => {
  it('is there', () => {
    expect(CLASSES).toHaveLength(21);
  });

  it.each(CLASSES)('$name tells its name, in the stack too, and its code', ({ name, ErrorClass }) => {
    const error = new ErrorClass('it broke');
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(ExaError);
    expect(error.name).toBe(name);
    expect(error.stack).toMatch(new RegExp(`^${name}: it broke\n`));
    expect(inspect(error)).toMatch(new RegExp(`^${name}: it broke\n`));
    expect(error.code).toBe(
      name
        .replace(/Error$/, '')
        .replace(/\B[A-Z]/g, '-$&')
        .toLowerCase(),
    );
    expect(error.attempts).toBe(0);
    expect(error.mayHaveSucceeded).toBe(false);
  });

  it.each(CLASSES)(
    '$name is known by its guard, whichever copy of the package made it',
    ({ ErrorClass, guard }) => {
      const error = new ErrorClass('it broke');
      expect(guard(error)).toBe(true);
      expect(guard(fromAnotherCopy(error))).toBe(true);
      expect(isExaError(fromAnotherCopy(error))).toBe(true);
      expect(isStatusError(fromAnotherCopy(error))).toBe(isStatusError(error));
    },
  );

  it.each(CLASSES)('$name is not taken for another', ({ name, guard }) => {
    for (const other of CLASSES) {
      const error = new other.ErrorClass('it broke');
      const isBase = name === 'ExaError' || (name === 'StatusError' && isStatusError(error));
      expect([other.name, guard(error)]).toEqual([other.name, isBase || other.name === name]);
    }
  });

  it.each(CLASSES)('$name is not seen in anything else', ({ name, guard }) => {
    const lookalike = Object.assign(new Error('x'), { name });
    for (const value of [undefined, null, 0, '', name, {}, { name }, lookalike, Symbol('x')]) {
      expect(guard(value)).toBe(false);
    }
  });
});

describe('an error as JSON', () => {
  it('has every field and a summary of the cause, but no stack', () => {
    const error = new TimeoutError('it took too long', {
      phase: 'body',
      timeoutMs: 30_000,
      attempts: 3,
      requestId: undefined,
      cause: new Error('why'),
    });
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'TimeoutError',
      message: 'it took too long',
      code: 'timeout',
      attempts: 3,
      mayHaveSucceeded: false,
      phase: 'body',
      timeoutMs: 30_000,
      cause: 'Error: why',
    });
    expect('requestId' in error).toBe(false);
  });

  it.each([
    ['gone', 'gone'],
    [Symbol('s'), 'Symbol(s)'],
    [Object.create(null), 'object'],
    [null, 'null'],
  ])('copes with any reason of an abort: %p', (cause, want) => {
    expect(new AbortedError('x', { cause }).toJSON()['cause']).toBe(want);
  });
});

describe('the functions that tell one error from another', () => {
  it.each(['errors.ts', 'status-errors.ts'])('of %s have an example each', async (file) => {
    const source = await readFile(new URL(file, import.meta.url), 'utf8');
    const documented = [
      ...source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport function (is[A-Z]\w+Error)\(/g),
    ];
    expect(documented).toHaveLength(source.match(/export function is[A-Z]\w+Error\(/g)?.length ?? 0);
    for (const [, text = '', name = ''] of documented)
      expect(text.slice(text.indexOf('@example'))).toContain(`${name}(error`);
  });
});
