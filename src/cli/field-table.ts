import { printable } from '../contract/printable.ts';

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
