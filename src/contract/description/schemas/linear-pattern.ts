/** Matches one character of a text. */
type Accepts = (character: string) => boolean;

type Step =
  | { readonly kind: 'character'; readonly accepts: Accepts; next: number }
  | { readonly kind: 'start' | 'end' | 'pass'; next: number }
  | { readonly kind: 'either'; next: number; other: number };

/** Counted repetitions are written out; a pattern that is larger then is not worth it. */
const MOST_STEPS = 20_000;

/**
 * Runs a pattern in time that grows with pattern times text, by going all its ways at once (Thompson's construction): for
 * patterns without look-around, back-references and word boundaries. Undefined for others. Captures nothing: it only tells
 * whether the pattern is somewhere in a text.
 */
export function linearPattern(expression: RegExp): ((text: string) => boolean) | undefined {
  const { source, flags } = expression;
  const isUnicode = flags.includes('u');
  const tokens = tokensOf(expression);
  if (tokens.join('') !== source) return undefined;
  const steps: Step[] = [];
  try {
    const end = compile(tokens, steps, flags);
    return (text) => run(steps, end, isUnicode ? [...text] : text.split(''));
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

class Unsupported extends Error {}

const CLASS = String.raw`\[(?:[^\]\\]|\\.)*\]`;
const ESCAPE = String.raw`\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|u\{[\da-fA-F]+\}|c[A-Za-z]|[pP]\{[^}]*\}|k<[^>]*>|.)`;
const TOKEN = String.raw`${CLASS}|${ESCAPE}|\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?|\)|\||\^|\$|(?:[*+?]|\{\d+(?:,\d*)?\})\??|[^]`;
const TOKENS = new RegExp(TOKEN, 'g');
const TOKENS_UNICODE = new RegExp(TOKEN, 'gu');

/** A class, an escape, an opening or closing of a group, a quantifier, or a character. */
export function tokensOf({ source, flags }: RegExp): readonly string[] {
  return source.match(flags.includes('u') ? TOKENS_UNICODE : TOKENS) ?? [];
}

export function readQuantifier(token: string): { readonly least: number; readonly most: number } | undefined {
  const quantifier = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??$/.exec(token);
  if (quantifier === null) return undefined;
  const [, sign, least = '', comma, most = ''] = quantifier;
  if (sign !== undefined)
    return { least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Number.POSITIVE_INFINITY };
  const limit = comma === '' ? Number(least) : most === '' ? Number.POSITIVE_INFINITY : Number(most);
  return { least: Number(least), most: limit };
}

type Ast =
  | { readonly kind: 'character'; readonly accepts: Accepts }
  | { readonly kind: 'start' | 'end' }
  | { readonly kind: 'all' | 'one'; readonly of: readonly Ast[] }
  | { readonly kind: 'repeat'; readonly of: Ast; readonly least: number; readonly most: number };

function compile(tokens: readonly string[], steps: Step[], flags: string): number {
  const ast = parse(tokens, flags);
  // The last step is never gone on from: to reach it is to match.
  const end = write(ast, steps, 0);
  steps[end] = { kind: 'pass', next: -1 };
  return end;
}

function parse(tokens: readonly string[], flags: string): Ast {
  let at = 0;
  const alternatives = (): Ast => {
    const found: Ast[] = [sequence()];
    while (tokens[at] === '|') {
      at += 1;
      found.push(sequence());
    }
    return found.length === 1 ? (found[0] as Ast) : { kind: 'one', of: found };
  };
  const sequence = (): Ast => {
    const found: Ast[] = [];
    while (at < tokens.length && tokens[at] !== '|' && tokens[at] !== ')') found.push(repeated(atom()));
    return { kind: 'all', of: found };
  };
  const repeated = (of: Ast): Ast => {
    const quantifier = readQuantifier(tokens[at] ?? '');
    if (quantifier === undefined) return of;
    at += 1;
    return { kind: 'repeat', of, ...quantifier };
  };
  const atom = (): Ast => {
    const token = tokens[at] as string;
    at += 1;
    if (token === '^') return { kind: 'start' };
    if (token === '$') return { kind: 'end' };
    if (token.startsWith('(')) {
      if (/^\(\?(?:[=!]|<[=!])/.test(token)) throw new Unsupported();
      const inner = alternatives();
      at += 1;
      return inner;
    }
    if (/^\\(?:[bB]|[1-9]|k<)/.test(token)) throw new Unsupported();
    const one = new RegExp(`^(?:${token})$`, flags.includes('s') ? flags : `${flags}`);
    return { kind: 'character', accepts: remembered((character) => one.test(character)) };
  };
  return alternatives();
}

function remembered(accepts: Accepts): Accepts {
  const known = new Map<string, boolean>();
  return (character) => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const answer = accepts(character);
    if (known.size < 1_000) known.set(character, answer);
    return answer;
  };
}

/** Writes the steps of a part from a place on; the place behind them. */
function write(ast: Ast, steps: Step[], from: number): number {
  if (from > MOST_STEPS) throw new Unsupported();
  switch (ast.kind) {
    case 'character':
      steps[from] = { kind: 'character', accepts: ast.accepts, next: from + 1 };
      return from + 1;
    case 'start':
    case 'end':
      steps[from] = { kind: ast.kind, next: from + 1 };
      return from + 1;
    case 'all':
      return ast.of.reduce((at, part) => write(part, steps, at), from);
    case 'one': {
      const ends: number[] = [];
      let at = from;
      for (const [index, part] of ast.of.entries()) {
        const isLast = index === ast.of.length - 1;
        const after = write(part, steps, isLast ? at : at + 1);
        if (!isLast) steps[at] = { kind: 'either', next: at + 1, other: after + 1 };
        ends.push(after);
        at = after + 1;
      }
      for (const end of ends) steps[end] = { kind: 'pass', next: at };
      return at;
    }
    case 'repeat':
      return writeRepeat(ast, steps, from);
  }
}

function writeRepeat(
  { of, least, most }: Extract<Ast, { kind: 'repeat' }>,
  steps: Step[],
  from: number,
): number {
  let at = from;
  for (let count = 0; count < least; count += 1) at = write(of, steps, at);
  if (most === Number.POSITIVE_INFINITY) {
    const after = write(of, steps, at + 1);
    steps[after] = { kind: 'pass', next: at };
    steps[at] = { kind: 'either', next: at + 1, other: after + 1 };
    return after + 1;
  }
  const optional: number[] = [];
  for (let count = least; count < most; count += 1) {
    optional.push(at);
    at = write(of, steps, at + 1);
  }
  for (const place of optional) steps[place] = { kind: 'either', next: place + 1, other: at };
  return at;
}

function run(steps: readonly Step[], end: number, characters: readonly string[]): boolean {
  let current = new Set<number>();
  for (let place = 0; place <= characters.length; place += 1) {
    // A match may begin anywhere.
    const open = [...current, 0];
    const reached = new Set<number>();
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (reached.has(at)) continue;
      reached.add(at);
      if (at === end) return true;
      const step = steps[at] as Step;
      if (step.kind === 'either') open.push(step.other, step.next);
      else if (step.kind === 'pass') open.push(step.next);
      else if (step.kind === 'start' && place === 0) open.push(step.next);
      else if (step.kind === 'end' && place === characters.length) open.push(step.next);
    }
    current = new Set();
    for (const at of reached) {
      const step = steps[at] as Step;
      const character = characters[place];
      if (step.kind === 'character' && character !== undefined && step.accepts(character))
        current.add(step.next);
    }
  }
  return false;
}
