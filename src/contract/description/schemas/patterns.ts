import { createContext, runInContext } from 'node:vm';
import { linearPattern, readQuantifier, tokensOf } from './linear-pattern.ts';

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

/** No text is so short: of thirty that may each be left out there are a hundred million ways to match fifteen letters. */
const NONE = 0;
/** Steps that take a moment; where quantifiers stand side by side they are a power of the length of a text. */
const FEW_STEPS = 1e6;
const MOST_MS = 1_000;

/** How long a text may be that the engine of the language is given: it tries every way to match before it gives up. */
function mostCharacters(expression: RegExp): number {
  const tokens = tokensOf(expression);
  /** For each group that is open, whether what it matches may vary. */
  const open = [false];
  let varying = tokens[0] === '^' ? 0 : 1;
  let closed = false;
  for (const token of tokens) {
    const quantifier = readQuantifier(token);
    const inner = closed;
    closed = false;
    if (token.startsWith('(')) open.push(false);
    else if (token === ')') closed = open.pop() ?? false;
    // Of the whole pattern: the others need not be anchored.
    else if (token === '|' && open.length === 1) varying += 1;
    else if (quantifier !== undefined) {
      if (inner && quantifier.most > 1) return NONE;
      if (quantifier.least !== quantifier.most) varying += 1;
    }
    const varies = closed || token === '|' || (quantifier && quantifier.least !== quantifier.most);
    if (varies && open.length > 0) open[open.length - 1] = true;
  }
  return varying <= 1 ? Number.POSITIVE_INFINITY : Math.floor(FEW_STEPS ** (1 / varying));
}

function bounded(source: string): Pattern {
  const expression = expressionOf(source);
  if (expression === undefined) return { test: () => true, toString: () => source };
  const most = mostCharacters(expression);
  if (most === Number.POSITIVE_INFINITY) return expression;
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

/** What there is to tell of a pattern that is judged: some texts may take too long. */
export function patternLimit(source: string): string | undefined {
  const expression = expressionOf(source);
  if (
    expression === undefined ||
    mostCharacters(expression) > NONE ||
    linearPattern(expression) !== undefined
  )
    return undefined;
  return `texts that the pattern ${source} takes longer than a second for are not judged by it`;
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
