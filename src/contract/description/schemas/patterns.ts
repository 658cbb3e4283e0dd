import { createContext, runInContext } from 'node:vm';
import { linearPattern } from './linear-pattern.ts';

/** A pattern of the description, made ready: what is slow for some texts is bounded. */
export interface Pattern {
  test(text: string): boolean;
  toString(): string;
}

export interface PatternFault {
  readonly kind: 'wrong' | 'unsupported';
  readonly what: string;
}

/** Letters that other dialects escape, and ECMAScript does not (without the flag `u` they would mean themselves); their flags within. */
const FOREIGN = /(?<!\\)(?:\\\\)*(?:\\[AzZhHGQEKRX]|\(\?[a-zA-Z]+[):])/;

/** Why a pattern is not judged; undefined where it is. */
export function patternFault(pattern: string): PatternFault | undefined {
  if (expressionOf(pattern) !== undefined) return undefined;
  const what = `the pattern ${pattern} is not checked: it is no ECMAScript one`;
  return { kind: FOREIGN.test(pattern) ? 'unsupported' : 'wrong', what };
}

const known = new Map<string, Pattern>();

/** The pattern as both ajv and the walk run it. One that `patternFault` tells of fits everything. */
export function patternOf(source: string): Pattern {
  const before = known.get(source);
  if (before !== undefined) return before;
  const pattern = bounded(source);
  known.set(source, pattern);
  return pattern;
}

/**
 * As written with the flag `u`, as JSON Schema means it. Without it only where `u` refuses no more than a needless escape of
 * punctuation (`\-`), or a range such as `[\w-.]`.
 */
function expressionOf(pattern: string): RegExp | undefined {
  const strict = parsed(pattern, 'u');
  if (strict !== undefined || FOREIGN.test(pattern)) return strict;
  return parsed(withoutNeedless(pattern), 'u') === undefined ? undefined : parsed(pattern, '');
}

function parsed(pattern: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
}

/** The pattern without what only `u` refuses: if it is refused all the same, something else is wrong with it. */
function withoutNeedless(pattern: string): string {
  return pattern
    .replace(/\\([-_ "'#%&,:;<=>@`~!])/g, (_, punctuation: string) =>
      punctuation === '-' ? '\\x2d' : punctuation,
    )
    .replace(/(\\[wWdDsS])-(?!\])/g, '$1\\x2d')
    .replace(/-(\\[wWdDsS])/g, '\\x2d$1');
}

/** A quantifier without a limit inside a group that has one. */
const NESTED =
  /\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*(?:[*+]|\{\d+,\}|\|)(?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)(?:[*+]|\{\d+,\d*\})/;
const UNLIMITED = /(?<!\\)(?:[*+]|\{\d+,\})/g;
/** In texts so short no pattern takes long. */
const SHORT = 16;
/** Several quantifiers without a limit, side by side, take time that grows with a power of the length. */
const LONG = 500;
const MOST_MS = 1_000;

function bounded(source: string): Pattern {
  const expression = expressionOf(source);
  if (expression === undefined) return { test: () => true, toString: () => source };
  const isNested = NESTED.test(source);
  const isSlow = isNested || (source.match(UNLIMITED)?.length ?? 0) > 1;
  if (!isSlow) return expression;
  const most = isNested ? SHORT : LONG;
  let linear: ReturnType<typeof linearPattern>;
  return {
    test: (text) => {
      if (text.length <= most) return expression.test(text);
      linear ??= linearPattern(expression);
      return linear === undefined ? testInTime(expression, text) : linear(text);
    },
    toString: () => String(expression),
  };
}

let context: ReturnType<typeof createContext> | undefined;

/** Back-references and look-around have no engine that is linear: what takes too long is let pass. */
function testInTime(expression: RegExp, text: string): boolean {
  context ??= createContext(Object.create(null));
  Object.assign(context, { source: expression.source, flags: expression.flags, text });
  try {
    return runInContext('new RegExp(source, flags).test(text)', context, { timeout: MOST_MS }) === true;
  } catch {
    return true;
  }
}
