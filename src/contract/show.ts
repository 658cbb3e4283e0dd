import { previewJson } from './json/preview.ts';
import { printable } from './printable.ts';

const MOST = 80;

/** A value as one short line of JSON, safe to print: control characters are escaped, long values cut. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  return shorten(previewJson(value, MOST));
}

/** Text on one line that can't steer a terminal, cut to a length that a table bears. */
export function shorten(text: string): string {
  const safe = printable(text);
  return safe.length <= MOST ? safe : `${safe.slice(0, MOST - 1)}…`;
}
