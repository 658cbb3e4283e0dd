import { createTwoFilesPatch } from 'diff';

/** A line of a terminal or two: the validators have lines of 20 kB. */
const MOST_CHARACTERS = 160;
/** How much of what is the same is shown before the difference. */
const BEFORE = 40;

/**
 * The lines of a unified diff with the long ones cut to where they differ. Runs of removed and of added lines that are
 * of one length are taken in pairs; the others show their start. `…(n)` stands for n characters.
 */
function cutLines(lines: readonly string[]): string[] {
  const starts = startsOf(lines);
  return lines.map((line, at) => cut(line, starts.get(at) ?? 1));
}

/** Where to start with a line that has a partner, by its place. */
function startsOf(lines: readonly string[]): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  for (let at = 0; at < lines.length; ) {
    const removed = runOf('-', lines, at);
    const added = runOf('+', lines, at + removed);
    if (removed === added)
      for (let place = at; place < at + removed; place++) {
        const start = Math.max(1, firstDifference(lines[place] ?? '', lines[place + removed] ?? '') - BEFORE);
        starts.set(place, start);
        starts.set(place + removed, start);
      }
    at += Math.max(1, removed + added);
  }
  return starts;
}

function runOf(sign: string, lines: readonly string[], from: number): number {
  let length = 0;
  while (lines[from + length]?.startsWith(sign)) length++;
  return length;
}

/** The first character says which side a line is of. */
function firstDifference(one: string, other: string): number {
  let at = 1;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

function cut(line: string, start: number): string {
  if (line.length <= MOST_CHARACTERS) return line;
  const shown = line.slice(start, start + MOST_CHARACTERS - 20);
  const before = start > 1 ? `…(${start - 1}) ` : '';
  const left = line.length - start - shown.length;
  return `${line.charAt(0)}${before}${shown}${left > 0 ? ` …(${left})` : ''}`;
}

const MOST_LINES = 60;

/** What `generated/` has against what it should have, as a short unified diff; undefined if they are the same. */
export function diffOf(
  name: string,
  stored: string | undefined,
  wanted: string | undefined,
): string | undefined {
  if (stored === wanted) return undefined;
  if (stored === undefined) return `${name}: is missing`;
  if (wanted === undefined) return `${name}: is not generated from anything`;
  const lines = createTwoFilesPatch(`${name} (stored)`, `${name} (generated)`, stored, wanted, '', '', {
    context: 2,
  })
    .split('\n')
    .slice(1);
  const rest = lines.length - MOST_LINES;
  const shown = cutLines(lines.slice(0, MOST_LINES)).join('\n');
  return rest > 0 ? `${shown}\n… and ${rest} more lines` : shown;
}
