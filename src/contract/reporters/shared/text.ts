import { printable } from '../../printable.ts';

/** What reorders or hides the text that it stands in, or ends a line in it: JSON may hold it as it is. */
const STEERING = /[\u007f-\u009f]|[\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Code points that XML 1.0 can't hold even as a reference, beside those that `printable` takes out. */
const NO_CHARACTERS = /[\uFFFE\uFFFF]/g;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A value as JSON that shows every character: what could reorder the text on a screen is escaped, and means the same. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replace(STEERING, (character) =>
    Array.from({ length: character.length }, (_, at) => escaped(character.charCodeAt(at))).join(''),
  );
  return `${text}\n`;
}

function escaped(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}

/**
 * One line of text for HTML and XML, in an element or a quoted attribute: markup is escaped, and what can't be printed, or
 * reorders what stands beside it, is shown as `\u{…}`.
 */
export function markupText(text: string): string {
  return printable(text)
    .replace(NO_CHARACTERS, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .replace(/[&<>"']/g, (character) => REFERENCES[character] as string);
}

/** `1 error`, `2 errors`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** A question to put after a message; empty where nothing is known that may have been meant. */
export function meantText(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
}

/** Both sides of what differs, as far as there are any: a line each. */
export function sideLines(received: string | undefined, documented: string | undefined): string[] {
  return [
    ...(received === undefined ? [] : [`received: ${received}`]),
    ...(documented === undefined ? [] : [`documented: ${documented}`]),
  ];
}
