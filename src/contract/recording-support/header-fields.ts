import { type HeaderMap, headerMap } from '../exchange.ts';
import { isFields } from './fields.ts';

/**
 * Headers as nock and VCR store them: an object from name to value or list of values. Anything else that has a
 * plain text form (a number) is taken as that text; null, as VCR writes for an empty list, is no header.
 */
export function headersFromObject(value: unknown): HeaderMap {
  return headerMap(isFields(value) ? objectPairs(value) : []);
}

/** Headers as a flat list `[name, value, name, value]`, as Node calls raw headers. */
export function headersFromFlatList(list: readonly unknown[]): HeaderMap {
  const pairs: [string, string][] = [];
  for (let index = 0; index + 1 < list.length; index += 2) {
    for (const value of valuesOf(list[index + 1])) pairs.push([String(list[index]), value]);
  }
  return headerMap(pairs);
}

function* objectPairs(fields: Readonly<Record<string, unknown>>): Generator<readonly [string, string]> {
  for (const [name, values] of Object.entries(fields)) {
    for (const value of valuesOf(values)) yield [name, value];
  }
}

function valuesOf(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(text) : [text(value)];
}

/** Old Rubies wrote every header value as `!binary`. */
function text(value: unknown): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value);
}
