import { printable } from '../contract/printable.ts';

/** A duration for people: `850 ms`, `6.2 s`, `5 min 3 s`. */
export function inWords(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const seconds = ms / 1000;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  const parts = [
    [Math.floor(whole / 3600), 'h'],
    [Math.floor((whole % 3600) / 60), 'min'],
    [whole % 60, 's'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .slice(0, 2)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}

/** A word as one types it into a POSIX shell, for the commands that we show. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${printable(word).replaceAll("'", "'\\''")}'`;
}

/** Beyond what JSON escapes by itself: a terminal takes these for control codes, or for another reading direction. */
const UNSAFE = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** One JSON value on one line, fit for a program and harmless on a terminal. */
export function jsonLine(value: unknown): string {
  const json = JSON.stringify(value).replace(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${json}\n`;
}

/** The fields of an object, a line for each, whatever their names and values hold. */
export function fieldTable(object: object): string {
  const rows = Object.entries(object).map(([name, value]) => [printable(name), valueText(value)] as const);
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `${name.padEnd(width)}  ${text}\n`).join('');
}

function valueText(value: unknown): string {
  if (typeof value === 'string') return printable(value);
  return value === null ? '–' : printable(JSON.stringify(value));
}
