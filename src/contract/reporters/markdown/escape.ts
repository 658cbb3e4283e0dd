import { printable } from '../../printable.ts';

/** Every character that Markdown, its tables, HTML, math, mentions or links may read. */
const MEANINGFUL = /[\\`*_{}[\]<>&|~$@#!:()+\-=]/g;

/**
 * Text on one line that Markdown takes for nothing but text: what could mean something is written as a reference, which
 * CommonMark never reads as markup.
 */
export function plain(text: string): string {
  return printable(text)
    .replace(MEANINGFUL, (character) => `&#${character.codePointAt(0)};`)
    .replace(/www\./gi, (start) => `${start.slice(0, 3)}&#46;`);
}

/** The same, as code. Backticks would do, but for a `|` in a table and a backtick in the text. */
export function code(text: string): string {
  return `<code>${plain(text)}</code>`;
}
