const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** The first place from `at` that holds no white space; the length of the text where there is none. */
export function skipSpace(text: string, at: number): number {
  let place = at;
  for (;;) {
    const code = text.charCodeAt(place);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return place;
    place += 1;
  }
}

/** Deeper values are no recordings: JSON.parse takes a hundred bytes for each level, and a level takes one. */
export const MAX_DEPTH = 100_000;

/** What `skipValue` gives for a value that is deeper. */
export const TOO_DEEP = -2;

/**
 * The place after the value that starts at `at`, or -1 where the text ends before the value does. It knows only
 * strings, brackets and braces: whether the value is JSON is for the parser to say. The place for a number at the end
 * of a text that goes on is not known, so it is -1 too.
 */
export function skipValue(text: string, at: number): number {
  let place = at;
  let depth = 0;
  for (;;) {
    const code = text.charCodeAt(place);
    if (code === QUOTE) {
      place = skipString(text, place);
      if (place === -1) return -1;
      if (depth === 0) return place;
    } else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > MAX_DEPTH) return TOO_DEEP;
      place += 1;
    } else if (code === 0x7d || code === 0x5d) {
      // A value can't start with a closing bracket; the parser says so of the empty text that is left.
      if (depth === 0) return place;
      depth -= 1;
      place += 1;
      if (depth === 0) return place;
    } else if (Number.isNaN(code)) {
      return -1;
    } else if (depth === 0) {
      return skipScalar(text, place);
    } else {
      place += 1;
    }
  }
}

/** The place after the string whose opening quote is at `at`, or -1 where it does not end. */
export function skipString(text: string, at: number): number {
  let end = text.indexOf('"', at + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end + 1 || -1;
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === BACKSLASH) before -= 1;
  return (at - before) % 2 === 0;
}

/** The place after a number or literal, or -1 where the text ends before anything that ends it. */
export function skipScalar(text: string, at: number): number {
  for (let place = at; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code === 0x2c || code === 0x7d || code === 0x5d || code <= 0x20) return place;
  }
  return -1;
}
