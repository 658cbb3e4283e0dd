/** Where text stops being JSON, and what could have stood there. */
export interface JsonError {
  /** Zero-based, in UTF-16 code units. */
  readonly offset: number;
  readonly expected: string;
}

const VALUE = 'a value';
const FIRST_ITEM = 'a value or "]"';
const FIRST_KEY = 'a property name or "}"';
const KEY = 'a property name';
const COLON = '":"';
const AFTER_ITEM = '"," or "]"';
const AFTER_MEMBER = '"," or "}"';
const END = 'the end of the text';

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERAL = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Finds the first error of a text that JSON.parse refused. The engine's own message is of no use for that: in
 * Node 20 it gives no place for a short text, and quotes the text, keys included. Undefined if the text is JSON.
 * Nesting is kept in a list, so that depth can't exhaust the stack.
 */
export function findJsonError(text: string): JsonError | undefined {
  const open: ('{' | '[')[] = [];
  let expected = VALUE;
  let offset = 0;

  const closed = (): string => {
    const outer = open.at(-1);
    return outer === undefined ? END : outer === '{' ? AFTER_MEMBER : AFTER_ITEM;
  };

  for (;;) {
    offset = matchEnd(SPACE, text, offset) ?? offset;
    if (offset === text.length) return expected === END ? undefined : { offset, expected };
    const character = text[offset];
    const closes =
      (character === '}' && (expected === FIRST_KEY || expected === AFTER_MEMBER)) ||
      (character === ']' && (expected === FIRST_ITEM || expected === AFTER_ITEM));

    if (closes) {
      open.pop();
      expected = closed();
      offset += 1;
    } else if (expected === COLON && character === ':') {
      expected = VALUE;
      offset += 1;
    } else if ((expected === AFTER_MEMBER || expected === AFTER_ITEM) && character === ',') {
      expected = expected === AFTER_MEMBER ? KEY : VALUE;
      offset += 1;
    } else if (expected === KEY || expected === FIRST_KEY) {
      if (character !== '"') return { offset, expected };
      const end = stringEnd(text, offset);
      if (typeof end === 'object') return end;
      expected = COLON;
      offset = end;
    } else if (expected !== VALUE && expected !== FIRST_ITEM) {
      return { offset, expected };
    } else if (character === '{' || character === '[') {
      open.push(character);
      expected = character === '{' ? FIRST_KEY : FIRST_ITEM;
      offset += 1;
    } else {
      const end = character === '"' ? stringEnd(text, offset) : scalarEnd(text, offset);
      if (typeof end === 'object') return end;
      if (end === undefined) return { offset, expected };
      expected = closed();
      offset = end;
    }
  }
}

function scalarEnd(text: string, start: number): number | undefined {
  return matchEnd(NUMBER, text, start) ?? matchEnd(LITERAL, text, start);
}

function stringEnd(text: string, start: number): number | JsonError {
  let offset = start + 1;
  while (offset < text.length) {
    const code = text.charCodeAt(offset);
    if (code === 0x22) return offset + 1;
    if (code < 0x20) return { offset, expected: 'an escaped control character' };
    if (code === 0x5c) {
      const end = matchEnd(ESCAPE, text, offset);
      if (end === undefined) return { offset, expected: 'a valid escape' };
      offset = end;
    } else {
      offset += 1;
    }
  }
  return { offset, expected: 'the end of the string' };
}

function matchEnd(sticky: RegExp, text: string, start: number): number | undefined {
  sticky.lastIndex = start;
  return sticky.test(text) ? sticky.lastIndex : undefined;
}
