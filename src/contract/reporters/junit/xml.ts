import { printable } from '../../printable.ts';

/** Code points that XML 1.0 can't hold even as a reference, beside those that `printable` takes out. */
const NO_CHARACTERS = /[\uFFFE\uFFFF]/g;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** One line of character data: markup escaped, what can't be printed shown as `\u{…}`. */
export function line(value: string): string {
  return printable(value)
    .replace(NO_CHARACTERS, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .replace(/[&<>"']/g, (character) => REFERENCES[character] as string);
}

/** An attribute's value, quoted. */
export function attribute(value: string | number): string {
  return `"${line(String(value))}"`;
}
