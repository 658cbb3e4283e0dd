import { stripVTControlCharacters } from 'node:util';

/** Letters of East Asia and pictures: a terminal gives each two columns. */
const WIDE =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/gu;

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  const shown = stripVTControlCharacters(text).replace(/[\p{M}\p{Cf}]/gu, '');
  return [...shown].length + (shown.match(WIDE)?.length ?? 0);
}

/**
 * A text in lines of at most so many columns, words whole: what goes on stands two columns further in, or below the text
 * behind a label. A word that is longer stays whole, for somebody may copy it.
 *
 * @param columns undefined: as it is, for no person looks on
 */
export function fold(text: string, columns: number | undefined): string {
  if (columns === undefined) return text;
  return text
    .split('\n')
    .flatMap((line) => (widthOf(line) <= columns ? line : foldLine(line, columns)))
    .join('\n');
}

function foldLine(line: string, columns: number): readonly string[] {
  const [label = ''] = /^ *(?:(?:\S+ )?\S+ {2,})?/.exec(stripVTControlCharacters(line)) ?? [];
  const hang = label.trim() === '' ? label.length + 2 : label.length;
  return wrap(line, columns, ' '.repeat(Math.min(hang, columns / 2)));
}

/**
 * One line in lines of at most so many columns, words whole; all but the first begin with `indent`. What stands between
 * backticks is a word.
 */
export function wrap(line: string, columns: number, indent: string = ''): readonly string[] {
  return joined(line.match(/\s*(?:`[^`]*`|\S)+/g) ?? [], columns, { indent, stays: true });
}

/**
 * A command in lines that a shell takes for one. It is broken between words, of which a quoted text is one, and an option
 * keeps its value.
 */
export function foldCommand(command: string, columns: number | undefined, indent: string): string {
  if (columns === undefined || widthOf(command) <= columns) return command;
  const words =
    command.match(/\s*(?:--?[\w-]+ (?!-))?(?:\$'(?:\\.|[^'\\])*'|'[^']*'|"[^"]*"|\\.|[^\s'"\\])+/gs) ?? [];
  return joined(words, columns - 2, { indent, stays: false }).join(' \\\n');
}

/**
 * Words, each with the blanks before it, in lines; all but the first begin with `indent`.
 *
 * @param stays whether a word that fits nowhere stays in its line
 */
function joined(
  words: readonly string[],
  columns: number,
  { indent, stays }: { readonly indent: string; readonly stays: boolean },
): readonly string[] {
  const lines: string[] = [];
  let width = 0;
  for (const word of words) {
    const bare = word.trimStart();
    const fitsAlone = indent.length + widthOf(bare) <= columns;
    const all = width + widthOf(word);
    if (lines.length > 0 && (all <= columns || (stays && !fitsAlone))) {
      lines[lines.length - 1] += word;
      // The terminal goes on with it in the next line.
      width = all <= columns ? all : all % columns;
    } else {
      lines.push(lines.length === 0 ? word : indent + bare);
      width = lines.length === 1 ? all : indent.length + widthOf(bare);
    }
  }
  return lines;
}

/** A line without colours, cut off where it is too wide. */
export function cutOff(line: string, columns: number | undefined): string {
  if (columns === undefined || widthOf(line) <= columns) return line;
  let width = 1;
  const kept: string[] = [];
  for (const character of line) {
    width += widthOf(character);
    if (width > columns) break;
    kept.push(character);
  }
  return `${kept.join('')}…`;
}
